"""The centres and units of the province in all their days, as a program with a token reads them.

A token for one unit sees the centres there, the units in which these ever lay, and that unit
with all that ever belonged to it; so every id that one of its records names is on its list.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from datetime import date, timedelta
from typing import Any

from sqlite_utils import Database

from . import centres, units
from .centres import Centre
from .units import LEVELS, Row, Territory

Json = dict[str, Any]


def centre_items(db: Database, areas: Collection[str], today: str) -> list[Json]:
    """The centres among ``areas``, by name; each with the units it lay in and when."""
    land = units.territory(db)
    return [_centre(land, one, today) for one in centres.centres(db) if one.area in areas]


def unit_items(db: Database, areas: Collection[str], unit_id: str) -> list[Json]:
    """All units, or those that concern ``unit_id`` and its centres, in the order of codes."""
    land = units.territory(db)
    wanted = _near(db, land, areas, unit_id) if unit_id else land.rows.keys()
    listed = sorted(land.rows.values(), key=lambda row: (len(row.code), row.code, row.start))
    return [_unit(land, row) for row in listed if row.id in wanted]


def _centre(land: Territory, centre: Centre, today: str) -> Json:
    last = _last(centre.closed)
    there = land.row_at(centre.unit_id, min(last or today, today))
    return {
        "id": centre.area,
        "name": centre.name,
        "unit": there.id if there else None,
        "code": there.code if there else None,
        "valid_from": centre.founded,
        "valid_to": last,
        "units": list(_spans(land.rows.values(), lambda day: land.row_at(centre.unit_id, day))),
    }


def _unit(land: Territory, row: Row) -> Json:
    parents = list(_spans(land.rows.values(), lambda day: _parent(land, row, day)))
    after = sorted((link for link in land.links if link.old == row.id), key=lambda one: one.rank)
    return {
        "id": row.id,
        "code": row.code,
        "name": row.name,
        "kind": row.kind,
        "level": LEVELS[row.kind],
        "valid_from": row.start,
        "valid_to": _last(row.end),
        "parent": parents[-1]["unit"] if parents else None,
        "parents": parents,
        "continued_by": [link.new for link in after],
    }


def _parent(land: Territory, row: Row, day: str) -> Row | None:
    """The unit above it on that day; None before and after its time."""
    if not row.lasts(day):
        return None
    bearers = (one for one in land.rows.values() if one.code == row.parent_code and one.lasts(day))
    return next((one for one in bearers if LEVELS[one.kind] != units.COMMUNE), None)


def _spans(rows: Collection[Row], unit_on: Callable[[str], Row | None]) -> Iterator[Json]:
    """What ``unit_on`` gives, with its first and last day; days with nothing are left out."""
    days = sorted({day for row in rows for day in (row.start, row.end) if day})
    runs: list[tuple[str, str | None]] = []
    for day in days:
        row = unit_on(day)
        if not runs or runs[-1][1] != (row.id if row else None):
            runs.append((day, row.id if row else None))
    for (start, unit), end in zip(runs, [*(day for day, _ in runs[1:]), ""], strict=True):
        if unit:
            yield {"unit": unit, "valid_from": start, "valid_to": _last(end)}


def _near(db: Database, land: Territory, areas: Collection[str], unit_id: str) -> set[str]:
    """That unit, all that belonged to it, all in which its centres lay, and all above these."""
    own = [one for one in centres.centres(db) if one.area in areas]
    days = sorted({day for row in land.rows.values() for day in (row.start, row.end) if day})
    near = {unit_id}
    for day in days:
        there = {unit.id: unit for unit in land.in_force(day)}
        inside = units.below(there.values(), unit_id) if unit_id in there else set()
        lie = {row.id for one in own if (row := land.row_at(one.unit_id, day))}
        for unit in (there[name] for name in inside | lie if name in there):
            while unit:
                near.add(unit.id)
                unit = there.get(unit.parent_id)  # type: ignore[assignment]  # None ends it
    return near


def _last(end: str) -> str | None:
    """The last day of what ends on the day ``end``; None if it goes on."""
    return str(date.fromisoformat(end) - timedelta(days=1)) if end else None
