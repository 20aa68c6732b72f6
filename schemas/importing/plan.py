"""What would become of the rows of a table, kept as lines of text until a person has looked.

A long table is gone through once. Its plan is a line of JSON for each row, with what becomes
of it first, so that the lines can be counted and leafed through without being read.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any

from ..fields import Label
from .intake import Line, Planned
from .sheet import WRITTEN, WRITTEN_TWICE, outcome


def plain(row: Planned) -> list[Any]:
    """What is written down of a row."""
    line = row.line
    own = [line.number, line.values, line.errors, line.texts, line.record_id, line.read, line.asked]
    about = [row.record_id, row.twins, row.twin_row, row.area, row.at, row.before]
    return [outcome(row), own, row.outcome, *about]


def planned(text: str) -> Planned:
    """The row that was written down so."""
    _, own, outcome, record_id, twins, *others = json.loads(text)
    line = Line(*own)  # of an older version it has fewer parts
    errors = {cell: [Label(*label) for label in labels] for cell, labels in line.errors.items()}
    line = line._replace(errors=errors)
    return Planned(line, outcome, record_id, tuple(twins), *others)


def counts(lines: Iterable[str]) -> Counter[str]:
    """How many rows there are of each outcome."""
    return Counter(map(_outcome, lines))


def page(lines: Iterable[str], only: str, number: int, size: int, keep: int = 0) -> list[Planned]:
    """A page of the rows of that outcome, or of all.

    The row ``keep`` is on the page though its outcome is another by now.
    """
    start = f"[{keep},"
    wanted = (
        text
        for text in lines
        if not only or _outcome(text) == only or (keep and start in text[:40])
    )
    return [planned(text) for text in islice(wanted, (number - 1) * size, number * size)]


def row(lines: Iterable[str], number: int) -> Planned | None:
    """The row of that number."""
    start = f"[{number},"
    rows = (planned(text) for text in lines if start in text[:40])
    return next((one for one in rows if one.line.number == number), None)


def of_outcomes(lines: Iterable[str], outcomes: Iterable[str]) -> Iterator[Planned]:
    known = set(outcomes)
    return (planned(text) for text in lines if _outcome(text) in known)


def ready(lines: Iterable[str], with_twins: bool) -> int:
    """How many rows are written when the plan is confirmed."""
    by_outcome = counts(lines)
    return sum(by_outcome[one] for one in (WRITTEN_TWICE if with_twins else WRITTEN))


def to_write(
    lines: Iterable[str], with_twins: bool, made: Callable[[int], str]
) -> Iterator[Planned]:
    """The rows that are written, each with the id of its record; ``made`` names new ones."""
    for row in of_outcomes(lines, WRITTEN_TWICE if with_twins else WRITTEN):
        yield row._replace(record_id=row.record_id or made(row.line.number))


def _outcome(text: str) -> str:
    return text[2 : text.index('"', 2)]
