"""Workbooks in OpenDocument (.ods), as texts of cells.

The file holds each value and, beside it, the text that the sheet shows. Of numbers the text
counts where it has zeros that the number has not.

OpenDocument 1.3, part 3, chapters 9 and 19.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import chain
from xml.etree.ElementTree import Element, iterparse

from ..formatting.vietnamese import fold
from .book import Area, Book, Row, Sheet, SheetExtras
from .cells import UNIT, Piece, error, rich, typed
from .doubts import Doubtful
from .errors import NoTable
from .limits import MOST_CELLS, MOST_COLUMNS, MOST_ROWS

SPACE = "{{urn:oasis:names:tc:opendocument:xmlns:{}:1.0}}{}".format


def _names(space: str, *names: str) -> list[str]:
    return [SPACE(space, name) for name in names]


TABLE, ROW, CELL, COVERED = _names(
    "table", "table", "table-row", "table-cell", "covered-table-cell"
)
NAME, STYLE_NAME, DISPLAY, VISIBILITY, FORMULA = _names(
    "table", "name", "style-name", "display", "visibility", "formula"
)
ROWS_REPEATED, COLUMNS_REPEATED, ROWS_SPANNED, COLUMNS_SPANNED = _names(
    "table",
    "number-rows-repeated",
    "number-columns-repeated",
    "number-rows-spanned",
    "number-columns-spanned",
)
KIND, VALUE, DATE, BOOLEAN, STRING = _names(
    "office", "value-type", "value", "date-value", "boolean-value", "string-value"
)
PARAGRAPH, SPAN, LINK, SPACES, TAB, BREAK, COUNT, TEXT_STYLE = _names(
    "text", "p", "span", "a", "s", "tab", "line-break", "c", "style-name"
)
STYLE, STYLED_NAME, OF_TABLE, OF_TEXT, POSITION, LINE_STYLE, LINE_TYPE = _names(
    "style",
    "style",
    "name",
    "table-properties",
    "text-properties",
    "text-position",
    "text-line-through-style",
    "text-line-through-type",
)
ERROR = re.compile(r"#[A-Z/0]+[!?]?|Err:\d+")
RAISED = re.compile(r"super|0*[1-9]")  # by how much of a letter; "-33%" is lowered
PADDED = re.compile(r"0\d+")
SHOWN_UNIT = re.compile(r"-?\d[\d., ]*([^\W\d].*)")  # what the sheet says it counts in


@dataclass
class _Styles:
    """What the styles of the file say that changes what is read."""

    hidden: set[str] = field(default_factory=set)  # sheets
    raised: set[str] = field(default_factory=set)  # texts
    struck: set[str] = field(default_factory=set)

    def add(self, element: Element) -> None:
        name = element.get(STYLED_NAME, "")
        for part in element:
            if part.tag == OF_TABLE and part.get(DISPLAY) == "false":
                self.hidden.add(name)
            if part.tag == OF_TEXT:
                if RAISED.match(part.get(POSITION, "")):
                    self.raised.add(name)
                if {part.get(LINE_STYLE, "none"), part.get(LINE_TYPE, "none")} != {"none"}:
                    self.struck.add(name)


@dataclass
class _Table:
    """A sheet that was read."""

    name: str
    is_visible: bool
    extras: SheetExtras = field(default_factory=SheetExtras)
    rows: list[tuple[int, Row]] = field(default_factory=list)
    height: int = 0

    def add(self, element: Element, styles: _Styles) -> int:
        """Read a row; return how many cells it has, with all its copies."""
        row = _row(element, styles, self.height, self.extras)
        times = _count(element, ROWS_REPEATED)
        if any(row):
            if self.height + times > MOST_ROWS:
                raise NoTable("large")
            for number in range(self.height, self.height + times):
                self.rows.append((number, list(row)))
                if element.get(VISIBILITY, "visible") != "visible":
                    self.extras.hidden_rows.append(number)
        self.height += times
        return len(row) * times if any(row) else 0

    def sheet(self) -> Sheet:
        def rows(extras: SheetExtras) -> Iterator[tuple[int, Row]]:
            extras.merged += self.extras.merged
            extras.hidden_rows += self.extras.hidden_rows
            yield from self.rows

        return Sheet(self.name, self.is_visible, rows)


def book(data: bytes) -> Book:
    """The sheets of a workbook, all read in one go: they are one part of the file.

    :raises NoTable: "large"
    """
    archive = zipfile.ZipFile(io.BytesIO(data))
    styles, tables, cells = _Styles(), list[_Table](), 0
    with archive.open("content.xml") as file:
        for event, element in iterparse(file, ["start", "end"]):  # noqa: S314  # as in ooxml
            if event == "start":
                if element.tag == TABLE:
                    is_visible = element.get(STYLE_NAME) not in styles.hidden
                    tables.append(_Table(element.get(NAME, ""), is_visible))
            elif element.tag == STYLE:
                styles.add(element)
            elif element.tag == ROW and tables:
                cells += tables[-1].add(element, styles)
                element.clear()
            if cells > MOST_CELLS:
                raise NoTable("large")
    return Book([each.sheet() for each in tables])


def _row(element: Element, styles: _Styles, number: int, extras: SheetExtras) -> Row:
    row: Row = []
    for cell in element:
        if cell.tag not in (CELL, COVERED):
            continue
        down, right = _count(cell, ROWS_SPANNED), _count(cell, COLUMNS_SPANNED)
        if down * right > 1:
            column = len(row)
            extras.merged.append(Area(number, column, number + down - 1, column + right - 1))
        text = _text(cell, styles) if cell.tag == CELL and len(cell) else ""
        copies = _count(cell, COLUMNS_REPEATED)
        row += [text] * min(copies, MOST_COLUMNS)
        if len(row) > MOST_COLUMNS:
            break
    while row and not row[-1]:
        row.pop()
    return row


def _text(cell: Element, styles: _Styles) -> str:
    """What the cell says."""
    paragraphs = (list(_pieces(part, styles)) for part in cell if part.tag == PARAGRAPH)
    pieces = list(chain.from_iterable([*p, Piece("\n")] for p in paragraphs))[:-1]
    shown = rich(pieces)
    text = _value(cell, str(shown))
    if isinstance(shown, Doubtful) or (text and cell.get(STYLE_NAME) in styles.struck):
        return Doubtful(text, "struck_out")
    return text


def _value(cell: Element, shown: str) -> str:
    kind = cell.get(KIND)
    if cell.get(FORMULA) and ERROR.fullmatch(shown.strip()):
        return error(shown.strip())
    if kind in ("float", "currency"):
        number = typed(float(cell.get(VALUE, "")))
        words = SHOWN_UNIT.fullmatch(shown)
        if words and UNIT.match(fold(words[1])):
            return shown
        return shown if PADDED.fullmatch(shown) and shown.lstrip("0") == number else number
    if kind == "percentage":
        return f"{typed(round(float(cell.get(VALUE, '')) * 100, 10))}%"
    if kind == "date":
        return _day(cell.get(DATE, ""), shown)
    if kind == "boolean":
        return typed(cell.get(BOOLEAN) == "true")
    return shown or typed(cell.get(STRING, ""))


def _day(value: str, shown: str) -> str:
    """The day, with its time only where the sheet shows one."""
    try:
        moment = datetime.fromisoformat(value[:19])
    except ValueError:
        return Doubtful(shown or value, "error_cell")
    return typed(moment) if ":" in shown else typed(moment.date())


def _pieces(element: Element, styles: _Styles, look: str = "") -> Iterator[Piece]:
    def piece(text: str | None) -> Iterator[Piece]:
        if text:
            yield Piece(text, look in styles.raised, look in styles.struck)

    yield from piece(element.text)
    for part in element:
        if part.tag == SPACES:
            yield Piece(" " * min(_count(part, COUNT), MOST_COLUMNS))
        elif part.tag in (TAB, BREAK):
            yield Piece("\t" if part.tag == TAB else "\n")
        elif part.tag in (SPAN, LINK):
            yield from _pieces(part, styles, part.get(TEXT_STYLE) or look)
        yield from piece(part.tail)


def _count(element: Element, name: str) -> int:
    return int(element.get(name) or 1)
