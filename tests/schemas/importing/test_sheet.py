"""How rows on their way in are shown and counted, and what is written of them."""

import csv
import io

import pytest

from schemas.importing.intake import WRONG, ExistingRecords, Layout, choices, planned, recognised
from schemas.importing.layout import CELL, Decision
from schemas.importing.sheet import (
    Column,
    as_csv,
    as_workbook,
    columns,
    laid_out,
    only,
    outcome,
    shown,
    wrong_rows,
)
from schemas.record import ID, get
from schemas.tables import grids
from schemas.tables.tabular import cell
from tests.schemas.importing.test_intake import FILLED, HEADS, ROW, VALUES

ACTIVITY = get("activity")
BAD = ["B", "xmc", "Tập huấn", "31/2/2012"]


def plan(*rows, existing=()):
    grid = [HEADS, *rows]
    layout = recognised(ACTIVITY, grid)
    known = ExistingRecords(ACTIVITY, "a1", dict(existing))
    return grid, layout, list(planned(ACTIVITY, grid, layout, "centre", known))


def test_a_new_row_that_may_be_there_already_has_an_outcome_of_its_own():
    _, _, found = plan(ROW, ["C", *ROW[1:]], BAD, existing={"r1": VALUES})

    assert ["twin", "new", "wrong"] == [outcome(row) for row in found]


def test_a_row_is_shown_as_typed_with_what_is_wrong_beside_the_cell():
    _, layout, found = plan([*BAD, "35"])
    row = shown(ACTIVITY, layout, found[0], "vi")

    assert ["B", "xmc", "Tập huấn", "31/2/2012", "35"] == [cell.text for cell in row.cells]
    assert [4] == [n for n, cell in enumerate(row.cells, 1) if cell.errors]
    assert "Ngày bắt đầu" == row.cells[3].label


def test_a_row_that_changes_a_record_shows_what_stands_there_now():
    grid = [[*HEADS, "Mã bản ghi"], [*ROW, "r1"]]
    layout = recognised(ACTIVITY, grid)
    existing = ExistingRecords(
        ACTIVITY, "a1", {"r1": {**VALUES, "category": "van_hoa", "attendance_count": None}}
    )
    (found,) = planned(ACTIVITY, grid, layout, "centre", existing)
    cells = shown(ACTIVITY, layout, found, "vi").cells
    was = cell(ACTIVITY._declared_fields["category"], "van_hoa", "vi")

    assert [None, was, None, None, ""] == [cell.before for cell in cells]


def test_what_is_wrong_with_a_field_that_no_column_fills_is_said_of_the_row():
    grid = [["Tên hoạt động"], ["A"]]
    layout = recognised(ACTIVITY, grid)
    (found,) = planned(ACTIVITY, grid, layout, "centre", ExistingRecords(ACTIVITY, "a1", {}))

    assert "Lĩnh vực: Cần điền mục này." in shown(ACTIVITY, layout, found, "vi").errors


def test_columns_are_shown_with_the_first_thing_that_stands_in_them():
    grid, layout, _ = plan(["", *ROW[1:]], ROW)

    assert Column("Tên hoạt động", "A", "title") == columns(grid, layout)[0]
    assert Column("gì đó", "x", "") == columns(grid, layout)[-1]


def test_wrong_rows_come_out_as_they_came_in_with_the_reason():
    grid, layout, found = plan(ROW, BAD)
    wrong = [row for row in found if row.outcome == WRONG]
    text = "".join(as_csv(wrong_rows(ACTIVITY, iter(grid), layout, wrong, "vi")))
    table = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))

    assert [[*HEADS, "Lỗi"], [*BAD, "", ""]] == [table[0], table[1][:-1]]
    assert "Ngày bắt đầu: Ngày này không có trong lịch" in table[1][-1]


KNOWN = dict(choices(ACTIVITY, "centre"))


def test_a_column_that_this_person_does_not_fill_in_is_left_out():
    layout = Layout(0, ("title", "verified_by", ID), "a1")

    assert Layout(0, ("title", "", ID), "a1") == only(layout, KNOWN)


