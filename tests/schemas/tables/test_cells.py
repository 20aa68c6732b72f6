"""What a cell of a workbook says, by its value and its number format."""

from datetime import date, datetime, time, timedelta

import pytest

from schemas.tables.cells import EPOCH_1904, Piece, rich, showing, typed, unescaped


@pytest.mark.parametrize(
    ("value", "pattern", "text"),
    [
        (912345678, "0000000000", "0912345678"),
        (912345678, "0#########", "0912345678"),
        (912345678, '"0"#########', "0912345678"),
        (912345678, "0### ### ###", "0912345678"),
        (12, '"KH-"0000', "KH-0012"),
        (12, "[<=99]000;0", "012"),
        (1234567, "#,##0", "1234567"),
        (45, '0 "người"', "45"),
        (1500000, '#,##0\\ "₫"', "1500000"),
        (15000, '#,##0" nghìn đồng"', "15000 nghìn đồng"),
        (1.5, '0.0" triệu"', "1,5 triệu"),
        (15000000, '#,##0,\\ "nghìn đồng"', "15000 nghìn đồng"),
        (1500000, "#,##0,", "1500000"),
        (1500000, "_-* #,##0_-;-* #,##0_-", "1500000"),
        (-3, "000", "-3"),
        (0.45, "0%", "45%"),
        (0.615, "0%", "61,5%"),
        (2 / 3, "0.0%", "66,7%"),
        (1 / 3 * 1000, "#,##0", "333"),
        (333.25, "#,##0", "333,25"),
        (61.456789, "0.0", "61,5"),
        (61.456789, "General", "61,456789"),
        (45356, "dd/mm/yyyy", "05/03/2024"),
        (45356.5, "dd/mm/yyyy", "05/03/2024"),
        (45356.6, "dd/mm/yyyy hh:mm", "05/03/2024 14:24"),
        (45356, "[$-42A]dd mmmm yyyy", "05/03/2024"),
        (45356, '"ngày "dd" tháng "mm" năm "yyyy', "05/03/2024"),
        (45356, "mm/yyyy", "03/2024"),
        (45356, "yyyy", "2024"),
        (45356, "d-mmm", "05/03"),
        (0.6, "h:mm", "14:24"),
        (1.5, "[h]:mm", "36:00"),
        (59, "dd/mm/yyyy", "28/02/1900"),
        (61, "dd/mm/yyyy", "01/03/1900"),
        (45, "[Red]0", "45"),
        (45, "@", "45"),
    ],
)
def test_a_number_is_what_the_sheet_shows(value, pattern, text):
    assert text == showing(pattern)(value)


def test_days_of_a_workbook_that_counts_from_1904_are_its_own():
    assert "06/03/2028" == showing("dd/mm/yyyy", EPOCH_1904)(45356)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (56.99999999999999, "57"),
        (5.6e-17, "0"),
        (-5.6e-17, "0"),
        (5000.000000000001, "5000"),
        (0.1 + 0.2, "0,3"),
        (4.5, "4,5"),
        (30000000.0, "30000000"),
    ],
)
def test_what_was_worked_out_a_hair_beside_a_number_is_the_number(value, text):
    assert text == typed(value)


@pytest.mark.parametrize(
    ("value", "doubt"),
    [
        (float("nan"), "error_cell"),
        (float("inf"), "error_cell"),
        (1.234567890123456e18, "digits_lost"),
    ],
)
def test_a_number_that_no_sheet_holds_is_doubtful(value, doubt):
    assert doubt == typed(value).doubt


@pytest.mark.parametrize("value", [-1.0, 1e9, float("nan"), float("inf")])
@pytest.mark.parametrize("pattern", ["dd/mm/yyyy", "[h]:mm"])
def test_a_day_that_no_calendar_has_is_an_error_as_in_the_sheet(value, pattern):
    shown = showing(pattern)(value)

    assert ("#####", "error_cell") == (shown, shown.doubt)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (True, "1"),
        (date(2012, 7, 24), "24/07/2012"),
        (datetime(2012, 7, 24, 14, 5), "24/07/2012 14:05"),  # noqa: DTZ001  # as Excel has it
        (time(7, 30), "07:30"),
        (timedelta(hours=26, minutes=30), "26:30"),
        ("=1+1", "'=1+1"),
        (None, ""),
    ],
)
def test_values_of_other_kinds_are_typed(value, text):
    assert text == typed(value)


def test_a_figure_set_high_stays_high_and_what_is_crossed_out_is_asked_about():
    assert "45¹" == rich([Piece("45"), Piece("1", is_raised=True)])
    assert "struck_out" == rich([Piece("45", is_struck=True), Piece(" 47")]).doubt


@pytest.mark.parametrize(
    ("escaped", "text"),
    [
        ("một_x000D_\nhai", "một\nhai"),
        ("_x005F_x0041_", "_x0041_"),
        ("_x00e9_", "é"),
        ("_xD800_", "_xD800_"),
        ("ten_xa_moi", "ten_xa_moi"),
    ],
)
def test_what_open_xml_escapes_comes_back(escaped, text):
    assert text == unescaped(escaped)
