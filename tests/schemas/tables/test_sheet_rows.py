"""The rows of a sheet are those that the library would write, cell by cell, four times slower."""

import io
import re
from datetime import date
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from xlsxwriter import Workbook

from schemas.tables import sheet_rows

ODD = [
    "_x000D_",
    "a_x005f_b",
    " vào ",
    "a\tb",
    "a\nb",
    "\x0b\x1f",
    "\ufffe\uffff",
    "<&>\"'",
    "=1+1",
]
TEXTS = st.text(min_size=1, max_size=12) | st.sampled_from(ODD)
NUMBERS = (
    st.integers(-(10**17), 10**17) | st.floats(-1e15, 1e15) | st.sampled_from([0.1, 4.5, 1e21])
)
DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))


def by_the_library(values):
    """The cells of a row, as the library writes them with its first format."""
    file = io.BytesIO()
    book = Workbook(file, {"constant_memory": True, "strings_to_formulas": False})
    sheet, style = book.add_worksheet(), book.add_format({"num_format": "@"})
    for place, value in enumerate(values):
        if isinstance(value, date):
            sheet.write_datetime(0, place, value, style)
        elif isinstance(value, str):
            sheet.write_string(0, place, value, style)
        else:
            sheet.write_number(0, place, value, style)
    book.close()
    xml = ZipFile(file).read("xl/worksheets/sheet1.xml").decode()
    return re.search("<sheetData>(.*)</sheetData>", xml, re.DOTALL)[1]


def put(value):
    if isinstance(value, date):
        return sheet_rows.day(value, "1")
    return sheet_rows.text(value, "1") if isinstance(value, str) else sheet_rows.number(value, "1")


@given(st.lists(TEXTS | NUMBERS | DAYS, min_size=1, max_size=30))
def test_cells_are_those_of_the_library(values):
    columns = [(sheet_rows.letters(place), put) for place in range(len(values))]

    assert by_the_library(values) == sheet_rows.rows(1, [values], columns)


def test_half_of_a_letter_and_what_is_too_long_are_cut():
    assert ">?</t>" in sheet_rows.text("\ud800", "1")
    assert len("x" * 32_767) == sheet_rows.text("x" * 40_000, "1").count("x")


def test_what_is_empty_has_no_cell_and_an_empty_row_is_none():
    columns = [("A", put), ("B", lambda _: ""), ("C", put)]
    made = sheet_rows.rows(7, [[1, 2, None], [None, 2, None], [None, 2, 3]], columns)

    assert ["A7", "C9"] == re.findall(r'<c r="(\w+)"', made)
    assert ["7", "9"] == re.findall(r'<row r="(\d+)"', made)


@pytest.mark.parametrize(
    ("place", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")]
)
def test_columns_are_called_as_in_excel(place, name):
    assert name == sheet_rows.letters(place)
