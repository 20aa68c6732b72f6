"""Records as an Excel workbook with typed cells: days are days, amounts are numbers.

It is written row by row to a temporary file and sent from there, so that a hundred thousand
records take no more memory than one. Choices can be picked from a list in the cell. What is
in the first sheet is read back by ``grids`` as it was written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import singledispatch
from tempfile import TemporaryFile
from typing import Any, NamedTuple

from . import grids, tabular
from .fields import (
    Choice,
    Day,
    Flag,
    Labelled,
    Number,
    Paragraph,
    PerCriterion,
    Score,
    Text,
    Year,
)
from .record import RecordSchema, Values, field_of
from .texts import TEXTS
from .typed import shown

PIECE = 64 * 1024
LONGEST = 32_767  # letters of one cell, by Excel's own limit
LISTED = 2000  # rows below the last for which choices are offered, too
FORMATS = {"day": "dd/mm/yyyy", "whole": "#,##0", "year": "0", "points": "#,##0.0##", "text": "@"}
TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class Column(NamedTuple):
    heading: str
    field: Labelled | None = None  # None: plain text or numbers


def of_records(schema: type[RecordSchema], rows: Iterable[Values], lang: str) -> Iterator[bytes]:
    """The file, in pieces: all that ``rows`` hold, under headings in words."""
    names, rows = tabular.columns(schema, rows)
    heads = tabular.headings(schema, lang, names)
    columns = [Column(h, _kind(schema, n)) for h, n in zip(heads, names, strict=True)]
    cells = ([_value(schema, name, values, lang) for name in names] for values in rows)
    return pieces(schema.label.say(lang), columns, cells, lang)


def pieces(
    title: str, columns: Sequence[Column], rows: Iterable[Sequence[object]], lang: str
) -> Iterator[bytes]:
    """The file, in pieces: a sheet of ``rows`` under those columns."""
    from xlsxwriter import Workbook  # most starts need not wait for it

    with TemporaryFile() as file:
        book = Workbook(file, {"constant_memory": True, "strings_to_formulas": False})
        book.set_properties({"author": grids.OURS})
        _Sheet(book, title, columns, lang).write(rows)
        book.close()
        file.seek(0)
        while piece := file.read(PIECE):
            yield piece


class _Sheet:
    def __init__(self, book: Any, title: str, columns: Sequence[Column], lang: str) -> None:
        self._sheet = book.add_worksheet(_sheet_name(title))
        self._lists = book.add_worksheet(TEXTS["intake.lists"].say(lang))
        self._columns, self._lang = columns, lang
        self._formats = {n: book.add_format({"num_format": f}) for n, f in FORMATS.items()}
        look = {"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#E6ECED"}
        self._head = book.add_format({**look, "border": 1})

    def write(self, rows: Iterable[Sequence[object]]) -> None:
        for place, column in enumerate(self._columns):
            kind = self._formats[style(column.field) if column.field else "text"]
            self._sheet.set_column(place, place, width(column), kind)
        self._sheet.freeze_panes(1, 0)
        for place, column in enumerate(self._columns):
            self._sheet.write_string(0, place, column.heading, self._head)
        last = 0
        for last, row in enumerate(rows, 1):
            for place, (column, value) in enumerate(zip(self._columns, row, strict=True)):
                self._put(last, place, column.field, value)
        self._sheet.autofilter(0, 0, last, max(0, len(self._columns) - 1))
        self._offer(last + LISTED)

    def _put(self, row: int, place: int, field: Labelled | None, value: object) -> None:
        found = cell(field, value, self._lang) if field else value
        kind = self._formats[style(field) if field else "text"]
        if isinstance(found, date):
            self._sheet.write_datetime(row, place, found, kind)
        elif isinstance(found, (int, float)) and not isinstance(found, bool):
            self._sheet.write_number(row, place, found, kind if field else self._formats["whole"])
        elif found not in (None, ""):
            text = str(found).encode("utf-8", "replace").decode()
            self._sheet.write_string(row, place, text[:LONGEST], self._formats["text"])

    def _offer(self, last: int) -> None:
        """Let choices be picked from the second sheet, which holds them all."""
        names = [
            (place, offered(column.field, self._lang)) for place, column in enumerate(self._columns)
        ]
        lists = [(place, options) for place, options in names if options]
        for row in range(max((len(options) for _, options in lists), default=0)):
            for at, (_, options) in enumerate(lists):
                if row < len(options):
                    self._lists.write_string(row, at, options[row])
        for at, (place, options) in enumerate(lists):
            source = f"='{self._lists.get_name()}'!${_letters(at)}$1:${_letters(at)}${len(options)}"
            wish = {"validate": "list", "source": source, "error_type": "warning"}
            self._sheet.data_validation(1, place, last, place, wish)


@singledispatch
def cell(field: Labelled, value: object, lang: str) -> object:
    """The value as its cell holds it: a day, a number or words."""
    return shown(field, value, lang)


@cell.register
def _(field: Day, value: object, lang: str) -> object:
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        return shown(field, value, lang)


@cell.register(Number)
@cell.register(Score)
def _(field: Labelled, value: object, lang: str) -> object:
    return value if isinstance(value, (int, float)) else shown(field, value, lang)


@singledispatch
def style(field: Labelled) -> str:
    """The name of the format in ``FORMATS`` that such cells have."""
    return "text"


@style.register
def _(field: Day) -> str:
    return "day"


@style.register
def _(field: Number) -> str:
    return "whole"


@style.register
def _(field: Year) -> str:
    return "year"


@style.register
def _(field: Score) -> str:
    return "points"


def offered(field: Labelled | None, lang: str) -> list[str]:
    """What there is to choose from, in words."""
    if isinstance(field, Flag):
        return [TEXTS["flag.yes"].say(lang), TEXTS["flag.no"].say(lang)]
    options: Mapping[str, Any] = field.options if isinstance(field, Choice) else {}
    return [label.say(lang) for label in options.values()]


def width(column: Column) -> int:
    """How wide the column is, in letters."""
    if isinstance(column.field, (Paragraph, Choice)):
        return 32
    is_text = column.field is None or isinstance(column.field, Text)
    return max(24 if is_text else 12, min(len(column.heading), 20))


def _kind(schema: type[RecordSchema], name: str) -> Labelled | None:
    field = field_of(schema, name)
    return field.cell if isinstance(field, PerCriterion) else field


def _value(schema: type[RecordSchema], name: str, values: Values, lang: str) -> object:
    if name in schema.derived:
        return values[name] if name in values else schema.derived[name].of(values)
    if name in schema.exported:
        return tabular.cells(schema, values, lang, [name])[0]
    return values.get(name)


def _sheet_name(title: str) -> str:
    """The title without what Excel forbids in the name of a sheet."""
    return "".join(" " if letter in "[]:*?/\\'" else letter for letter in title)[:31].strip() or "1"


def _letters(place: int) -> str:
    return (_letters(place // 26 - 1) if place >= 26 else "") + chr(ord("A") + place % 26)
