"""Rows of a register that are no records: those that number its columns, and those of totals."""

from __future__ import annotations

import re

from ..formatting.vietnamese import fold

TOTAL = re.compile(
    r"(?:tong|cong|tong cong|tong so|cong lai|cong don|luy ke|mang sang|chuyen sang|trung binh"
    r"|binh quan|total|sum)"
    r"(?: (?:quy|thang|nam|trang|toan|chuyen|mang|tu|ca|hoc ky|ky|dot|so|lop|[ivx]+|\d+)\b.*"
    r"|\s*[:(].*)?"
)
SECTION = re.compile(r"(?:quy|thang|hoc ky|ky|dot|tuan|nam|phan|bang)(?: thu| so)? [\divx]+\b.*")
SERIAL = re.compile(r"[\divxabcd]{1,4}[.)]?", re.IGNORECASE)
NUMBERING = re.compile(r"\(?(?:\d{1,2}|[a-z])\)?", re.IGNORECASE)
MARKS, LONGEST_DITTO = frozenset("-\"'“”″〃. nN"), 16
ROUND = r"""[-"“”″\s.]*"""
DITTO = re.compile(rf"""{ROUND}(?:["“”″〃]|''|\bn[/.]?t\b|nhu tren){ROUND}""")  # a dash says "none"
FIGURES = re.compile(r"[\d.,\s%đ\-]+")


def is_total(row: list[str]) -> bool:
    """Whether the row adds up those above it: it says so, and else holds figures alone."""
    cells = [cell for cell in row if cell.strip()]
    words = [cell for cell in cells if not FIGURES.fullmatch(cell)]
    return len(words) == 1 and bool(TOTAL.fullmatch(fold(words[0]).strip(" :.")))


def is_section(row: list[str]) -> bool:
    """Whether it only says of which part of the year or of the register the rows below are."""
    cells = [cell.strip() for cell in row if cell and not cell.isspace()]
    if len(cells) > 2:
        return False
    words = [cell for cell in cells if not SERIAL.fullmatch(cell)]
    return len(words) == 1 and bool(SECTION.fullmatch(fold(words[0])))


def is_ditto(cell: str) -> bool:
    """Whether the cell says that it is as the one above."""
    return len(cell) <= LONGEST_DITTO and cell[:1] in MARKS and bool(DITTO.fullmatch(fold(cell)))


def is_numbering(row: list[str]) -> bool:
    """Whether the row numbers the columns, (1) (2) (3) or A B 1 2, as paper forms do."""
    cells = [cell.strip() for cell in row if cell.strip()]
    if len(cells) < 3 or not all(NUMBERING.fullmatch(cell) for cell in cells):
        return False
    numbers = [int(bare) for cell in cells if (bare := cell.strip("()")).isdigit()]
    is_sure = len(cells) > 3 or all(cell.startswith("(") for cell in cells)
    return is_sure and numbers == list(range(1, len(numbers) + 1))
