"""Workbooks in Excel's binary kind (.xlsb), by calamine, as texts of cells.

Calamine tells which numbers are days, and no other format. So what may be shown as per cent is
doubtful; a zero before a number is asked about where telephones are expected.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING

from .book import Book, Row, Sheet, Surroundings
from .cells import error, typed
from .doubts import Doubtful
from .errors import NoTable

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook


def book(data: bytes) -> Book:
    """The sheets of a workbook.

    :raises NoTable: "locked"
    """
    import python_calamine as calamine  # most starts need not wait for it

    try:
        found = calamine.load_workbook(io.BytesIO(data))
    except calamine.PasswordError as failure:
        raise NoTable("locked") from failure
    shown = calamine.SheetVisibleEnum.Visible
    return Book([_sheet(found, each.name, each.visible == shown) for each in found.sheets_metadata])


def _sheet(found: CalamineWorkbook, name: str, is_visible: bool) -> Sheet:
    def rows(_around: Surroundings) -> Iterator[tuple[int, Row]]:
        values = found.get_sheet_by_name(name).to_python(skip_empty_area=False)
        for number, row in enumerate(values):
            cells = [_text(value) for value in row]
            if any(cells):
                yield number, cells

    return Sheet(name, is_visible, rows)


def _text(value: object) -> str:
    text = typed(value)
    if isinstance(value, float) and 0 < abs(value) < 1 and text != "0":
        return Doubtful(text, "perhaps_per_cent")
    if isinstance(value, str) and value.startswith("#") and value.rstrip("!?").isupper():
        return error(value)
    return text
