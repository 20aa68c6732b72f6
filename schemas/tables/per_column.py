"""What becomes of each value of one column of a file: worked out once a column, not once a cell.

Thousands of rows hold few different days, choices and counts, so what was made of a value is
remembered for the length of the file; names of codes and of other records cannot change in it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from ..fields import Labelled, Related, Text

T = TypeVar("T")

MOST = 4096  # values of a column that are remembered


def remembered(work: Callable[[object], T]) -> Callable[[object], T]:
    """``work``, done once for each of the values that come again."""
    known: dict[tuple[type, object], T] = {}
    get, nothing = known.get, object()

    def of(value: object) -> T:
        key = (value.__class__, value)  # True is no 1
        try:
            kept = get(key, nothing)
        except TypeError:  # a list or a map
            return work(value)
        if kept is not nothing:
            return kept  # type: ignore[return-value]
        made = work(value)
        if len(known) < MOST:
            known[key] = made
        return made

    return of


def is_text(field: Labelled | None) -> bool:
    """Whether its values stand in a table as they are, and hardly two are the same."""
    return isinstance(field, Text) and not (isinstance(field, Related) or field.is_signatory)
