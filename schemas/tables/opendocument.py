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
from datetime import datetime
from itertools import chain
from xml.etree.ElementTree import Element, iterparse

from .book import Area, Book, Row, Sheet, Surroundings
from .cells import Piece, error, rich, typed
from .doubts import Doubtful

MOST_COPIES = 300  # of a cell that repeats itself: no more columns are read
MOST_ROWS = 50_001  # of a row that does; one more than is taken
ERROR = re.compile(r"#[A-Z/0]+[!?]?|Err:\d+")
RAISED = re.compile(r"super|0*[1-9]")  # by how much of a letter; "-33%" is lowered
PADDED = re.compile(r"0\d+")
SHOWN = ("visible", "")


def book(data: bytes) -> Book:
    """The sheets of a workbook."""
    archive = zipfile.ZipFile(io.BytesIO(data))
    styles = _Styles()
    found: list[Sheet] = []
    with archive.open("content.xml") as file:
        for event, element in iterparse(file, ["start", "end"]):  # noqa: S314  # as in ooxml
            name = local(element)
            if event == "start" and name == "table":
                at = len(found)
                is_visible = _get(element, "style-name") not in styles.hidden
                found.append(_sheet(archive, styles, at, _get(element, "name"), is_visible))
            elif event == "end" and name == "style":
                styles.add(element)
            elif event == "end" and name == "table-row":
                element.clear()
    return Book(found)


def local(element: Element) -> str:
    """The name of an element without its namespace."""
    return element.tag.rpartition("}")[2]


class _Styles:
    """What the styles of the file say that changes what is read."""

    def __init__(self) -> None:
        self.hidden: set[str] = set()  # sheets
        self.raised: set[str] = set()  # texts
        self.struck: set[str] = set()

    def add(self, element: Element) -> None:
        name = _get(element, "name")
        for part in element:
            if local(part) == "table-properties" and _get(part, "display") == "false":
                self.hidden.add(name)
            if local(part) == "text-properties":
                if RAISED.match(_get(part, "text-position")):
                    self.raised.add(name)
                lines = (_get(part, f"text-line-through-{what}") for what in ("style", "type"))
                if any(line not in ("", "none") for line in lines):
                    self.struck.add(name)


def _sheet(
    archive: zipfile.ZipFile, styles: _Styles, at: int, name: str, is_visible: bool
) -> Sheet:
    def rows(around: Surroundings) -> Iterator[tuple[int, Row]]:
        number = 0
        for element in _row_elements(archive, at):
            cells = _row(element, styles, number, around)
            times = _count(element, "number-rows-repeated")
            if any(cells):
                is_hidden = _get(element, "visibility") not in SHOWN
                for copy in range(number, number + min(times, MOST_ROWS)):
                    around.hidden_rows += [copy] if is_hidden else []
                    yield copy, list(cells)
            number += times

    return Sheet(name, is_visible, rows)


def _row_elements(archive: zipfile.ZipFile, at: int) -> Iterator[Element]:
    """The rows of the sheet of that number; a sheet in a sheet would be a drawing's."""
    tables = -1
    with archive.open("content.xml") as file:
        for event, element in iterparse(file, ["start", "end"]):  # noqa: S314  # as in ooxml
            name = local(element)
            if event == "start":
                tables += name == "table"
            elif name == "table-row":
                if tables == at:
                    yield element
                element.clear()
            if tables > at:
                return


def _row(element: Element, styles: _Styles, number: int, around: Surroundings) -> Row:
    row: Row = []
    for cell in element:
        if local(cell) not in ("table-cell", "covered-table-cell"):
            continue
        down, right = _count(cell, "number-rows-spanned"), _count(cell, "number-columns-spanned")
        if down * right > 1:
            column = len(row)
            around.merged.append(Area(number, column, number + down - 1, column + right - 1))
        is_covered = local(cell) == "covered-table-cell"
        text = "" if is_covered else _text(cell, styles)
        copies = _count(cell, "number-columns-repeated")
        row += [text] * min(copies, MOST_COPIES)
        if copies > MOST_COPIES:
            break
    return row


def _text(cell: Element, styles: _Styles) -> str:
    """What the cell says."""
    paragraphs = (list(_pieces(part, styles)) for part in cell if local(part) == "p")
    pieces = list(chain.from_iterable([*p, Piece("\n")] for p in paragraphs))[:-1]
    shown = rich(pieces)
    kind = _get(cell, "value-type")
    text = _value(cell, kind, str(shown))
    if isinstance(shown, Doubtful) or (text and _get(cell, "style-name") in styles.struck):
        return Doubtful(text, "struck_out")
    return text


def _value(cell: Element, kind: str, shown: str) -> str:
    if ERROR.fullmatch(shown.strip()) and _get(cell, "formula"):
        return error(shown.strip())
    if kind in ("float", "currency"):
        number = typed(float(_get(cell, "value")))
        return shown if PADDED.fullmatch(shown) and shown.lstrip("0") == number else number
    if kind == "percentage":
        return f"{typed(round(float(_get(cell, 'value')) * 100, 10))}%"
    if kind == "date":
        return _day(_get(cell, "date-value"), shown)
    if kind == "boolean":
        return typed(_get(cell, "boolean-value") == "true")
    return shown or typed(_get(cell, "string-value"))


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
        name = local(part)
        if name == "s":
            yield Piece(" " * min(_count(part, "c"), MOST_COPIES))
        elif name in ("tab", "line-break"):
            yield Piece("\t" if name == "tab" else "\n")
        elif name in ("span", "a"):
            yield from _pieces(part, styles, _get(part, "style-name") or look)
        yield from piece(part.tail)


def _count(element: Element, name: str) -> int:
    return int(_get(element, name) or 1)


def _get(element: Element, name: str) -> str:
    """The attribute of that name, in whatever namespace."""
    return next((v for k, v in element.items() if k.rpartition("}")[2] == name), "")