def test_a_person_says_what_each_column_is_and_whose_the_rows_are():
    said = {"header": "1", "column-0": "venue", "column-1": "nonsense", "area": "a2"}

    assert Layout(0, ("venue", ""), "a2") == laid_out(
        ACTIVITY, [["?", "?"], ["x", "y"]], Layout(0, ("", "")), said, KNOWN
    )


def test_a_person_says_which_row_holds_the_headings():
    head, said = [["SỔ"], HEADS, ROW], {"header": "2"}

    assert recognised(ACTIVITY, [HEADS]).columns == (
        laid_out(ACTIVITY, head, Layout(0, ("",)), said, KNOWN).columns
    )
    for nonsense in ("0", "99", "-1", "x", "²", "9" * 5000):
        assert 0 == laid_out(ACTIVITY, head, Layout(0, ("",)), {"header": nonsense}, KNOWN).header


@pytest.mark.parametrize(
    ("name", "typed", "meant"),
    [
        ("held_from", "7/3/98", "07/03/1998"),
        ("held_from", "7/3/2012", ""),
        ("held_from", "40975", "07/03/2012"),
        ("attendance_count", "1 250", "1.250"),
        ("attendance_count", "1,250", "1.250"),
        ("attendance_count", "1.250", ""),
        ("attendance_count", "1250", ""),
        ("attendance_count", "45.0", "45"),
        ("form", "tap huan", "Tập huấn"),
        ("form", "Tập huấn", ""),
        ("title", "Lớp  may", ""),
    ],
)
def test_what_was_understood_stands_beside_what_was_typed_where_it_differs(name, typed, meant):
    cells = dict(zip(FILLED, ROW, strict=False)) | {name: typed}
    _, layout, (found,) = plan([cells[one] for one in FILLED if one])
    shown_ = {cell.name: cell for cell in shown(ACTIVITY, layout, found, "vi").cells}

    assert (typed, meant) == (shown_[name].text, shown_[name].meant)


def again(rows):
    layout = recognised(ACTIVITY, rows)
    return list(planned(ACTIVITY, rows, layout, "centre", ExistingRecords(ACTIVITY, "a1", {})))


def test_wrong_rows_that_were_mended_come_in_and_the_reason_is_no_column():
    grid = [["SỔ", "Năm 2012"], HEADS, ["B", "xmc", "Tập huấn", "5/3", "nhiều"], ROW]
    layout = recognised(ACTIVITY, grid)
    wrong = [row for row in again(grid) if row.outcome == WRONG]
    rows = list(wrong_rows(ACTIVITY, grid, layout, wrong, "vi"))
    mended = [[cell.replace("nhiều", "35") for cell in row] for row in rows]
    (found,) = again(mended)

    assert ["SỔ", "Năm 2012"] == rows[0][:2]  # by which 5/3 has a year
    assert ("new", "2012-03-05", 35) == (
        found.outcome,
        found.line.values["held_from"],
        found.line.values["attendance_count"],
    )


def test_days_of_wrong_rows_are_written_so_that_they_mean_the_same_alone():
    bad = ["B", "xmc", "Tập huấn", "3/5/2012", "nhiều"]
    grid = [HEADS, ["A", "xmc", "Tập huấn", "3/25/2012", "1"], bad]
    wrong = [row for row in again(grid) if row.outcome == WRONG]
    *_, last = wrong_rows(ACTIVITY, grid, recognised(ACTIVITY, grid), wrong, "vi")

    assert "05/03/2012" == last[3]


def test_what_was_mended_in_the_page_is_in_the_file_of_wrong_rows():
    said = [Decision(CELL, "title", "2", "=Lớp thêu")]
    grid = [HEADS, ["B", "xmc", "Tập huấn", "1/2/2012", "nhiều"]]
    layout = recognised(ACTIVITY, grid)._replace(decisions=tuple(said))
    found = planned(ACTIVITY, grid, layout, "centre", ExistingRecords(ACTIVITY, "a1", {}))
    *_, last = wrong_rows(ACTIVITY, grid, layout, found, "vi")

    assert "Lớp thêu" == last[0]


def test_wrong_rows_as_a_workbook_keep_their_zeros():
    rows = [["Họ và tên", "Điện thoại", "Lỗi"], ["Mơ", "0912345678", "x"]]

    assert rows == grids.grid(b"".join(as_workbook("Lỗi", rows, "vi")))
