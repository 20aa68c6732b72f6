"""Where a centre's record belongs on the record's own day."""

import csv
import io
from dataclasses import replace

import pytest

from schemas import homes
from schemas.context import Context, Home, current, within
from schemas.importing.intake import read_csv
from schemas.record import get, record_types
from schemas.tables import tabular

OLD = Home("TTHTCĐ Xã Toàn Sơn", ("Xã Toàn Sơn", "Huyện Đà Bắc", "Tỉnh Hòa Bình"))
NEW = Home("TTHTCĐ Xã Toàn Sơn", ("Xã Đức Nhàn", "Tỉnh Phú Thọ"))


def home(area, day):
    return (OLD if day < "2025-07-01" else NEW) if area == "a1" else None


@pytest.fixture(autouse=True)
def known():
    with within(Context(today="2026-02-01", home=home)):
        yield


@pytest.mark.parametrize(
    ("name", "values", "day"),
    [
        ("activity", {"held_from": "2012-07-24"}, "2012-07-24"),
        ("activity", {"held_from": None}, ""),
        ("evaluation", {"year": 2024}, "2024-12-31"),
        ("evaluation", {"year": "2024"}, ""),
        ("annual_plan", {"year": 2026, "category": "khac"}, "2026-12-31"),
        ("staff_member", {"name": "Bùi Thị Hoa"}, ""),
    ],
)
def test_a_record_is_about_its_day_or_the_last_of_its_year(name, values, day):
    assert day == homes.record_day(get(name), values)


def test_the_unit_is_that_of_the_record_s_day_with_the_one_right_above_it():
    of_2024 = homes.belongs(get("evaluation"), "a1", {"year": 2024})
    of_2025 = homes.belongs(get("evaluation"), "a1", {"year": 2025})

    assert ("Xã Toàn Sơn, Huyện Đà Bắc", "TTHTCĐ Xã Toàn Sơn") == of_2024
    assert ("Xã Đức Nhàn, Tỉnh Phú Thọ", "TTHTCĐ Xã Toàn Sơn") == of_2025


def test_what_has_no_day_lies_where_the_centre_lies_today():
    assert "Xã Đức Nhàn, Tỉnh Phú Thọ" == homes.belongs(get("staff_member"), "a1", {}).unit


@pytest.mark.parametrize("schema", record_types().values(), ids=list(record_types()))
def test_every_file_of_what_centres_keep_says_where_each_row_belongs_and_no_other(schema):
    row = {**schema.example(), "_id": "x", "_area": "a1"}
    head, line = tabular.write_csv(schema, [row], "vi")
    is_kept_by_centres = schema.lives_in == "centre"

    assert is_kept_by_centres == head.lstrip("\ufeff").startswith("Đơn vị,Trung tâm,")
    assert is_kept_by_centres == ("TTHTCĐ Xã Toàn Sơn," in line)


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("schema", record_types().values(), ids=list(record_types()))
def test_those_columns_are_passed_over_when_the_file_is_read_again(schema, lang):
    text = "".join(tabular.write_csv(schema, [{**schema.example(), "_area": "a1"}], lang))
    with within(replace(current(), home=Context().home)):
        bare = "".join(tabular.write_csv(schema, [schema.example()], lang))
        again, plain = read_csv(schema, text), read_csv(schema, bare)

        assert [line.values for line in plain] == [line.values for line in again]


def test_ranks_stand_in_the_files_of_evaluations_by_their_set():
    chosen = {
        "code": "B1",
        "groups": [{"code": "1", "name": "Một", "criteria": [{"code": "1.1", "max": 10}]}],
        "thresholds": [{"rank": "good", "min": 8}, {"rank": "fair", "min": 6}],
    }
    told = {"year": 2024, "criteria_set": "B1", "status": "self_assessed"}
    scores = {"self_score.1.1": 9, "verified_score.1.1": 7, "decision": "12/QĐ-UBND"}
    done, begun = ({**told, **scores, "verification": v} for v in ("recognised", "verifying"))
    with within(replace(current(), criteria_sets=lambda: {"B1": chosen})):
        text = "".join(tabular.write_csv(get("evaluation"), [done, begun], "vi"))
    rows = list(csv.DictReader(io.StringIO(text.lstrip("\ufeff"))))

    assert {"Tự xếp loại": "Tốt", "Xếp loại thẩm định": "Khá"}.items() <= rows[0].items()
    assert {"Điểm tự chấm 1.1": "9", "Điểm thẩm định 1.1": "7"}.items() <= rows[0].items()
    assert "12/QĐ-UBND" == rows[0]["Quyết định công nhận"]
    assert "" == rows[1]["Xếp loại thẩm định"]
