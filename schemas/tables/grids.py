"""Files that hold tables, of whatever kind, as rows of text: what a person would have typed.

A grid knows nothing of records. Its text is Unicode in its composed form, whatever the file
was written in; days are 24/07/2012, and a decimal comma is a comma. A cell whose text is not
certain is ``Doubtful``. Hidden sheets are passed over; hidden rows and columns are read, and
named, since a filter hides what is still kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from . import (
    delimited,
    excel97,
    excel_binary,
    kinds,
    legacy_encodings,
    letters,
    ooxml,
    opendocument,
    swapped,
)
from .book import Area, Book, Sheet, SheetExtras, fill
from .book import Row as Row
from .cells import typed as typed
from .delimited import decoded as decoded
from .doubts import Doubtful
from .errors import NoTable as NoTable
from .limits import MOST_CELLS as MOST_CELLS
from .limits import MOST_COLUMNS
from .limits import MOST_ROWS as MOST_ROWS

MARK = "\ufeff"
OURS = "Khuyến Học"  # the author of a workbook that we wrote
READERS: Mapping[str, Callable[[bytes], Book]] = {
    kinds.OOXML: ooxml.book,
    kinds.OPEN: opendocument.book,
    kinds.OLD: excel97.book,
    kinds.BINARY: excel_binary.book,
}

Grid = list[Row]


@dataclass(frozen=True)
class Table:
    """One sheet of a file, as rows of text."""

    sheet: str  # its name; empty for a file that has none, such as CSV
    sheets: tuple[str, ...]  # all visible ones that hold anything, in their order
    rows: Grid
    merged: Sequence[Area] = ()  # what is merged down a column is in each of its rows
    hidden_rows: Sequence[int] = ()  # from 0; they are in ``rows``
    hidden_columns: Sequence[int] = ()

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

    :raises NoTable: with the name of the sentence that says what the file is instead
    """
    table = next(_tables(data, sheet), None)
    if table is None:
        raise NoTable("empty")
    return table


def tables(data: bytes) -> list[Table]:
    """The tables of all sheets of a file that can be seen and hold anything.

    :raises NoTable: as ``read`` does
    """
    sheets = []
    for table in _tables(data):
        sheets.append(table)
        cells = sum(len(row) for each in sheets for row in each.rows)
        if sum(len(each.rows) for each in sheets) > MOST_ROWS or cells > MOST_CELLS:
            raise NoTable("large")
    if not sheets:
        raise NoTable("empty")
    return sheets


def _tables(data: bytes, sheet: str | None = None) -> Iterator[Table]:
    try:
        kind = kinds.kind_of(data)
        if kind == kinds.TEXT:
            yield Table("", (), _whole(_bounded(delimited.rows(data))))
        else:
            yield from _of_book(READERS[kind](data), sheet)
    except NoTable:
        raise
    except Exception as error:  # whatever a reader trips over, the file is to blame
        raise NoTable("damaged") from error


def of_text(data: bytes) -> Iterator[Row]:
    """The rows of a CSV file.

    :raises NoTable: if it is none
    """
    return delimited.rows(data)


def _of_book(book: Book, wanted: str | None) -> Iterator[Table]:
    visible = [sheet for sheet in book.sheets if sheet.is_visible] or book.sheets
    sheets = [sheet for sheet in visible if _has_any(sheet)]
    names = tuple(each.name for each in sheets)
    for sheet in sheets:
        if wanted in (None, sheet.name):
            yield _table(book, sheet, names)


def _table(book: Book, sheet: Sheet, names: tuple[str, ...]) -> Table:
    extras = SheetExtras()
    rows = list(_bounded(_in_place(sheet.rows(extras))))
    fill(rows, extras.merged)
    if book.author != OURS:
        swapped.doubted(rows)
    if book.author != OURS:  # it says what we wrote, to the letter
        rows = _in_unicode(rows)
    hidden = extras.hidden_rows, extras.hidden_columns
    return Table(sheet.name, names, _whole(rows), extras.merged, *hidden)


def _has_any(sheet: Sheet) -> bool:
    return next(sheet.rows(SheetExtras()), None) is not None


def _in_place(rows: Iterable[tuple[int, Row]]) -> Iterator[Row]:
    """The rows with those between them that hold nothing."""
    place = 0
    for number, row in rows:
        if number >= MOST_ROWS:
            raise NoTable("large")
        yield from ([] for _ in range(place, number))
        yield row
        place = number + 1


def _bounded(rows: Iterable[Row]) -> Iterator[Row]:
    """The rows, as they are read, as long as they are no more than we take."""
    cells = 0
    for number, row in enumerate(rows, 1):
        kept = row if len(row) <= MOST_COLUMNS else row[:MOST_COLUMNS]
        cells += len(kept)
        if number > MOST_ROWS or cells > MOST_CELLS:
            raise NoTable("large")
        yield kept


def _in_unicode(rows: Grid) -> Grid:
    """The rows in Unicode and composed, whatever font they were typed in."""
    usual = legacy_encodings.reading_of(cell for row in rows for cell in row)
    known: dict[str, str] = {}  # most texts of a register stand there often
    for row in rows:
        for place, cell in enumerate(row):
            if isinstance(cell, Doubtful):
                row[place] = Doubtful(legacy_encodings.converted(cell, usual), cell.doubt)
            elif cell in known:
                row[place] = known[cell]
            elif not cell.isascii() or "?" in cell:
                known[cell] = row[place] = letters.checked(
                    legacy_encodings.converted(letters.mended(cell), usual)
                )
    return rows


def _whole(rows: Iterable[Row]) -> Grid:
    """The rows without what is empty at their ends.

    :raises NoTable: "empty"
    """
    kept = list(rows)
    for row in kept:
        _trim(row)
    while kept and not kept[-1]:
        kept.pop()
    if not kept:
        raise NoTable("empty")
    return kept


def _trim(row: Row) -> None:
    row[:] = [cell.strip() for cell in row]
    while row and not row[-1]:
        row.pop()
