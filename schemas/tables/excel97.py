"""Workbooks as Excel saved them before 2007 (.xls), by xlrd, as texts of cells.

xlrd knows the number formats, so that what the sheet shows is what is read; calamine reads such
files faster, but without them.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from .book import Area, Book, Row, Sheet, SheetExtras
from .cells import EPOCH, EPOCH_1904, Piece, Showing, divided, error, rich, showing, typed
from .doubts import Doubtful
from .errors import NoTable

SUPERSCRIPT = 1


def book(data: bytes) -> Book:
    """The sheets of a workbook.

    :raises NoTable: "locked"
    """
    import xlrd  # most starts need not wait for it

    try:
        workbook = xlrd.open_workbook(
            file_contents=data, formatting_info=True, on_demand=True, logfile=io.StringIO()
        )
    except xlrd.XLRDError as failure:
        is_locked = "encrypted" in str(failure)
        raise NoTable("locked" if is_locked else "damaged") from failure
    sheets = [_sheet(workbook, number) for number in range(workbook.nsheets)]
    return Book(sheets, workbook.user_name)


def _sheet(workbook: Any, number: int) -> Sheet:
    is_visible = workbook._sheet_visibility[number] == 0

    def rows(extras: SheetExtras) -> Iterator[tuple[int, Row]]:
        sheet = workbook.sheet_by_index(number)
        for top, below, left, right in sheet.merged_cells:
            extras.merged.append(Area(top, left, below - 1, right - 1))
        for column, info in sheet.colinfo_map.items():
            if info.hidden:
                extras.hidden_columns.append(column)
        looks = _Looks(workbook)
        for row in range(sheet.nrows):
            cells = [_text(sheet, row, column, looks) for column in range(sheet.row_len(row))]
            if any(cells):
                if (info := sheet.rowinfo_map.get(row)) and info.hidden:
                    extras.hidden_rows.append(row)
                yield row, cells

    return Sheet(workbook.sheet_names()[number], is_visible, rows)


class _Looks:
    """How the cells of a workbook look, by the number of their style and font."""

    def __init__(self, workbook: Any) -> None:
        epoch = EPOCH_1904 if workbook.datemode else EPOCH
        styles, patterns = workbook.xf_list, workbook.format_map
        self.fonts = workbook.font_list
        self.shown = [_showing(patterns, style, epoch) for style in styles]
        self.struck = {n for n, style in enumerate(styles) if self._is_struck(style.font_index)}

    def _is_struck(self, font: int) -> bool:
        return font < len(self.fonts) and bool(self.fonts[font].struck_out)

    def look(self, font: int) -> Piece:
        """A piece without a text that looks like that font."""
        is_raised = font < len(self.fonts) and self.fonts[font].escapement == SUPERSCRIPT
        return Piece("", is_raised, self._is_struck(font))


def _showing(patterns: Any, style: Any, epoch: Any) -> Showing:
    known = patterns.get(style.format_key)
    return showing(known.format_str if known else "General", epoch)


def _text(sheet: Any, row: int, column: int, looks: _Looks) -> str:
    """What the cell says."""
    kind, value = sheet.cell_type(row, column), sheet.cell_value(row, column)
    style = sheet.cell_xf_index(row, column)
    text = _value(kind, value, looks.shown[style])
    if kind == 1 and (runs := sheet.rich_text_runlist_map.get((row, column))):
        text = rich(divided(value, [(start, looks.look(font)) for start, font in runs]))
    return Doubtful(text, "struck_out") if text and style in looks.struck else text


def _value(kind: int, value: Any, shown: Showing) -> str:
    from xlrd.biffh import XL_CELL_BOOLEAN, XL_CELL_DATE, XL_CELL_ERROR, XL_CELL_NUMBER
    from xlrd.biffh import error_text_from_code as errors

    if kind in (XL_CELL_NUMBER, XL_CELL_DATE):
        return shown(value)
    if kind == XL_CELL_BOOLEAN:
        return typed(bool(value))
    if kind == XL_CELL_ERROR:
        return error(errors.get(value, "#ERR"))
    return typed(value)
