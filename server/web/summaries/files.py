"""Summaries that leave the system: all units down to the communes, headings in words."""

from __future__ import annotations

from collections.abc import Iterator

from reporting.periods import Period
from reporting.places import Place
from reporting.summaries.declaration import Column, Summary
from reporting.summaries.table import UNCOUNTED, Cell, Row, Table
from schemas import homes
from schemas.privacy.small_counts import LEGEND
from schemas.record import fields, get
from webui.language import say, spoken

from ..files.tables import Cells
from .presenters import words


def cells(table: Table) -> Iterator[Cells]:
    """The headings, then a line for each row, the total last."""
    summary = table.summary
    split = [spoken(fields(get(summary.record_types[0]))[summary.by].label)] if summary.by else []
    about = [say(f"column.{name}") for name in ("units", "level", "reported", "centres")]
    yield [*about[:2], *split, *about[2:], *(heading(column) for column in summary.shown)]
    names = {row.unit: spoken(row.label) for row in table.rows if row.code is None}
    for row in table.rows:
        yield _line(row, table, names[row.unit])
    for row in table.total:
        yield _line(row, table, say("total"))


def public_cells(table: Table) -> Iterator[Cells]:
    """The same, with what the marks mean, last."""
    yield from cells(table)
    yield [spoken(LEGEND)]


def heading(column: Column) -> str:
    """The column's label, with that of its group before it."""
    label = spoken(column.label)
    return f"{spoken(column.group)}: {label}" if column.group else label


def name(summary: Summary, place: Place, period: Period) -> str:
    """The name of a file: which summary, whose, and of when."""
    return f"{summary.code}-{homes.file_name(place.label.vi, period.key)}"


def _line(row: Row, table: Table, unit: str) -> Cells:
    first = row.cells[table.summary.counted]
    is_whole = row.code is None
    split: Cells = [] if not table.summary.by else ["" if is_whole else spoken(row.label)]
    level = say(f"level.{row.level}") if is_whole else ""
    of: Cells = [first.reported, first.expected] if is_whole else [None, None]
    return [unit, level, *split, *of, *(_value(cell) for cell in row.cells.values())]


def _value(cell: Cell) -> str | int | float | None:
    """What is left empty is empty in a file, too: a lone hyphen would be taken for a formula."""
    if cell.value is not None:
        return cell.value
    return None if cell.state == UNCOUNTED else words(cell)
