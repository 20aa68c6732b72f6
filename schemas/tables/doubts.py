"""Cells whose text could not be read with certainty, and the sentence that says why.

A doubt travels with its cell: through the columns, the file in which a table waits, and the
plan, which never stores such a cell without a person's answer.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ..formatting.label import Label

DOUBTS: dict[str, Label] = {
    "error_cell": Label(
        "Ô này là lỗi của Excel ({text}), không phải dữ liệu. Hãy gõ giá trị đúng.",
        "This cell is an error of the spreadsheet ({text}), no value. Type the right value.",
    ),
    "not_calculated": Label(
        "Ô này là công thức chưa được tính ({text}). Hãy mở tệp bằng Excel, lưu lại, hoặc gõ giá "
        "trị.",
        "This cell is a formula that was never worked out ({text}). Open the file with Excel and "
        "save it, or type the value.",
    ),
    "merged_number": Label(
        "Ô này được gộp từ nhiều ô: «{text}» là của từng ô hay của tất cả? Hãy gõ số của riêng ô "
        "này.",
        "This cell is several merged into one: is “{text}” of each, or of all together? Type the "
        "number of this cell alone.",
    ),
    "digits_lost": Label(
        "Excel đã làm tròn số dài này ({text}), các chữ số cuối không còn đúng. Hãy gõ lại đủ chữ "
        "số.",
        "The spreadsheet rounded this long number ({text}); its last digits are lost. Type all of "
        "them.",
    ),
    "struck_out": Label(
        "Trong ô này có chữ bị gạch bỏ: «{text}». Hãy gõ phần còn giá trị.",
        "Something in this cell is crossed out: “{text}”. Type what still holds.",
    ),
    "letters_damaged": Label(
        "Có chữ bị hỏng trong ô này: «{text}». Hãy gõ lại cho đúng.",
        "Letters of this cell are damaged: “{text}”. Type it again.",
    ),
    "letters_garbled": Label(
        "Chữ trong ô này bị sai bảng mã: «{text}». Hãy gõ lại cho đúng.",
        "The letters of this cell are garbled: “{text}”. Type it again.",
    ),
    "letters_lost": Label(
        "Chữ tiếng Việt trong ô này đã thành dấu hỏi: «{text}». Hãy gõ lại, hoặc lưu tệp thành "
        ".xlsx rồi nhập lại.",
        "Vietnamese letters of this cell have become question marks: “{text}”. Type it again, or "
        "save the file as .xlsx and bring that in.",
    ),
    "raised_figure": Label(
        "Có chữ số nhỏ đặt cao trong ô này: «{text}». Đó là chú thích hay một phần của số? Hãy gõ "
        "số đúng.",
        "A small figure is set high in this cell: “{text}”. Is it a note, or part of the number? "
        "Type the right number.",
    ),
    "maybe_swapped": Label(
        "Excel có thể đã đổi chỗ ngày và tháng của ô này: «{text}» (cột này còn có ngày gõ dạng "
        "chữ). Ngày đúng là ngày nào?",
        "The spreadsheet may have taken the day of this cell for its month: “{text}” (other days "
        "of the column are text). Which day is right?",
    ),
    "quote_open": Label(
        "Dấu ngoặc kép ở dòng này đặt sai chỗ, nên không rõ ô này hết ở đâu: «{text}». Hãy xem lại "
        "cả dòng.",
        "A quotation mark of this row is out of place, so where this cell ends is not certain: "
        "“{text}”. Look at the whole row again.",
    ),
    "cells_moved": Label(
        "Dòng này có nhiều ô hơn các dòng khác, các giá trị có thể lệch cột: «{text}». Dấu phẩy "
        "trong một ô thường gây ra điều đó.",
        "This row has more cells than the others, so its values may be in the wrong columns: "
        "“{text}”. A comma inside a cell does that.",
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

    def strip(self, chars: str | None = None, /) -> Doubtful:
        return Doubtful(super().strip(chars), self.doubt)

    @property
    def sentence(self) -> Label:
        """The sentence beside the cell."""
        return DOUBTS[self.doubt].filled(text=str(self))


def stored(row: Iterable[str]) -> list[Any]:
    """The row as it is written down: a doubtful cell is its text and its doubt."""
    return [[str(cell), cell.doubt] if isinstance(cell, Doubtful) else cell for cell in row]


def restored(row: Iterable[Any]) -> list[str]:
    """The row that was written down so."""
    return [Doubtful(*cell) if isinstance(cell, list) else cell for cell in row]
