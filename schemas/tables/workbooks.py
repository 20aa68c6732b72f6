"""Records as an Excel workbook with typed cells: days are days, amounts are numbers.

Its rows are written as they come to a temporary file and sent from there, so that a hundred
thousand records take no more memory than one. Choices can be picked from a list in the cell. What
is in the first sheet is read back by ``grids`` as it was written.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from io import BytesIO
from itertools import islice
from tempfile import TemporaryFile
from typing import Any, NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile

from ..fields import (
    Choice,
    Day,
    Flag,
    Labelled,
    Listed,
    Number,
    Paragraph,
    PerCriterion,
    Score,
    Text,
    Year,
)
from ..fields.uses import use
from ..forms.text import shown
from ..readable import cell_of, is_readable
from ..readable import is_text as is_storable
from ..record import RecordSchema, Values, field_of
from ..texts import TEXTS
from . import grids, sheet_rows, tabular
from .per_column import is_text, remembered

PIECE = 64 * 1024
AT_ONCE = 500  # rows
PACKED = 6  # of 9; below, the file grows sooner than the work shrinks
LISTED = 2000  # rows below the last for which choices are offered, too
FORMATS = {"day": "dd/mm/yyyy", "whole": "#,##0", "year": "0", "points": "#,##0.0##", "text": "@"}
SHEET, TYPES, END = "xl/worksheets/sheet1.xml", "[Content_Types].xml", b"</sheetData>"
SAMPLE, DIMENSION = re.compile(rb'<row r="2">.*?</row>'), re.compile(rb"<dimension [^>]*>")
STYLE = re.compile(r's="(\d+)"')
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
    frame = _Frame(title, columns, lang)
    with TemporaryFile() as file:
        with ZipFile(file, "w", ZIP_DEFLATED, compresslevel=PACKED) as made:
            _write(made, frame, rows)
        file.seek(0)
        while piece := file.read(PIECE):
            yield piece


def _write(made: ZipFile, frame: _Frame, rows: Iterable[Sequence[object]]) -> None:
    """The parts of the file: the beginning of the sheet, its rows, and its end."""
    begun = frame.parts(0)
    made.writestr(TYPES, begun[TYPES])
    puts = frame.puts(begun)
    last, left = 0, iter(rows)
    with made.open(SHEET, "w", force_zip64=True) as sheet:
        sheet.write(_before(begun))
        while some := list(islice(left, AT_ONCE)):
            sheet.write(sheet_rows.rows(last + 2, some, puts).encode())  # below the headings
            last += len(some)
        done = frame.parts(last) if last else begun
        sheet.write(b"".join(done[SHEET].partition(END)[1:]))
    for name, part in done.items():
        if name not in (TYPES, SHEET):
            made.writestr(name, part)


def _before(parts: Mapping[str, bytes]) -> bytes:
    """The sheet up to its headings; how many rows it has is not known yet, and is left out."""
    return SAMPLE.sub(b"", DIMENSION.sub(b"", parts[SHEET].partition(END)[0]))


class _Frame:
    """All of the file but its rows: the library makes it, for a sheet of that many."""

    def __init__(self, title: str, columns: Sequence[Column], lang: str) -> None:
        self._title, self._columns, self._lang = title, columns, lang

    def parts(self, last: int) -> dict[str, bytes]:
        """The parts of the file by name; the sheet has one row with a cell of each style."""
        from xlsxwriter import Workbook  # most starts need not wait for it

        file = BytesIO()
        book = Workbook(file, {"constant_memory": True, "strings_to_formulas": False})
        book.set_properties({"author": grids.OURS})
        self._sheet(book, last)
        book.close()
        with ZipFile(file) as made:
            return {name: made.read(name) for name in made.namelist()}

    def puts(self, parts: Mapping[str, bytes]) -> list[tuple[str, sheet_rows.Put]]:
        """For each column what it is called, and what makes its cells."""
        sample = SAMPLE.search(parts[SHEET])
        numbers = STYLE.findall(sample[0].decode()) if sample else []
        styles = dict(zip(FORMATS, numbers, strict=True))
        return [
            (sheet_rows.letters(place), _put(column.field, styles, self._lang))
            for place, column in enumerate(self._columns)
        ]

    def _sheet(self, book: Any, last: int) -> None:
        sheet = book.add_worksheet(_sheet_name(self._title))
        lists = book.add_worksheet(TEXTS["intake.lists"].say(self._lang))
        formats = {name: book.add_format({"num_format": f}) for name, f in FORMATS.items()}
        look = {"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#E6ECED"}
        head = book.add_format({**look, "border": 1})
        for place, column in enumerate(self._columns):
            kind = formats[style(column.field) if column.field else "text"]
            sheet.set_column(place, place, width(column), kind)
        sheet.freeze_panes(1, 0)
        for place, column in enumerate(self._columns):
            sheet.write_string(0, place, column.heading, head)
        for place, kind in enumerate(formats.values()):
            sheet.write_blank(1, place, None, kind)
        sheet.autofilter(0, 0, last, max(0, len(self._columns) - 1))
        self._offer(sheet, lists, last + LISTED)

    def _offer(self, sheet: Any, lists: Any, last: int) -> None:
        """Let choices be picked from the second sheet, which holds them all."""
        names = [
            (place, _choices(column, self._lang)) for place, column in enumerate(self._columns)
        ]
        choices = [(place, options) for place, options in names if options]
        for row in range(max((len(options) for _, options in choices), default=0)):
            for at, (_, options) in enumerate(choices):
                if row < len(options):
                    lists.write_string(row, at, options[row])
        for at, (place, options) in enumerate(choices):
            column = sheet_rows.letters(at)
            source = f"='{lists.get_name()}'!${column}$1:${column}${len(options)}"
            wish = {"validate": "list", "source": source, "error_type": "warning"}
            sheet.data_validation(1, place, last, place, wish)


def _put(field: Labelled | None, styles: Mapping[str, str], lang: str) -> sheet_rows.Put:
    """What makes a cell of each value of that column."""
    kind, words = styles[style(field) if field else "text"], styles["text"]
    whole = kind if field else styles["whole"]

    def put(value: object) -> str:
        content = cell(field, value, lang) if field else value
        if isinstance(content, date):
            return sheet_rows.day(content, kind)
        if isinstance(content, (int, float)) and not isinstance(content, bool):
            return sheet_rows.number(content, whole)
        return sheet_rows.text(str(content), words) if content not in (None, "") else ""

    if not is_text(field):
        return remembered(put)
    return lambda value: (
        sheet_rows.text(value, words)
        if value.__class__ is str and value and is_storable(value)
        else put(value)
    )


@use("cell of a workbook")
def cell(field: Labelled, value: object, lang: str) -> object:
    """The value as its cell holds it: a day, a number or words."""
    raise NotImplementedError


@cell.register(Text)
@cell.register(Choice)
@cell.register(Flag)
@cell.register(Listed)
@cell.register(PerCriterion)
def _(field: Labelled, value: object, lang: str) -> object:
    return shown(field, value, lang)


@cell.register
def _(field: Day, value: object, lang: str) -> object:
    is_day = isinstance(value, str) and is_readable(field, value)
    return date.fromisoformat(value) if is_day else shown(field, value, lang)  # type: ignore[arg-type]


@cell.register(Number)
@cell.register(Score)
def _(field: Labelled, value: object, lang: str) -> object:
    return value if is_readable(field, value) else shown(field, value, lang)


@use("format of a workbook's cell")
def style(field: Labelled) -> str:
    """The name of the format in ``FORMATS`` that such cells have."""
    raise NotImplementedError


@style.register(Text)
@style.register(Choice)
@style.register(Flag)
@style.register(Listed)
@style.register(PerCriterion)
def _(_field: Labelled) -> str:
    return "text"


@style.register
def _(_field: Day) -> str:
    return "day"


@style.register
def _(_field: Number) -> str:
    return "whole"


@style.register
def _(_field: Year) -> str:
    return "year"


@style.register
def _(_field: Score) -> str:
    return "points"


def _choices(column: Column, lang: str) -> list[str]:
    return offered(column.field, lang) if column.field else []


@use("choices of a workbook's cell")
def offered(field: Labelled, lang: str) -> list[str]:
    """What there is to choose from, in words."""
    raise NotImplementedError


@offered.register(Text)
@offered.register(Day)
@offered.register(Number)
@offered.register(Score)
@offered.register(Listed)
@offered.register(PerCriterion)
def _(_field: Labelled, _lang: str) -> list[str]:
    return []


@offered.register
def _(_field: Flag, lang: str) -> list[str]:
    return [TEXTS["flag.yes"].say(lang), TEXTS["flag.no"].say(lang)]


@offered.register
def _(field: Choice, lang: str) -> list[str]:
    return [label.say(lang) for label in field.codes.options.values()]


@use("width of a workbook's column")
def letters(field: Labelled) -> int:
    """How wide its column is, in letters."""
    raise NotImplementedError


@letters.register(Paragraph)
@letters.register(Choice)
def _(_field: Labelled) -> int:
    return 32


@letters.register
def _(_field: Text) -> int:
    return 24


@letters.register(Day)
@letters.register(Number)
@letters.register(Score)
@letters.register(Flag)
@letters.register(Listed)
@letters.register(PerCriterion)
def _(_field: Labelled) -> int:
    return 12


def width(column: Column) -> int:
    """How wide the column is, in letters; wider if its heading is long."""
    least = 24 if column.field is None else letters(column.field)
    return max(least, min(len(column.heading), 20))


def _kind(schema: type[RecordSchema], name: str) -> Labelled | None:
    field = field_of(schema, name)
    return field.cell if isinstance(field, PerCriterion) else field


def _value(schema: type[RecordSchema], name: str, values: Values, lang: str) -> object:
    if name in schema.derived:
        return values[name] if name in values else schema.derived[name].of(values)
    if name in schema.exported:
        return tabular.cells(schema, values, lang, [name])[0]
    return cell_of(values, name)


def _sheet_name(title: str) -> str:
    """The title without what Excel forbids in the name of a sheet."""
    return "".join(" " if letter in "[]:*?/\\'" else letter for letter in title)[:31].strip() or "1"
