"""The rows of a worksheet as Excel reads them, in the words of ECMA-376: cells with texts in line.

A library that writes cell by cell takes four times as long for a long register, so the rows are
ours and only the rows: styles, lists to pick from and the rest of the file are the library's, see
``workbooks``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date

LONGEST = 32_767  # letters of one cell, by Excel's own limit
FIRST_DAY = date(1899, 12, 31)  # Excel counts days from here
FEBRUARY_1900 = 59  # after which it counts a day that never was
EXACT = 10**15  # whole numbers below it have all their digits
ESCAPED = re.compile("(_x[0-9a-fA-F]{4}_)")
CONTROL = re.compile("[\\x00-\\x08\\x0b-\\x1f\\ufffe\\uffff]")

Put = Callable[[object], str]  # a value to the XML behind the address of its cell


def text(value: str, style: str) -> str:
    """A cell with that text; never a formula, whatever it begins with."""
    value = _printable(value[:LONGEST])
    kept = ' xml:space="preserve"' if value[0].isspace() or value[-1].isspace() else ""
    if "&" in value or "<" in value or ">" in value:
        value = value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f'" s="{style}" t="inlineStr"><is><t{kept}>{value}</t></is></c>'


def number(value: float, style: str) -> str:
    is_exact = value.__class__ is int and -EXACT < value < EXACT
    return f'" s="{style}"><v>{value if is_exact else format(value, ".16G")}</v></c>'


def day(value: date, style: str) -> str:
    days = (value - FIRST_DAY).days
    return f'" s="{style}"><v>{days + (days > FEBRUARY_1900)}</v></c>'


def _printable(value: str) -> str:
    """What may not stand in XML, as Excel writes it: _x000D_. Half of a letter becomes a "?"."""
    if "_x" in value:
        value = ESCAPED.sub(r"_x005F\1", value)
    if value.isprintable():
        return value
    value = value.encode("utf-8", "replace").decode()
    return CONTROL.sub(lambda sign: f"_x{ord(sign[0]):04X}_", value)


def rows(first: int, values: Iterable[Sequence[object]], columns: Sequence[tuple[str, Put]]) -> str:
    """Rows from number ``first`` on; a cell is left out if its column makes "" of its value."""
    return "".join([_row(str(at), row, columns) for at, row in enumerate(values, first)])


def _row(number: str, values: Sequence[object], columns: Sequence[tuple[str, Put]]) -> str:
    cells = "".join(
        [
            f'<c r="{letters}{number}{cell}'
            for value, (letters, put) in zip(values, columns, strict=True)
            if value is not None and (cell := put(value))
        ]
    )
    return f'<row r="{number}">{cells}</row>' if cells else ""


def letters(place: int) -> str:
    """What Excel calls a column, counted from 0: A, B … AA."""
    return (letters(place // 26 - 1) if place >= 26 else "") + chr(ord("A") + place % 26)
