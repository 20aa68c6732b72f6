"""Records as a workbook: typed cells, words for headings, and the same when it is read again."""

import io
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from schemas.importing.intake import lines, recognised
from schemas.record import ID, get, owner_of, record_types
from schemas.tables import workbooks
from schemas.tables.grids import grid
from schemas.tables.workbooks import Column, of_records, pieces
from tests.schemas.declared import typed_records

ACTIVITY = get("activity")
TYPES = list(record_types().values())


def book(schema, rows, lang="vi"):
    return load_workbook(io.BytesIO(b"".join(of_records(schema, rows, lang))))


def by_heading(schema, values, lang="vi"):
    heads, row = list(book(schema, [values], lang).worksheets[0].iter_rows(max_row=2))
    return {head.value: cell for head, cell in zip(heads, row, strict=True)}


def read_back(schema, rows, lang):
    found = grid(b"".join(of_records(schema, rows, lang)))
    return list(lines(schema, found, recognised(schema, found), schema.owner))


def owned(schema, values):
    return {n: v for n, v in values.items() if owner_of(schema, n) == schema.owner}


@pytest.mark.parametrize("schema", TYPES, ids=lambda schema: schema.record_type)
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_an_example_of_every_type_is_read_back(schema, lang):
    found = read_back(schema, [{**schema.example(), ID: "r1"}], lang)

    assert [{}] == [line.errors for line in found]
    assert [owned(schema, schema.example())] == [line.values for line in found]
    assert "r1" == found[0].texts[ID]


@given(typed_records(), st.sampled_from(["vi", "en"]))
def test_whatever_a_record_holds_is_read_back(found, lang):
    schema, values = found
    line = read_back(schema, [values], lang)[0]

    assert {} == line.errors
    assert owned(schema, values) == line.values


def test_our_own_letters_are_never_taken_for_those_of_an_old_font():
    values = {**ACTIVITY.example(), "title": "Hµ Néi, T©n L¹c"}

    assert "Hµ Néi, T©n L¹c" == read_back(ACTIVITY, [values], "vi")[0].values["title"]


def test_days_are_days_and_amounts_are_numbers():
    cells = by_heading(ACTIVITY, {**ACTIVITY.example(), "budget_amount": 1_250_000})

    assert datetime(2012, 7, 24) == cells["Ngày bắt đầu"].value  # noqa: DTZ001  # as Excel has it
    assert "dd/mm/yyyy" == cells["Ngày bắt đầu"].number_format
    assert 1_250_000 == cells["Ngân sách nhà nước"].value
    assert "#,##0" == cells["Ngân sách nhà nước"].number_format


def test_choices_stand_in_words_and_can_be_picked():
    made = book(ACTIVITY, [ACTIVITY.example()])

    assert "Tập huấn" == by_heading(ACTIVITY, ACTIVITY.example())["Hình thức"].value
    assert 4 == len(made.worksheets[0].data_validations.dataValidation)
    assert "Xóa mù chữ, sau xóa mù chữ" == made.worksheets[1]["A1"].value


def test_what_a_person_typed_is_never_a_formula():
    cell = by_heading(ACTIVITY, {**ACTIVITY.example(), "title": "=1+1"})["Tên hoạt động"]

    assert ("s", "=1+1") == (cell.data_type, cell.value)


def test_a_value_that_is_not_of_its_kind_goes_out_as_unreadable():
    cells = by_heading(ACTIVITY, {"held_from": "hôm qua", "attendance_count": "nhiều"})

    assert "không đọc được" == cells["Ngày bắt đầu"].value
    assert "không đọc được" == cells["Lượt người học"].value


def test_rows_are_written_as_they_come_and_the_file_in_pieces(monkeypatch):
    monkeypatch.setattr(workbooks, "PIECE", 1000)
    made = list(pieces("Bảng", [Column("a"), Column("b")], ([n, "x"] for n in range(500)), "vi"))

    assert len(made) > 3
    assert 501 == len(list(load_workbook(io.BytesIO(b"".join(made))).worksheets[0].rows))


def test_a_sheet_has_a_name_that_excel_takes():
    made = b"".join(pieces("Vốn [2012]: thu/chi và một tên quá dài", [Column("a")], [], "vi"))

    assert "Vốn  2012   thu chi và một tên" == load_workbook(io.BytesIO(made)).sheetnames[0]
