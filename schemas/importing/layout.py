"""How the file of a table is read: its headings, its columns, and what a person decided.

All of it is a value, so that the plan of a table goes by it alone: one who answers a question
or mends a cell makes another layout, and what they did last can be taken back.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any, NamedTuple, TypeVar

R = TypeVar("R", bound=Sequence[str])

# what a decision is about
CELL, ROW = "cell", "row"  # one cell, or one row, of this file
VALUE = "value"  # what is typed in a column, in all of its rows
DOUBT = "doubt"  # the same, but where the cell could not be read with certainty
HEADING = "heading"  # which field a column is
ORDER, MARK, SCALE, YEAR, FILL = "order", "mark", "scale", "year", "fill"  # a whole column
STRANGERS = "strangers"  # rows with the id of a record that is not here

# what was decided
MEANT, EMPTY, SKIP = "=", "-", "x"  # it means this, and what follows; nothing; leave its rows out


class Decision(NamedTuple):
    kind: str
    name: str  # the cell of the record, or the field
    key: str  # what was typed, the number of the row, or the heading of the column
    answer: str
    step: int = 0  # decisions of one step are taken back together
    is_remembered: bool = False  # from an earlier file, not from who brought this one

    @property
    def about(self) -> tuple[str, str, str]:
        return self.kind, self.name, self.key


class Part(NamedTuple):
    """A sheet in the rows of the file, which has all its sheets one after the other."""

    sheet: str
    start: int  # its first row, from 0
    size: int
    header: int = -1  # its row of headings, in the file; -1: the sheet is not read

    @property
    def is_read(self) -> bool:
        return self.header >= 0


class Layout(NamedTuple):
    """Which row of a grid holds the headings, from 0, and the cell that each column fills."""

    header: int  # the last of them, if there are several
    columns: tuple[str, ...]  # "": the column is left out
    area: str = ""  # of the centre whose all rows are, if no column says it
    depth: int = 1  # rows of headings
    decisions: tuple[Decision, ...] = ()
    parts: tuple[Part, ...] = ()  # empty if the file has one sheet
    hidden: int = 0  # rows that the spreadsheet hides; they are read all the same

    @property
    def start(self) -> int:
        """The first row of the sheet that is read first."""
        return next((part.start for part in self.parts if part.is_read), 0)

    def decided(self, kind: str) -> dict[tuple[str, str], str]:
        """What was decided last, by name and key."""
        return {(one.name, one.key): one.answer for one in self.decisions if one.kind == kind}

    def with_step(self, decisions: Iterable[Decision]) -> Layout:
        """The layout with further decisions, in place of earlier ones about the same."""
        step = max((one.step for one in self.decisions), default=0) + 1
        made = [one._replace(step=step) for one in decisions]
        return self._replace(decisions=(*self.decisions, *made)) if made else self

    def last_step(self) -> tuple[Decision, ...]:
        """What was decided last by who brought this file."""
        step = max((one.step for one in self.decisions if not one.is_remembered), default=0)
        return tuple(one for one in self.decisions if one.step == step and step)

    def without(self, gone: Collection[Decision]) -> Layout:
        kept = tuple(one for one in self.decisions if one not in gone)
        return self._replace(decisions=kept)


def parsed(text: str) -> Layout:
    """The layout that was written down as JSON."""
    plain: list[Any] = json.loads(text)
    layout = Layout(*plain)  # parts that an older version did not know have their defaults
    return layout._replace(
        columns=tuple(layout.columns),
        decisions=tuple(Decision(*one) for one in layout.decisions),
        parts=tuple(Part(*one) for one in layout.parts),
    )


def below(grid: Iterable[R], layout: Layout) -> Iterator[tuple[int, R]]:
    """The rows below the headings, each with its number in the file, from 1."""
    spans = [(p.header + 1, p.start + p.size) for p in layout.parts if p.is_read]
    spans = spans or [(layout.header + 1, 1 << 62)]
    first, last = spans.pop(0)
    for place, row in enumerate(grid):
        while place >= last and spans:
            first, last = spans.pop(0)
        if first <= place < last:
            yield place + 1, row


def place_of(layout: Layout, number: int) -> tuple[str, int]:
    """The sheet of a row, and its number there as a spreadsheet counts."""
    for part in layout.parts:
        if part.start < number <= part.start + part.size:
            return part.sheet, number - part.start
    return "", number
