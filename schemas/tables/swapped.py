"""Days of a column in which a spreadsheet of another country took the day for the month.

Where "3/5/2012" and "25/3/2012" are typed into a spreadsheet that has the month first, the one
becomes the fifth of March and the other, which is no day to it, stays a text. So a column of
days up to the twelfth, and of texts past it, was most likely typed day first: its days are
doubtful.
"""

from __future__ import annotations

import re

from .cells import Dated
from .doubts import Doubtful

LAST_MONTH = 12
TYPED = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-]\d{2,4}")


def doubted(rows: list[list[str]]) -> None:
    """Mark the days that may have been swapped so."""
    columns = {n for row in rows for n, cell in enumerate(row) if isinstance(cell, Dated)}
    for column in columns:
        cells = [(row, row[column]) for row in rows if column < len(row)]
        days = [(row, cell) for row, cell in cells if isinstance(cell, Dated)]
        others = (TYPED.match(cell) for _, cell in cells if not isinstance(cell, Dated))
        if _are_swapped([cell for _, cell in days], [match for match in others if match]):
            for row, cell in days:
                if cell[:2] != cell[3:5]:
                    row[column] = Doubtful(cell, "maybe_swapped")


def _are_swapped(days: list[str], texts: list[re.Match[str]]) -> bool:
    are_typed_day_first = all(int(text[1]) > LAST_MONTH >= int(text[2]) for text in texts)
    return bool(texts) and are_typed_day_first and all(int(day[:2]) <= LAST_MONTH for day in days)
