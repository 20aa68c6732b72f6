"""The data dictionary says of every field of every record type what it is."""

import csv
import io

import pytest

from schemas.export.dictionary import COLUMNS, entries, rule_of, values_of, write_csv
from schemas.record import fields, get, record_types

ACTIVITY, EVALUATION = get("activity"), get("evaluation")


def entry(schema, name):
    return next(found for found in entries(schema) if found.name == name)


@pytest.mark.parametrize("schema", record_types().values(), ids=lambda s: s.record_type)
def test_every_field_has_an_entry(schema):
    assert list(fields(schema)) == [found.name.removesuffix(".*") for found in entries(schema)]


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_the_file_has_a_line_for_each_field_of_each_type(lang):
    table = list(csv.DictReader(io.StringIO("".join(write_csv(lang)).removeprefix("\ufeff"))))
    many = sum(len(fields(schema)) for schema in record_types().values())

    assert many == len(table)
    assert {len(COLUMNS)} == {len(line) for line in table}
    assert [] == [line for line in table if not all(list(line.values())[:5])]


def test_it_says_of_every_type_which_way_it_goes():
    table = list(csv.DictReader(io.StringIO("".join(write_csv("en")).removeprefix("\ufeff"))))
    told = {line["Record type"]: line["Direction"] for line in table}

    assert record_types().keys() == told.keys()
    assert ("Internal to the offices", "Published from above", "Kept by the centre, sent up") == (
        told["evaluator"],
        told["directive"],
        told["activity"],
    )


def test_codes_bounds_and_rules_are_reported():
    assert "xmc = Xóa mù chữ, sau xóa mù chữ; " in values_of(entry(ACTIVITY, "category"), "vi")
    assert "0 – 9.999.999" == values_of(entry(ACTIVITY, "female_count"), "vi")
    assert "≤ 60" == values_of(entry(ACTIVITY, "village"), "vi")
    assert "Not more than “Attendances”" == rule_of(ACTIVITY, entry(ACTIVITY, "female_count"), "en")
    assert "Not more than “Attendances”; Fewer than five are handed on to nobody" == rule_of(
        ACTIVITY, entry(ACTIVITY, "disabled_count"), "en"
    )
    assert "Không trước “Ngày bắt đầu”" == rule_of(ACTIVITY, entry(ACTIVITY, "held_to"), "vi")


def test_a_family_of_cells_and_a_reference_are_reported_to_be():
    assert "number" == entry(EVALUATION, "self_score.*").json
    assert "district" == entry(EVALUATION, "verified_score.*").owner
    assert "Names a record of criteria_set" == rule_of(
        EVALUATION, entry(EVALUATION, "criteria_set"), "en"
    )


def test_the_dictionary_says_of_each_figure_how_it_adds_up():
    head, *lines = csv.reader(io.StringIO("".join(write_csv("vi")).lstrip("\ufeff")))
    told = {
        (line[0], line[head.index("Mã mục")]): line[head.index("Cộng thế nào")] for line in lines
    }

    assert told["activity", "attendance_count"].startswith("Cộng theo thời gian")
    assert told["membership_snapshot", "member_count"].startswith("Lấy số mới nhất đến cuối kỳ")
    assert (
        told["membership_snapshot", "female_count"] == (told["membership_snapshot", "member_count"])
    )
    assert told["facility", "item_count"].startswith("Của những mục còn hiệu lực")
    assert told["document_register", "number"].startswith("Không phải số liệu")
    assert told["activity", "title"] == ""
