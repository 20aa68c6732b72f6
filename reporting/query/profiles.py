"""The profiles of centres as they were on a day: their figures from the log, by corrected time.

A profile is written over when something changes, so its table knows only today's figures. What
a period had is the last that was written by its end, by a right clock. What is no figure stays as
it is now; so what was erased of a person is not read again.
"""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import date
from operator import itemgetter
from typing import Any

from schemas import measures
from schemas.formatting.vietnamese import day_of
from schemas.record import RecordSchema
from schemas.tables.columns import KEY, projection
from sync.clock import Timestamp
from sync.rows import HIDDEN
from sync.stores import dialect as dialects
from sync.stores.dialect import Part

from ..database import Database, rows
from .selection import Selection, joined

Known = dict[tuple[str, str], dict[str, Any]]  # of each record, its fields by that day


def as_of(db: Database, selection: Selection) -> Part:
    """What to select from, and its parameters: the type's table, or its rows of that day."""
    day, name = selection.as_of, selection.record_type
    if day is None or selection.period is None or (selection.today and day >= selection.today):
        return f'"{name}"', []
    figures = sorted(measures.sums(selection.schema))
    known = projection(selection.schema)
    columns = [*HIDDEN, *known.columns, *(KEY + one for one in known.keys)]
    chosen = ", ".join(
        f'known."{one}"' if one in figures else f'its."{one}" as "{one}"' for one in columns
    )
    kinds = {"_area": str, "_id": str, **{one: known.columns[one] for one in figures}}
    joining = 'known."_area" = its._area and known."_id" = its._id'
    source = f'{dialects.of(db).table(kinds)} as known join "{name}" as its on {joining}'
    then = _figures(selection.schema, _by(db, selection, day), figures)
    return f'(select {chosen} from {source}) as "{name}"', [dialects.rows(then)]


def _figures(schema: type[RecordSchema], known: Known, names: list[str]) -> list[list[object]]:
    row = projection(schema).row
    made = ((key, row(values)) for key, values in known.items())
    return [[*key, *(values[name] for name in names)] for key, values in made]


def _by(db: Database, selection: Selection, day: date) -> Known:
    """The fields of each record as the last change by that day has them."""
    where, args = joined([("record_type = ?", [selection.record_type]), *_of_areas(db, selection)])
    sql = "select area, record_id, at, received, clock_offset, fields from log"
    entries = rows(db, f"{sql} where held = '' and {where}", args)
    stamped = [(at, entry) for entry in entries if (at := _stamp(entry[2]))]
    known: Known = {}
    for at, (area, record_id, _, received, offset, text) in sorted(stamped, key=itemgetter(0)):
        if _day(at.millis - offset, received) <= day:
            with suppress(TypeError, ValueError):  # a disk failed: what cannot be read is left out
                known.setdefault((area, record_id), {}).update(json.loads(text))
    return known


def _of_areas(db: Database, selection: Selection) -> list[Part]:
    areas = selection.areas
    return [] if areas is None else [dialects.of(db).among("area", areas)]


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
