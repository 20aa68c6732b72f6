"""The formula guard: a spreadsheet shows what a person typed, and does not run it.

A text that a spreadsheet would take for a formula is written with an apostrophe before it,
and read without it. The apostrophes before such a text count too, so that every text comes
back as it was.
"""

from __future__ import annotations

import re

FORMULA = re.compile(r"'*[=+\-@\t\r]")  # what a spreadsheet runs instead of showing it


def guarded(text: str) -> str:
    """``text`` as a cell of a CSV file; ``unguarded`` gives it back."""
    return f"'{text}" if FORMULA.match(text) else text


def unguarded(text: str) -> str:
    """The text of a cell of a CSV file as somebody typed it."""
    return text[1:] if text.startswith("'") and FORMULA.match(text) else text
