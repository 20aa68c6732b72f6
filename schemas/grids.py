"""Files that hold tables, CSV or XLSX, as rows of text: what a person would have typed.

A grid knows nothing of records. Its text is Unicode in its composed form, whatever the file
was written in; days are 24/07/2012, and a decimal comma is a comma.
"""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import singledispatch
from typing import Any, TypeVar

from . import legacy, vietnamese
from .intake_texts import RECORD_ID
from .tables.doubts import Doubtful
from .tables.errors import NoTable as NoTable

MARK = "\ufeff"
DELIMITERS = (",", ";", "\t")
QUOTED = re.compile('"[^"]*"')
FIRST = 10_000  # letters that show which mark stands between cells
MOST_ROWS, MOST_COLUMNS, MOST_CELLS = 50_000, 300, 2_000_000
MOST_UNPACKED = 300 << 20  # bytes; a file of a few kilobytes can claim any size
FORMULA = re.compile(r"'*[=+\-@\t\r]")  # what a spreadsheet would run instead of showing it
OURS = "Khuyến Học"  # the author of a workbook that we wrote
ZIP, OLD_EXCEL = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"

Row = list[str]
Grid = list[Row]
Cells = TypeVar("Cells", list[str], tuple[Any, ...])


@dataclass(frozen=True)
class Table:
    """One sheet of a file, as rows of text."""

    sheet: str  # its name; empty for a file that has none, such as CSV
    sheets: tuple[str, ...]  # all visible ones that hold anything, in their order
    rows: Grid

    @property
    def doubts(self) -> Mapping[tuple[int, int], str]:
        """By row and column from 0, why a cell is doubtful: a key of ``doubts.DOUBTS``."""
        return {
            (row, column): cell.doubt
            for row, cells in enumerate(self.rows)
            for column, cell in enumerate(cells)
            if isinstance(cell, Doubtful)
        }


def grid(data: bytes) -> Grid:
    """The rows of the first table in a file.

    :raises NoTable:
    """
    return read(data).rows


def read(data: bytes, sheet: str | None = None) -> Table:
    """The table in a file; of a workbook the sheet of that name, or the first that has any.

    :raises NoTable: "old", "damaged", "empty" or "large"
    """
    return Table("", (), _rows(data))


def _rows(data: bytes) -> Grid:
    if data.startswith(OLD_EXCEL):
        raise NoTable("old")
    rows = of_workbook(data) if data.startswith(ZIP) else of_text(data)
    found = [_trimmed(row) for row in _bounded(rows)]
    while found and not found[-1]:
        found.pop()
    if not found:
        raise NoTable("empty")
    return found


def of_text(data: bytes) -> Iterator[Row]:
    """The rows of a CSV file, with whatever mark between its cells and in whatever letters.

    :raises NoTable: if it is none
    """
    text = decoded(data)
    if "\0" in text:
        raise NoTable("damaged")
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=delimiter(text))
    except csv.Error:
        raise NoTable("damaged") from None


def delimiter(text: str) -> str:
    """The mark that stands between the cells of most of the first lines."""
    lines = QUOTED.sub("", text[:FIRST]).splitlines()
    return max(DELIMITERS, key=lambda mark: (sum(mark in line for line in lines), mark == ","))


def decoded(data: bytes) -> str:
    """The text of a file, whether a spreadsheet saved it as UTF-8, UTF-16 or an old way."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _composed(data.decode("utf-16", "replace"), legacy.MODERN)
    try:
        return _composed(data.decode("utf-8-sig"), legacy.MODERN)
    except UnicodeDecodeError:
        return _composed(data.decode("latin-1"), legacy.OLD)


def of_workbook(data: bytes) -> Iterator[Row]:
    """The rows of the first sheet of a workbook that has any.

    :raises NoTable: if it is none, or unpacks to more than we take
    """
    author, cells = _cells(data)
    rows = [[typed(cell) for cell in row] for row in cells]
    if author == OURS:  # it says what we wrote, to the letter
        return iter(rows)
    texts = [cell for row in rows for cell in row]
    usual = legacy.reading_of(texts)
    return ([legacy.converted(cell, usual) for cell in row] for row in rows)


@singledispatch
def typed(value: object) -> str:
    """What a person would have typed to get the value of such a cell."""
    return "" if value is None else str(value)


@typed.register
def _(value: str) -> str:
    return f"'{value}" if FORMULA.match(value) else value  # as it stands in a CSV file


@typed.register
def _(value: bool) -> str:
    return "1" if value else "0"


@typed.register
def _(value: float) -> str:
    if value.is_integer() and abs(value) < 10**vietnamese.MOST_DIGITS:
        return str(int(value))
    return f"{value:.6f}".rstrip("0").replace(".", ",")


@typed.register
def _(value: datetime) -> str:
    return vietnamese.day(value.date()) if value.time() == time() else f"{value:%d/%m/%Y %H:%M}"


@typed.register
def _(value: date) -> str:
    return vietnamese.day(value)


def _cells(data: bytes) -> tuple[str, Iterator[tuple[Any, ...]]]:
    """Who made the workbook, and the rows of the first sheet that has any."""
    from openpyxl import load_workbook  # a quarter of a second that most starts need not wait

    _check_size(data)
    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
        for sheet in sheets or book.worksheets:
            sheet.reset_dimensions()  # what the file says of its own size is often wrong
            rows = list(_bounded(sheet.iter_rows(values_only=True)))
            if any(cell is not None for row in rows for cell in row):
                return str(book.properties.creator), iter(rows)
    except NoTable:
        raise
    except Exception as error:  # whatever openpyxl trips over, the file is to blame
        raise NoTable("damaged") from error
    raise NoTable("empty")


def _bounded(rows: Iterable[Cells]) -> Iterator[Cells]:
    """The rows, as they are read, as long as they are no more than we take."""
    cells = 0
    for number, row in enumerate(rows, 1):
        kept = row[:MOST_COLUMNS]
        cells += len(kept)
        if number > MOST_ROWS or cells > MOST_CELLS:
            raise NoTable("large")
        yield kept


def _check_size(data: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            size = sum(part.file_size for part in parts.infolist())
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        raise NoTable("damaged") from error
    if size > MOST_UNPACKED:
        raise NoTable("large")


def _composed(text: str, among: Iterable[str]) -> str:
    """The text with each of its lines in Unicode: old fonts and new ones may stand together."""
    if text.isascii():
        return text
    lines = text.splitlines(keepends=True)
    is_ours = lines[0].rstrip().endswith(tuple(RECORD_ID))  # then only what was added may be old
    usual = legacy.AS_IT_IS if is_ours else legacy.reading_of(lines, among)
    return "".join(legacy.converted(line, usual, among) for line in lines)


def _trimmed(row: Row) -> Row:
    cells = [cell.strip() for cell in row]
    while cells and not cells[-1]:
        cells.pop()
    return cells
