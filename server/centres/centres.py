"""The centres: each has an area of its own for its records, and the commune it was founded in."""

from __future__ import annotations

import secrets
from datetime import date
from typing import NamedTuple

from sqlite_utils import Database

from .units import COMMUNE, Unit, in_force, territory

PREFIX = "TTHTCĐ "  # of the names of centres that are named after their commune


class Centre(NamedTuple):
    area: str  # opaque, for life
    name: str
    unit_id: str  # the commune it was founded in
    founded: str  # ISO days
    closed: str = ""

    def open_on(self, day: str) -> bool:
        return self.founded <= day and (not self.closed or day < self.closed)


def centres(db: Database) -> list[Centre]:
    """All centres of all days, in the order of their names."""
    return [Centre(*row.values()) for row in db.table("centre").rows_where(order_by="name, area")]


def centre(db: Database, area: str) -> Centre | None:
    return next((c for c in centres(db) if c.area == area), None)


def centre_units(db: Database, day: date | str) -> dict[str, Unit]:
    """The commune that each centre is in on ``day``; also of centres that have closed."""
    land = territory(db)
    units = {unit.id: unit for unit in land.in_force(str(day))}
    rows = {c.area: land.row_at(c.unit_id, str(day)) for c in centres(db)}
    return {area: units[row.id] for area, row in rows.items() if row}


def add(db: Database, unit: Unit, day: date | str, name: str = "") -> Centre:
    """Found a centre in that commune; it is named after it, if it is not given a name."""
    founded = Centre(secrets.token_hex(6), name or PREFIX + unit.name, unit.id, str(day))
    db.table("centre").insert(founded._asdict())
    return founded


def communes_without(db: Database, day: date | str) -> list[Unit]:
    """The communes of that day in which no centre was founded."""
    taken = {unit.id for unit in centre_units(db, day).values()}
    units = in_force(db, day)
    return [unit for unit in units if unit.level == COMMUNE and unit.id not in taken]
