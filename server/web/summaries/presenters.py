"""What a page says of each cell of a summary."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from reporting.summaries.declaration import Column, Figure, Summary
from reporting.summaries.table import GIVEN, NO_FIGURES, SILENT, Cell, Row
from schemas.formatting.vietnamese import number, one_decimal
from webui.language import language, say, spoken

from .request import SummaryRequest

BLANK = "-"
SILENCE = {SILENT: "summary.silent", NO_FIGURES: "summary.no_figures"}


@dataclass(frozen=True)
class Shown:
    """One cell, or several neighbours that say the same words."""

    text: str
    href: str = ""
    about: str = ""  # what it rests on
    span: int = 1
    is_value: bool = True


@dataclass(frozen=True)
class Line:
    row: Row
    label: str
    reported: str  # "2/3", of centres; empty for a part of a unit
    disputed: int
    cells: list[Shown]


@dataclass(frozen=True)
class Head:
    """Columns of one group, or one without a group."""

    label: str
    columns: list[str]  # below the label; empty if it has no group


def heads(summary: Summary) -> list[Head]:
    made: list[Head] = []
    for group, columns in groupby(summary.shown, key=lambda column: column.group):
        names = [spoken(column.label) for column in columns]
        made += [Head(spoken(group), names)] if group else [Head(name, []) for name in names]
    return made


def line(row: Row, ask: SummaryRequest) -> Line:
    first = row.cells[ask.summary.counted]
    is_whole = row.code is None
    cells = [_shown(row.cells[column.name], column, ask) for column in ask.summary.shown]
    return Line(
        row,
        spoken(row.label),
        f"{first.reported}/{first.expected}" if is_whole else "",
        first.disputed if is_whole else 0,
        list(_joined(cells)),
    )


def words(cell: Cell) -> str:
    """What is shown where there is no value."""
    if isinstance(cell.value, str):
        return cell.value
    return say(SILENCE[cell.state]) if cell.state in SILENCE else BLANK


def _shown(cell: Cell, column: Column, ask: SummaryRequest) -> Shown:
    if cell.state != GIVEN or not isinstance(cell.value, int | float):
        return Shown(words(cell), about=_about(cell, column), is_value=False)
    text = one_decimal(cell.value) if column.is_rate else number(cell.value)
    href = ask.list_of(cell.behind) if cell.behind else ""
    return Shown(text + ("\u00a0*" if cell.is_partial else ""), href, _about(cell, column))


def _about(cell: Cell, column: Column) -> str:
    """On how many centres and records it rests."""
    counts = (cell.reported, cell.expected, cell.records)
    return _rests(language(), isinstance(column.source, Figure), counts)


@lru_cache(maxsize=4096)  # most cells of a row rest on the same
def _rests(_lang: str, is_figure: bool, counts: tuple[int, int, int]) -> str:
    names = ("reported", "expected", "records")
    shown = dict(zip(names, map(number, counts), strict=True))
    return say("summary.rests" if is_figure else "summary.rests.share", **shown)


def _joined(cells: Iterable[Shown]) -> Iterable[Shown]:
    """Neighbours that lack a value for the same reason are one cell."""
    for key, some in groupby(cells, key=lambda one: None if one.is_value else one.text):
        same = list(some)
        if key is None or key == BLANK:
            yield from same
        else:
            yield Shown(key, about=same[0].about, span=len(same), is_value=False)
