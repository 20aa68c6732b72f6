"""Where the statements of one series do not follow on each other: gaps, overlaps, other balances.

Opening and closing balances are of the first and the last statement of a period; whether those in
between cover it once and no more is shown beside the figures, for a person to settle.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import groupby, pairwise
from typing import Any, NamedTuple

from schemas import measures
from schemas.fields.adding import CLOSING, OPENING
from schemas.record import AREA, RecordSchema
from sync.stores import dialect

from .. import database
from ..database import Database
from .basis import began, rows
from .selection import Selection, quoted

GAP, OVERLAP, DIFFERS = "gap", "overlap", "differs"
DAY = timedelta(days=1)


class Seam(NamedTuple):
    """Two statements that follow each other wrongly: from one day to the other, or on a day."""

    kind: str
    area: str
    of: str  # what they are statements of: the id, if that is another record
    first: str
    last: str


def seams(db: Database, selection: Selection) -> list[Seam]:
    """All of the selection, in the order of the keepers and their days."""
    schema, start = selection.schema, began(selection.schema)
    if not (start and schema.series and schema.day_field and _balances(schema)):
        return []
    names = [AREA, *schema.series[1:], start, schema.day_field, *_balances(schema)]
    chosen = ", ".join(f'"{AREA}"' if n == AREA else quoted(schema.record_type, n) for n in names)
    source, where, args = rows(db, selection)
    directed, width = dialect.of(db).directed, len(schema.series)
    order = ", ".join(directed(str(place)) for place in range(1, width + 3))
    sql = f"select {chosen} from {source} where {where} order by {order}"
    statements = database.rows(db, sql, args)
    of_series = [list(some) for _, some in groupby(statements, key=lambda row: row[:width])]
    return [seam for some in of_series for seam in _of_one(some, width)]


def _balances(schema: type[RecordSchema]) -> list[str]:
    """The opening figure, and the closing one."""
    ways = {measures.way(schema, name): name for name in measures.sums(schema)}
    return [ways[way] for way in (OPENING, CLOSING)] if {OPENING, CLOSING} <= ways.keys() else []


def _of_one(statements: list[tuple[Any, ...]], width: int) -> Iterator[Seam]:
    latest = ""
    for before, after in pairwise(statements):
        area, of = before[0], str(before[width - 1])
        (_, last, _, closed), (first, end, opened, _) = before[width:], after[width:]
        latest = max(latest, last or "")
        if not (latest and first and end):
            continue
        if first <= latest:
            yield Seam(OVERLAP, area, of, first, min(latest, end))
        elif first > str(date.fromisoformat(latest) + DAY):
            until = date.fromisoformat(first) - DAY
            yield Seam(GAP, area, of, str(date.fromisoformat(latest) + DAY), str(until))
        elif None not in (closed, opened) and closed != opened:
            yield Seam(DIFFERS, area, of, first, first)
