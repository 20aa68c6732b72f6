"""Cells whose text could not be read with certainty, and the sentence that says why.

A doubt travels with its cell: through the columns, the file in which a table waits, and the
plan, which never stores such a cell without a person's answer.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ..label import Label

DOUBTS: dict[str, Label] = {
    "error_cell": Label(
        "Ô này là lỗi của Excel ({text}), không phải dữ liệu. Hãy sửa công thức hoặc gõ giá trị.",
        "This cell is an error of the spreadsheet ({text}), no value. Mend its formula or type "
        "the value.",
    ),
}


class Doubtful(str):
    """The text of a cell that a person must look at; ``doubt`` is a key of ``DOUBTS``."""

    __slots__ = ("doubt",)
    doubt: str

    def __new__(cls, text: str, doubt: str) -> Doubtful:
        made = super().__new__(cls, text)
        made.doubt = doubt
        return made

    @property
    def sentence(self) -> Label:
        """What is said beside the cell."""
        return DOUBTS[self.doubt].filled(text=str(self))


def stored(row: Iterable[str]) -> list[Any]:
    """The row as it is written down: a doubtful cell is its text and its doubt."""
    return [[str(cell), cell.doubt] if isinstance(cell, Doubtful) else cell for cell in row]


def restored(row: Iterable[Any]) -> list[str]:
    """The row that was written down so."""
    return [Doubtful(*cell) if isinstance(cell, list) else cell for cell in row]
