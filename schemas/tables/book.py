"""A workbook as its readers hand it over: sheets, whose rows are read when they are asked for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from .doubts import Doubtful
from .limits import MOST_COLUMNS

Row = list[str]
NUMBER = re.compile(r"(?=\D*\d)-?[\d.,\s]+%?")


class Area(NamedTuple):
    """Cells that are merged into one; rows and columns from 0, the last ones included."""

    row: int
    column: int
    last_row: int
    last_column: int


@dataclass
class SheetExtras:
    """What a sheet says beside its cells; filled in while its rows are read."""

    merged: list[Area] = field(default_factory=list)
    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: list[int] = field(default_factory=list)


@dataclass(frozen=True)
class Sheet:
    name: str
    is_visible: bool
    rows: Callable[[SheetExtras], Iterator[tuple[int, Row]]]  # numbered from 0; gaps are empty


@dataclass(frozen=True)
class Book:
    sheets: Sequence[Sheet]
    author: str = ""


def fill(rows: list[Row], merged: Sequence[Area]) -> None:
    """Write the text of cells that are merged down a column into each of their rows.

    A name or a day holds for every row of the area. Whether a number does, or is the sum of
    them all, nobody can tell, so it is doubtful in each cell, also of those merged across.
    Texts merged across are titles and headings: they stand once. A row that holds nothing of
    its own is part of the one above.
    """
    have_any = [any(row) for row in rows]
    for area in merged:
        text, right = _at(rows, area.row, area.column), area.column
        span = slice(area.row, area.last_row + 1)
        within = [row for row, has_any in zip(rows[span], have_any[span], strict=True) if has_any]
        is_number = NUMBER.fullmatch(text) is not None
        if is_number:
            right = min(area.last_column, MOST_COLUMNS)
        many = len(within) * (right + 1 - area.column)
        if text and many > 1:
            text = Doubtful(text, "merged_number") if is_number else text
            for row in within:
                row += [""] * (right + 1 - len(row))
                row[area.column : right + 1] = [text] * (right + 1 - area.column)


def _at(rows: list[Row], row: int, column: int) -> str:
    return rows[row][column] if row < len(rows) and column < len(rows[row]) else ""
