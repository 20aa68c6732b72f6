"""A summary as it may leave the offices: its small counts of sensitive kinds withheld.

Of units, as in ``reporting.public``. Where each unit is split, a part is also a part of the same
code of the unit above; such a table is no tree, so sensitive parts are withheld altogether.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from schemas.privacy.small_counts import WITHHELD as MARK
from schemas.privacy.small_counts import is_small, sensitive
from schemas.record import get

from .. import disclosure_control
from ..query.basis import basis
from .declaration import Column, Figure, Summary, sides
from .table import WITHHELD, Cell, Row, Table


def published(table: Table) -> Table:
    """The same table, with marks in place of what must not be known."""
    lines = [table.total[0], *table.rows, *table.total[1:]]
    careful = careful_columns(table.summary)
    marks: dict[tuple[int, str], str] = {}
    for name, whole in careful.items():
        for place, mark in _marks(lines, name, whole, whole in careful).items():
            marks[place, name] = mark
    shares = [one.name for one in table.summary.shown if _rests_on(table.summary, one)]
    for place in range(len(lines)):
        marks |= {(place, name): MARK for name in shares}
    shown = [
        _marked(row, {n: m for (p, n), m in marks.items() if p == i}) for i, row in enumerate(lines)
    ]
    end = 1 + len(table.rows)
    return replace(table, rows=tuple(shown[1:end]), total=(shown[0], *shown[end:]))


def careful_columns(summary: Summary) -> dict[str, str]:
    """The columns that count persons of whom the law takes special care.

    Each with the column of all that it counts a part of; "" if that is not shown.
    """
    figures = {c.name: c.source for c in summary.shown if isinstance(c.source, Figure)}
    careful = {}
    for name, figure in figures.items():
        schema = get(figure.record_type)
        count = sensitive(schema).get(figure.name)
        if count is not None:
            of = count.of or ""
            # A part of another basis is none of that whole: of those who left, of a stock.
            is_part = of and basis(schema, of) == basis(schema, figure.name)
            whole = replace(figure, name=of if is_part else "")
            careful[name] = next((n for n, one in figures.items() if one == whole), "")
    return careful


def _rests_on(summary: Summary, column: Column) -> bool:
    """Whether a share, change or rate is worked out of a careful figure, shown or not."""
    sources = {one.name: one.source for one in summary.columns}
    of = [column.source, *(sources[name] for name in sides(column.source))]
    figures = [one for one in of if isinstance(one, Figure)]
    rates = [(one, (one.rate.part, one.rate.whole)) for one in figures if one.rate]
    shares = [(one, (one.name,)) for one in figures if column.is_rate]
    return any(
        not sensitive(get(figure.record_type)).keys().isdisjoint(names)
        for figure, names in (*rates, *shares)
    )


def _marks(lines: Sequence[Row], name: str, whole: str, is_careful: bool) -> dict[int, str]:
    """What is shown of that column in place of what is withheld, by the place of the line."""
    places = [place for place, row in enumerate(lines) if row.code is None]
    parts = {place: MARK for place, row in enumerate(lines) if row.code is not None}
    values = [_number(lines[place].cells[name]) for place in places]
    wholes = [_number(lines[place].cells[whole]) if whole else None for place in places]
    if is_careful:
        wholes = [None if is_small(value) else value for value in wholes]
    column = disclosure_control.Column(values, wholes, _above([lines[place] for place in places]))
    return parts | {places[i]: mark for i, mark in column.withhold().items()}


def _above(lines: Sequence[Row]) -> list[int | None]:
    """Of which line each is a part: of the last one before it that is of a wider unit."""
    above: list[int | None] = []
    open_at: dict[int, int] = {}
    for place, row in enumerate(lines):
        above.append(open_at.get(row.depth - 1))
        open_at[row.depth] = place
    return above


def _number(cell: Cell) -> int | None:
    return None if cell.value is None else int(cell.value)


def _marked(row: Row, marks: dict[str, str]) -> Row:
    cells = {
        name: replace(cell, value=marks[name], state=WITHHELD, records=0, is_partial=False)
        if name in marks
        else cell
        for name, cell in row.cells.items()
    }
    return replace(row, cells=cells)
