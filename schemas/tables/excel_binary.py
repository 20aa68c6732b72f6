"""Workbooks in Excel's binary kind (.xlsb), as texts of cells.

The package is that of .xlsx; its parts are records: a kind, a length, and what it holds.
Calamine reads them, too, but neither number formats nor errors, and damage makes it panic.

MS-XLSB, Excel Binary File Format.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import NamedTuple

from .book import Area, Book, Row, Sheet, SheetExtras
from .cells import EPOCH_1904, GENERAL, Piece, divided, error, rich, showing, typed
from .errors import NoTable
from .formats import FORMATS
from .ooxml import Package, Shared, package

# kinds of record
ROW, RK, ERROR, BOOL, REAL, TEXT, SHARED_TEXT = 0, 2, 3, 4, 5, 6, 7
FORMULA_TEXT, FORMULA_REAL, FORMULA_BOOL, FORMULA_ERROR, RICH = 8, 9, 10, 11, 62
STRING, FONT, FORMAT, STYLE, COLUMNS, MERGED = 19, 43, 44, 47, 60, 176
PROPERTIES, SHEET, STYLES_BEGIN, STYLES_END = 153, 156, 617, 618
CELLS = {RK, ERROR, BOOL, REAL, TEXT, SHARED_TEXT, RICH}
CELLS |= {FORMULA_TEXT, FORMULA_REAL, FORMULA_BOOL, FORMULA_ERROR}

ERRORS = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!"}
NOT_THERE = "#N/A"
NO_TEXT = 0xFFFFFFFF
STRUCK, RAISED = 8, 1  # of a font
ROW_HIDDEN, COLUMN_HIDDEN = 0x10, 1


class Record(NamedTuple):
    kind: int
    body: bytes

    def numbers(self, form: str, at: int = 0) -> tuple[int, ...]:
        return struct.unpack_from(f"<{form}", self.body, at)

    def text(self, at: int) -> tuple[str, int]:
        """A text, and where it ends."""
        (length,) = self.numbers("I", at)
        end = at + 4 + (0 if length == NO_TEXT else 2 * length)
        return self.body[at + 4 : end].decode("utf-16-le", "replace"), end


def book(data: bytes) -> Book:
    """The sheets of a workbook.

    :raises NoTable: if it has none
    """
    parts = package(data)
    main = parts.main()
    related = parts.related(main)
    named = {kind: path for kind, path in related.values()}
    shared, sheets = Shared(), []
    for record in _records(parts.bytes(main)):
        if record.kind == PROPERTIES and record.body[0] & 1:
            shared.epoch = EPOCH_1904
        if record.kind == SHEET:
            key, end = record.text(8)
            kind, path = related.get(key, ("", ""))
            if kind == "worksheet":
                is_visible = record.numbers("I") == (0,)
                sheets.append(_sheet(parts, shared, record.text(end)[0], is_visible, path))
    if not sheets:
        raise NoTable("damaged")
    _read_styles(_records(parts.bytes(named.get("styles", ""))), shared)
    texts = _records(parts.bytes(named.get("sharedStrings", "")))
    shared.texts = [_rich(record, 0, shared) for record in texts if record.kind == STRING]
    return Book(sheets, parts.author())


def _sheet(parts: Package, shared: Shared, name: str, is_visible: bool, path: str) -> Sheet:
    def rows(extras: SheetExtras) -> Iterator[tuple[int, Row]]:
        number, row = 0, Row()
        for record in _records(parts.bytes(path)):
            if record.kind == ROW:
                if any(row):
                    yield number, row
                (number,), row = record.numbers("I"), []
                if record.body[11] & ROW_HIDDEN:
                    extras.hidden_rows.append(number)
            elif record.kind in CELLS:
                column, style = record.numbers("II")
                row += [""] * (column - len(row))
                row.append(shared.marked(style & 0xFFFFFF, _text(record, style & 0xFFFFFF, shared)))
            else:
                _note_extras(record, extras)
        if any(row):
            yield number, row

    return Sheet(name, is_visible, rows)


def _note_extras(record: Record, extras: SheetExtras) -> None:
    if record.kind == MERGED:
        top, below, left, right = record.numbers("IIII")
        extras.merged.append(Area(top, left, below, right))
    elif record.kind == COLUMNS and record.numbers("H", 16)[0] & COLUMN_HIDDEN:
        first, last = record.numbers("II")
        extras.hidden_columns += range(first, min(last, first + 300) + 1)


def _text(record: Record, style: int, shared: Shared) -> str:
    """What the cell says; what comes before it is its column and its style."""
    kind, body = record.kind, record.body[8:]
    if kind == RK:
        return shared.show(style, _short_number(body))
    if kind in (REAL, FORMULA_REAL):
        return shared.show(style, struct.unpack_from("<d", body)[0])
    if kind in (BOOL, FORMULA_BOOL):
        return typed(bool(body[0]))
    if kind in (ERROR, FORMULA_ERROR):
        return error(ERRORS.get(body[0], NOT_THERE))
    if kind == SHARED_TEXT:
        return shared.texts[record.numbers("I", 8)[0]]
    return _rich(record, 8, shared) if kind == RICH else typed(record.text(8)[0])


def _short_number(body: bytes) -> float:
    """A number in four bytes: the upper half of a float or an integer, perhaps times 100."""
    (bits,) = struct.unpack_from("<i", body)
    value: float = bits >> 2
    if not bits & 2:
        (value,) = struct.unpack("<d", b"\0\0\0\0" + struct.pack("<i", bits & ~3))
    return value / 100 if bits & 1 else value


def _rich(record: Record, at: int, shared: Shared) -> str:
    """A text of which parts may have a font of their own."""
    text, end = record.text(at + 1)
    if not record.body[at] & 1:
        return typed(text)
    (count,) = record.numbers("I", end)
    runs = (record.numbers("HH", end + 4 + 4 * n) for n in range(count))
    fonts = dict(enumerate(shared.looks))
    return rich(divided(text, [(start, fonts.get(font, Piece(""))) for start, font in runs]))


def _read_styles(records: Iterator[Record], shared: Shared) -> None:
    """How fonts look, and how cells of each style are shown."""
    formats, looks, is_cells = dict(FORMATS), shared.looks, False
    for record in records:
        if record.kind == FORMAT:
            formats[record.numbers("H")[0]] = record.text(2)[0]
        elif record.kind == FONT:
            flags, _, height = record.numbers("HHH", 2)
            looks.append(Piece("", height == RAISED, bool(flags & STRUCK)))
        elif record.kind in (STYLES_BEGIN, STYLES_END):
            is_cells = record.kind == STYLES_BEGIN
        elif record.kind == STYLE and is_cells:
            _, pattern, font = record.numbers("HHH")
            if font < len(looks) and looks[font].is_struck:
                shared.struck.add(len(shared.shown))
            shared.shown.append(showing(formats.get(pattern, GENERAL), shared.epoch))


def _records(data: bytes) -> Iterator[Record]:
    at = 0
    while at < len(data):
        kind, at = _varint(data, at, 2)
        length, at = _varint(data, at, 4)
        yield Record(kind, data[at : at + length])
        at += length


def _varint(data: bytes, at: int, most: int) -> tuple[int, int]:
    """A number of seven bits a byte, and where it ends."""
    value = 0
    for place in range(most):
        byte = data[at + place]
        value |= (byte & 0x7F) << 7 * place
        if not byte & 0x80:
            return value, at + place + 1
    return value, at + most
