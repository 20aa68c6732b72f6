"""What the rows of a list come to: each figure by the way in which it adds up.

The server's totals ask its database the same (``reporting.query.totals``); paper and the centre
have the rows themselves, so here they are gone through.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from .. import measures
from ..fields.adding import CLOSING, FLOW, OPENING
from ..record import AREA, RecordSchema, Values


def come_to(
    schema: type[RecordSchema], rows: Sequence[Values], name: str, day: str
) -> float | None:
    """What that figure comes to on the day ``day``; None if none of the rows has it."""
    way = measures.way(schema, name)
    counted = _without_parts(schema, rows) if way == FLOW else rows
    known = [row for row in counted if _number(row.get(name)) is not None]
    if schema.in_force is not None and way != FLOW:
        known = [row for row in known if _counts_on(schema, row, day)]
    elif way != FLOW and schema.series is not None:
        known = _ends(schema, known, way, day)
    numbers = [value for row in known if (value := _number(row.get(name))) is not None]
    return math.fsum(numbers) if numbers else None


def _without_parts(schema: type[RecordSchema], rows: Sequence[Values]) -> Sequence[Values]:
    """The rows without those of a part of what another one counts as a whole."""
    whole = schema.counted_whole
    if whole is None:
        return rows
    same = {id(row): (*_series(schema, row), *map(row.get, whole.within)) for row in rows}
    wholes = {same[id(row)] for row in rows if row.get(whole.name) == whole.code}
    is_part = [row.get(whole.name) != whole.code and same[id(row)] in wholes for row in rows]
    return [row for row, one in zip(rows, is_part, strict=True) if not one]


def _ends(schema: type[RecordSchema], rows: Sequence[Values], way: str, day: str) -> list[Values]:
    """The last row of each series that is not to come; the first, where that is asked."""
    placed = measures.placed_by(schema)
    until = day[:4] if placed in measures.years(schema) else day
    when = {id(row): str(row.get(placed) or "") for row in rows}
    past = [row for row in rows if way in (OPENING, CLOSING) or when[id(row)] <= until]
    ordered = sorted(past, key=lambda row: when[id(row)], reverse=way == OPENING)
    return list({_series(schema, row): row for row in ordered}.values())


def _series(schema: type[RecordSchema], row: Values) -> tuple[str, ...]:
    return tuple(str(row.get(name)) for name in schema.series or (AREA,))


def _counts_on(schema: type[RecordSchema], row: Values, day: str) -> bool:
    """Whether the thing is in force on that day."""
    start, end = (str(row.get(name) or "") if name else "" for name in schema.in_force or ("", ""))
    return (not start or start <= day) and (not end or end >= day[: len(end)])


def _number(value: object) -> float | None:
    return value if isinstance(value, (int, float)) and not isinstance(value, bool) else None
