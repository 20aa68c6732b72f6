"""How the rows of a table on its way in are shown: each with its fate, faults beside the cells."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from .fields import Label
from .grids import MARK
from .intake import CHANGED, ID, NEW, WRONG, Layout, Planned
from .record import RecordSchema
from .tabular import label_of
from .texts import TEXTS

TWIN = "twin"  # beside the fates: a new row that may be there already


class Cell(NamedTuple):
    label: str
    text: str
    errors: tuple[str, ...]


class Shown(NamedTuple):
    number: int
    fate: str
    cells: tuple[Cell, ...]
    errors: tuple[str, ...]  # about fields that no column fills
    twins: tuple[str, ...]
    twin_row: int


class Column(NamedTuple):
    heading: str
    example: str
    means: str  # the cell that it fills; empty if it is left out


def fate(row: Planned) -> str:
    """What becomes of the row; new ones that may be there twice are counted apart."""
    return TWIN if row.fate == NEW and (row.twins or row.twin_row) else row.fate


def counts(plan: Iterable[Planned]) -> Counter[str]:
    return Counter(map(fate, plan))


def to_write(plan: Iterable[Planned], with_twins: bool) -> Iterator[Planned]:
    """The rows that are written when the plan is confirmed."""
    wanted = (NEW, CHANGED, TWIN) if with_twins else (NEW, CHANGED)
    return (row for row in plan if fate(row) in wanted)


def columns(grid: Sequence[Sequence[str]], layout: Layout) -> list[Column]:
    """The columns of the file, each with its heading and the first thing that stands in it."""
    heads = grid[layout.header] if layout.header < len(grid) else []
    below = grid[layout.header + 1 : layout.header + 50]
    width = max(map(len, [heads, *below]), default=0)
    return [
        Column(
            _at(heads, n),
            next((row[n] for row in below if n < len(row) and row[n]), ""),
            layout.columns[n] if n < len(layout.columns) else "",
        )
        for n in range(width)
    ]


def shown(schema: type[RecordSchema], layout: Layout, row: Planned, lang: str) -> Shown:
    """The row under the headings of ``filled``, as it was typed."""
    names, line = filled(layout), row.line
    cells = tuple(
        Cell(label(schema, name, lang), line.texts.get(name, ""), _say(line.errors, name, lang))
        for name in names
    )
    others = tuple(
        f"{label(schema, name, lang)}: {' '.join(_say(line.errors, name, lang))}"
        for name in line.errors
        if name not in names
    )
    return Shown(line.number, fate(row), cells, others, row.twins, row.twin_row)


def label(schema: type[RecordSchema], name: str, lang: str) -> str:
    """What a column is called."""
    return label_of(schema, name).say(lang)


def filled(layout: Layout) -> list[str]:
    """The cells that the columns fill, in their order."""
    return [name for name in layout.columns if name and name != ID]


def wrong_rows(
    schema: type[RecordSchema],
    grid: Sequence[Sequence[str]],
    layout: Layout,
    plan: Iterable[Planned],
    lang: str,
) -> Iterator[str]:
    """The rows with faults as a CSV file of the same columns, to be mended and brought in."""
    yield MARK + _line([*grid[layout.header], TEXTS["intake.why"].say(lang)])
    for row in plan:
        if row.fate == WRONG:
            said = [
                f"{label(schema, name, lang)}: {' '.join(_say(row.line.errors, name, lang))}"
                for name in row.line.errors
            ]
            cells = grid[row.line.number - 1]
            room = [""] * (len(grid[layout.header]) - len(cells))
            yield _line([*cells, *room, "; ".join(said)])


def _say(errors: dict[str, list[Label]], name: str, lang: str) -> tuple[str, ...]:
    return tuple(said.say(lang) for said in errors.get(name, ()))


def _at(row: Sequence[str], place: int) -> str:
    return row[place] if place < len(row) else ""


def _line(cells: Iterable[str]) -> str:
    out = io.StringIO(newline="")
    csv.writer(out).writerow(cells)
    return out.getvalue()
