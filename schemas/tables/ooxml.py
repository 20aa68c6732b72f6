"""Workbooks in Office Open XML (.xlsx), transitional or strict, as texts of cells.

Read as a stream, so that a long sheet takes no more memory than its texts. Names of elements
count without their namespace and names of parts without their capitals, as Excel reads them.

ECMA-376, part 1, chapter 18.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from xml.etree.ElementTree import Element, iterparse

from .book import Area, Book, Row, Sheet, SheetExtras
from .cells import (
    EPOCH,
    EPOCH_1904,
    GENERAL,
    Piece,
    Showing,
    error,
    rich,
    showing,
    typed,
    unescaped,
)
from .doubts import Doubtful
from .errors import NoTable
from .formats import FORMATS

REFERENCE = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")
MAIN = "xl/workbook.xml"  # where it usually is
INNER = ("}c", "}v")
DIGITS = "0123456789"
YES = ("1", "true", "on")


@dataclass
class Package:
    """The parts of the file."""

    archive: zipfile.ZipFile
    parts: Mapping[str, zipfile.ZipInfo]

    def elements(self, name: str) -> Iterator[Element]:
        """The elements of a part, each when it has ended; none if there is no such part."""
        if info := self.parts.get(name.lower()):
            with self.archive.open(info) as file:
                # expat stops what grows without end, and the size was looked at before
                for _, element in iterparse(file):  # noqa: S314
                    yield element

    def bytes(self, name: str) -> bytes:
        """All of a part; nothing if there is no such part."""
        info = self.parts.get(name.lower())
        return self.archive.read(info) if info else b""

    def main(self) -> str:
        """The name of the part that names the sheets."""
        kinds = self.related("").values()
        return next((path for kind, path in kinds if kind == "officeDocument"), MAIN)

    def author(self) -> str:
        kinds = self.related("").values()
        path = next((path for kind, path in kinds if kind == "core-properties"), "")
        return next((e.text or "" for e in self.elements(path) if local(e) == "creator"), "")

    def related(self, name: str) -> dict[str, tuple[str, str]]:
        """By id, the kind and the name of the parts that a part names."""
        folder, base = posixpath.split(name)
        parts = {}
        for element in self.elements(posixpath.join(folder, "_rels", f"{base}.rels")):
            if local(element) == "Relationship" and element.get("TargetMode") != "External":
                target = (element.get("Target") or "").replace("\\", "/")
                path = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
                kind = (element.get("Type") or "").rpartition("/")[2]
                parts[element.get("Id") or ""] = kind, path
        return parts


@dataclass
class Shared:
    """What all sheets of a workbook share."""

    epoch: datetime = EPOCH
    texts: list[str] = field(default_factory=list)
    shown: list[Showing] = field(default_factory=list)  # by style
    struck: set[int] = field(default_factory=set)  # styles of cells that are crossed out
    looks: list[Piece] = field(default_factory=list)  # of fonts, as pieces without a text

    def show(self, style: int, value: float) -> str:
        """The number as cells of that style show it."""
        known = style < len(self.shown)
        return (self.shown[style] if known else showing(GENERAL))(value)

    def marked(self, style: int, text: str) -> str:
        """The text of a cell of that style, doubtful if the style crosses it out."""
        return Doubtful(text, "struck_out") if text and style in self.struck else text


def package(data: bytes) -> Package:
    archive = zipfile.ZipFile(io.BytesIO(data))
    named = {
        info.filename.replace("\\", "/").lstrip("/").lower(): info for info in archive.filelist
    }
    return Package(archive, named)


def book(data: bytes) -> Book:
    """The sheets of a workbook.

    :raises NoTable: if it has none
    """
    parts = package(data)
    main = parts.main()
    related = parts.related(main)
    named = {kind: path for kind, path in related.values()}
    shared, listed = Shared(), []
    for element in parts.elements(main):
        if local(element) == "workbookPr" and element.get("date1904") in YES:
            shared.epoch = EPOCH_1904
        if local(element) == "sheet":
            key = next((v for k, v in element.items() if k.endswith("}id")), "")
            kind, path = related.get(key, ("", ""))
            if kind == "worksheet":
                listed.append((element.get("name") or "", element.get("state"), path))
    if not listed:
        raise NoTable("damaged")
    shared.texts = list(_texts(parts, named.get("sharedStrings", "")))
    _read_styles(parts, named.get("styles", ""), shared)
    sheets = [_sheet(parts, shared, *one) for one in listed]
    return Book(sheets, parts.author())


def local(element: Element) -> str:
    """The name of an element without its namespace."""
    return element.tag.rpartition("}")[2]


def _sheet(parts: Package, shared: Shared, name: str, state: str | None, path: str) -> Sheet:
    return Sheet(
        name,
        state in (None, "visible"),
        lambda extras: _rows(parts.elements(path), shared, extras),
    )


def _rows(
    elements: Iterator[Element], shared: Shared, extras: SheetExtras
) -> Iterator[tuple[int, Row]]:
    number = -1
    for element in elements:
        if element.tag.endswith(INNER):  # most are, and are read with their row
            continue
        name = local(element)
        if name == "row":
            number = int(element.get("r") or number + 2) - 1
            row = _row(element, shared)
            if any(row):
                if element.get("hidden") in YES:
                    extras.hidden_rows.append(number)
                yield number, row
            element.clear()
        elif name == "col" and element.get("hidden") in YES:
            first, last = int(element.get("min") or 1), int(element.get("max") or 1)
            extras.hidden_columns += range(first - 1, min(last, first + 300))
        elif name == "mergeCell":
            first_cell, _, last_cell = (element.get("ref") or "").partition(":")
            ends = _place(first_cell), _place(last_cell or first_cell)
            extras.merged.append(Area(*ends[0], *ends[1]))


def _row(element: Element, shared: Shared) -> Row:
    row: Row = []
    for cell in element:
        reference = cell.get("r")
        column = _column(reference.rstrip(DIGITS)) if reference else len(row)
        text = _text(cell, shared)
        if text:
            row += [""] * (column - len(row))
            row[column : column + 1] = [text]
        elif not reference:
            row.append("")
    return row


def _text(cell: Element, shared: Shared) -> str:
    """What the cell says."""
    kind, style = cell.get("t"), int(cell.get("s") or 0)
    parts = {local(part): part for part in cell}
    value, inline = parts.get("v"), parts.get("is")
    if value is not None:
        text = _value(kind, value.text or "", style, shared)
    elif inline is not None:
        text = _string(inline)
    else:
        return _not_calculated(parts["f"], kind) if "f" in parts else ""
    return shared.marked(style, text)


def _value(kind: str | None, value: str, style: int, shared: Shared) -> str:
    if kind == "s":
        return shared.texts[int(value)]
    if kind in (None, "n"):
        if not value.strip():
            return ""
        return shared.show(style, float(value))
    if kind == "b":
        return typed(value in YES)
    if kind == "e":
        return error(value)
    if kind == "d":
        return typed(datetime.fromisoformat(value.removesuffix("Z")))
    return typed(unescaped(value))


def _not_calculated(formula: Element, kind: str | None) -> str:
    """A formula without its result: no spreadsheet has opened the file since it was made."""
    return "" if kind == "str" else Doubtful(f"'={formula.text or ''}", "not_calculated")


def _texts(parts: Package, path: str) -> Iterator[str]:
    for element in parts.elements(path):
        if local(element) == "si":
            yield _string(element)
            element.clear()


def _string(element: Element) -> str:
    """The text of an element that holds it in one piece or in several with looks of their own."""
    if len(element) == 1 and local(element[0]) == "t":
        return typed(unescaped(element[0].text or ""))
    return rich((_piece(part) for part in element if local(part) in ("t", "r")), unescaped)


def _piece(part: Element) -> Piece:
    if local(part) == "t":
        return Piece(part.text or "")
    text, looks = "", {}
    for inner in part:
        if local(inner) == "t":
            text += inner.text or ""
        elif local(inner) == "rPr":
            looks = {local(look): look.get("val") for look in inner}
    is_struck = "strike" in looks and looks["strike"] in (None, *YES)
    return Piece(text, looks.get("vertAlign") == "superscript", is_struck)


def _read_styles(parts: Package, path: str, shared: Shared) -> None:
    """How the cells of each style are shown, and which styles cross out what they hold."""
    formats, struck_fonts = dict(FORMATS), set[int]()
    for element in parts.elements(path):
        name = local(element)
        if name == "numFmt":
            formats[int(element.get("numFmtId") or 0)] = element.get("formatCode") or GENERAL
        elif name == "fonts":
            struck_fonts = {at for at, font in enumerate(element) if _is_struck(font)}
        elif name == "cellXfs":
            for at, style in enumerate(element):
                pattern = formats.get(int(style.get("numFmtId") or 0), GENERAL)
                shared.shown.append(showing(pattern, shared.epoch))
                if int(style.get("fontId") or 0) in struck_fonts:
                    shared.struck.add(at)


def _is_struck(font: Element) -> bool:
    return any(local(look) == "strike" and look.get("val") in (None, *YES) for look in font)


def _place(reference: str) -> tuple[int, int]:
    """The row and the column of a cell called like $A$1, from 0."""
    match = REFERENCE.fullmatch(reference)
    return (int(match[2]) - 1, _column(match[1])) if match else (0, 0)


@lru_cache(1000)
def _column(letters: str) -> int:
    """The column of those letters, from 0."""
    column = 0
    for letter in letters.strip("$").upper():
        column = column * 26 + ord(letter) - 64
    return column - 1
