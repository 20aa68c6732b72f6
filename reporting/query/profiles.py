"""The profiles of centres as they were on a day: their figures from the log, by corrected time.

A profile is written over when something changes, so its table knows only today's figures. What
a period had is the last that was written by its end, by a right clock. What is no figure stays as
it is now; so what was erased of a person is not read again.
"""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import date
from typing import Any

from sqlite_utils import Database

from schemas import measures
from schemas.formatting.vietnamese import day_of
from schemas.record import RecordSchema
from schemas.tables.columns import KEY, projection, projections
from sync.clock import Timestamp
from sync.rows import HIDDEN

from .selection import Part, Selection

Known = dict[tuple[str, str], dict[str, Any]]  # of each record, its fields by that day


def as_of(db: Database, selection: Selection) -> Part:
    """What to select from, and its parameters: the type's table, or its rows of that day."""
    day, name = selection.as_of, selection.record_type
    if day is None or selection.period is None or (selection.today and day >= selection.today):
        return f'"{name}"', []
    figures = sorted(measures.sums(selection.schema))
    known = projections()[name]
    columns = [*HIDDEN, *known.columns, *(KEY + one for one in known.keys)]
    chosen = ", ".join(
        f"json_extract(known.value, '$.{one}') as \"{one}\""
        if one in figures
        else f'its."{one}" as "{one}"'
        for one in columns
    )
    joining = (
        "json_extract(known.value, '$._area') = its._area "
        "and json_extract(known.value, '$._id') = its._id"
    )
    told = f'json_each(?) as known join "{name}" as its on {joining}'
    return f'(select {chosen} from {told}) as "{name}"', [
        json.dumps(_figures(selection.schema, _by(db, selection, day), figures))
    ]


def _figures(schema: type[RecordSchema], known: Known, names: list[str]) -> list[dict[str, Any]]:
    row = projection(schema).row
    made = ((key, row(values)) for key, values in known.items())
    return [
        {"_area": area, "_id": record_id, **{name: values[name] for name in names}}
        for (area, record_id), values in made
    ]


def _by(db: Database, selection: Selection, day: date) -> Known:
    """The fields of each record as the last change by that day has them."""
    sql = """
        select area, record_id, at, received, clock_offset, fields from log
        where record_type = ? and held = '' and area in (select value from json_each(?))
    """
    args = [selection.record_type, json.dumps(sorted(selection.areas))]
    found = [(at, row) for row in db.query(sql, args) if (at := _stamp(row["at"]))]
    known: Known = {}
    for at, row in sorted(found, key=lambda one: one[0]):
        if _day(at.millis - row["clock_offset"], row["received"]) <= day:
            with suppress(TypeError, ValueError):  # a disk failed: what cannot be read is left out
                fields = json.loads(row["fields"])
                known.setdefault((row["area"], row["record_id"]), {}).update(fields)
    return known


def _stamp(text: str) -> Timestamp | None:
    try:
        return Timestamp.parse(text)
    except ValueError:
        return None


def _day(millis: int, received: int) -> date:
    """When it was written, by a right clock; never later than it was taken in."""
    try:
        return day_of(min(millis, received) if received else millis)
    except (ValueError, OverflowError, OSError):
        return date.max
