"""Rows of a register that are no records: those that number its columns, and those of totals."""

from __future__ import annotations

import re

from .vietnamese import fold

TOTAL = re.compile(
    r"(?:tong|cong|tong cong|tong so|cong lai|luy ke|total|sum)"
    r"(?: (?:quy|thang|nam|trang|toan|chuyen|mang|ca|hoc ky)\b.*|\s*:.*)?"
)
NUMBERING = re.compile(r"\(?(?:\d{1,2}|[a-z])\)?", re.IGNORECASE)
FIGURES = re.compile(r"[\d.,\s%đ\-]+")


def is_total(row: list[str]) -> bool:
    """Whether the row adds up those above it: it says so, and else holds figures alone."""
    cells = [cell for cell in row if cell.strip()]
    words = [cell for cell in cells if not FIGURES.fullmatch(cell)]
    return len(words) == 1 and bool(TOTAL.fullmatch(fold(words[0]).strip(" :.")))


def is_numbering(row: list[str]) -> bool:
    """Whether the row numbers the columns, (1) (2) (3) or A B 1 2, as paper forms do."""
    cells = [cell.strip() for cell in row if cell.strip()]
    if len(cells) < 3 or not all(NUMBERING.fullmatch(cell) for cell in cells):
        return False
    numbers = [int(bare) for cell in cells if (bare := cell.strip("()")).isdigit()]
    is_sure = len(cells) > 3 or all(cell.startswith("(") for cell in cells)
    return is_sure and numbers == list(range(1, len(numbers) + 1))
