"""Workbooks in Excel's binary kind."""

import struct

from schemas.tables.grids import grid, read

from .files import Rich, xlsb

RAISED = struct.pack("<HHHH", 220, 0, 400, 1)
STRUCK = struct.pack("<HHHH", 220, 8, 400, 0)


def test_texts_numbers_and_flags_are_read():
    data = xlsb(["Tên", "ĐT", ""], ["Bưởi", 912345678.0, True], [56.99999999999999, 45, -3])

    assert [["Tên", "ĐT"], ["Bưởi", "912345678", "1"], ["57", "45", "-3"]] == grid(data)


def test_what_the_sheet_shows_is_read():
    patterns = ["0000000000", "dd/mm/yyyy", "0%"]
    data = xlsb([(912345678.0, 1), (45356.0, 2), (0.45, 3)], formats=patterns)

    assert [["0912345678", "05/03/2024", "45%"]] == grid(data)


def test_errors_notes_and_what_is_crossed_out_are_asked_about():
    noted = xlsb([None, Rich([("45", 0), ("1", 1)])], font=RAISED)
    crossed = xlsb([(7, 1), Rich([("4", 1), ("7", 0)])], font=STRUCK)

    assert ([["#REF!", "45¹"]], [["7", "47"]]) == (grid(noted), grid(crossed))
    assert ["error_cell", "raised_figure"] == list(read(noted).doubts.values())
    assert ["struck_out", "struck_out"] == list(read(crossed).doubts.values())


def test_merged_rows_and_hidden_sheets_are_as_in_other_files():
    table = read(xlsb(["Bưng", "a"], ["", "b"], merged=[(0, 1, 0, 0)], states=(1, 0, 0)))

    assert [["Bưng", "a"], ["Bưng", "b"]] == table.rows
    assert ("Trang 2", ("Trang 2", "Trang 3")) == (table.sheet, table.sheets)
