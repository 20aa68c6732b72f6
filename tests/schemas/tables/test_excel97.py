"""Workbooks as Excel saved them before 2007: all that the sheet shows, as of newer ones."""

import io
from datetime import date

import pytest
import xlwt

from schemas.tables.grids import NoTable, grid, read


def saved(fill, *more):
    """A workbook whose first sheet ``fill`` writes."""
    book = xlwt.Workbook()
    fill(book.add_sheet("Sổ"))
    for name, fill_other in more:
        fill_other(book.add_sheet(name))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def style(pattern="General", look=""):
    return xlwt.easyxf(look, num_format_str=pattern)


def test_what_the_sheet_shows_is_read():
    def fill(sheet):
        values = [
            ("Tập huấn", style()),
            (912345678, style("0000000000")),
            (date(2024, 3, 5), style("dd/mm/yyyy")),
            (0.45, style("0%")),
            (56.99999999999999, style()),
            (True, style()),
        ]
        for column, (value, look) in enumerate(values):
            sheet.write(0, column, value, look)

    assert [["Tập huấn", "0912345678", "05/03/2024", "45%", "57", "1"]] == grid(saved(fill))


def test_errors_notes_and_what_is_crossed_out_are_asked_about():
    def fill(sheet):
        sheet.row(0).set_cell_error(0, "#REF!")
        raised, plain = xlwt.easyfont("escapement superscript"), xlwt.easyfont("")
        sheet.write_rich_text(0, 1, (("45", plain), ("1", raised)))
        sheet.write_rich_text(0, 2, (("4", xlwt.easyfont("struck_out true")), ("7", plain)))
        sheet.write(0, 3, 9, style(look="font: struck_out true"))

    data = saved(fill)

    assert [["#REF!", "45¹", "47", "9"]] == grid(data)
    kinds = ["error_cell", "raised_figure", "struck_out", "struck_out"]
    assert kinds == list(read(data).doubts.values())


def test_merged_rows_hidden_rows_and_hidden_sheets_are_as_in_newer_files():
    def fill(sheet):
        sheet.write_merge(0, 1, 0, 0, "Bưng")
        sheet.write(1, 1, "b")
        sheet.row(1).hidden = True
        sheet.col(1).hidden = True

    def hide(sheet):
        sheet.write(0, 0, "ẩn")
        sheet.visibility = 1

    table = read(saved(fill, ("Ẩn", hide), ("Hai", lambda sheet: sheet.write(0, 0, "hai"))))

    assert [["Bưng"], ["Bưng", "b"]] == table.rows
    assert ("Sổ", ("Sổ", "Hai")) == (table.sheet, table.sheets)
    assert ([1], [1]) == (table.hidden_rows, table.hidden_columns)


def test_a_locked_workbook_says_so():
    filepass = b"\x2f\0\x36\0\x01\0"
    data = saved(lambda sheet: sheet.write(0, 0, "a"))
    start = data.index(b"\x09\x08")
    end = start + 4 + int.from_bytes(data[start + 2 : start + 4], "little")
    locked = data[:end] + filepass + b"\0" * 52 + data[end + 58 :]

    with pytest.raises(NoTable, match="locked"):
        grid(locked)


def test_a_broken_workbook_is_damaged():
    with pytest.raises(NoTable, match="damaged"):
        grid(saved(lambda sheet: sheet.write(0, 0, "a"))[:3000])
