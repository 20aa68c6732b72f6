"""Workbooks in Excel's binary kind."""

from schemas.grids import grid, read

from .files import xlsb


def test_texts_numbers_and_flags_are_read():
    data = xlsb(["Tên", "ĐT", ""], ["Bưởi", 912345678.0, True], [56.99999999999999, 4.5])

    assert [["Tên", "ĐT"], ["Bưởi", "912345678", "1"], ["57", "4,5"]] == grid(data)
    assert ("Trang 1", ("Trang 1",)) == (read(data).sheet, read(data).sheets)


def test_a_share_is_asked_about_since_the_file_does_not_tell_whether_it_is_per_cent():
    assert {(0, 1): "perhaps_per_cent"} == read(xlsb(["a", 0.45, 0.0, 1.0])).doubts
