"""Administrative units: which were in force on a day, and what became of each.

A unit is a row with dates and an id of its own. Its code is not its identity: codes were
given to other territory, and a unit that moved to another district kept its code. A parent
is therefore found by its code *on the day asked for*, and what continues a unit is found
by links, which the official resolutions give.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import NamedTuple

from sqlite_utils import Database

from reporting.places import COMMUNE as COMMUNE
from reporting.places import DISTRICT as DISTRICT
from reporting.places import PROVINCE as PROVINCE

LEVELS = {
    "tinh": PROVINCE,
    "thanh_pho_thuoc_tinh": DISTRICT,
    "thi_xa": DISTRICT,
    "huyen": DISTRICT,
    "phuong": COMMUNE,
    "xa": COMMUNE,
    "thi_tran": COMMUNE,
}


class Unit(NamedTuple):
    """A unit as it was on the day it was asked for."""

    id: str
    code: str
    name: str
    kind: str
    parent_id: str = ""  # on that day; empty: the province

    @property
    def level(self) -> str:
        return LEVELS[self.kind]


class Branch(NamedTuple):
    """A unit with what belongs to it, in the order of the codes."""

    unit: Unit
    branches: tuple[Branch, ...] = ()


class Row(NamedTuple):
    """A unit in all its days: from ``start`` to the day before ``end`` (empty: to this day)."""

    id: str
    code: str
    name: str
    kind: str
    parent_code: str
    start: str
    end: str

    def lasts(self, day: str) -> bool:
        return self.start <= day and (not self.end or day < self.end)


class Link(NamedTuple):
    """``old`` went into ``new``; the main one of those it was divided among has rank 0."""

    old: str
    new: str
    rank: int


@dataclass(frozen=True)
class Territory:
    """All units of all days."""

    rows: dict[str, Row]
    links: tuple[Link, ...]

    def in_force(self, day: str) -> list[Unit]:
        rows = sorted((row for row in self.rows.values() if row.lasts(day)), key=_order)
        ids = {row.code: row.id for row in rows if LEVELS[row.kind] != COMMUNE}
        return [Unit(*row[:4], ids.get(row.parent_code, "")) for row in rows]

    def unit_at(self, unit_id: str, day: str) -> Unit | None:
        """The unit that continues that one on ``day``, or that it was made of before its time."""
        row = self.row_at(unit_id, day)
        return next((unit for unit in self.in_force(day) if row and unit.id == row.id), None)

    def row_at(self, unit_id: str, day: str) -> Row | None:
        row = self.rows.get(unit_id)
        while row and not row.lasts(day):
            steps = self._before if day < row.start else self._after
            row = self.rows.get(steps.get(row.id, ""))
        return row

    @cached_property
    def _after(self) -> dict[str, str]:
        return {link.old: link.new for link in self.links if link.rank == 0}

    @cached_property
    def _before(self) -> dict[str, str]:
        """Of several that became one: that which had its code, else the first of them."""
        olds: dict[str, list[Row]] = defaultdict(list)
        for link in self.links:
            olds[link.new].append(self.rows[link.old])
        return {
            new: min(old, key=lambda row: (row.code != self.rows[new].code, row.code)).id
            for new, old in olds.items()
        }


def territory(db: Database) -> Territory:
    rows = (Row(*row.values()) for row in db.table("unit").rows)
    links = tuple(Link(*row.values()) for row in db.table("unit_link").rows)
    return Territory({row.id: row for row in rows}, links)


def in_force(db: Database, day: date | str) -> list[Unit]:
    """The units of that day, in the order of their codes, each with its parent of that day."""
    return territory(db).in_force(str(day))


def unit_at(db: Database, unit_id: str, day: date | str) -> Unit | None:
    """The unit that continues that one on ``day``; None if nothing of the province does."""
    return territory(db).unit_at(unit_id, str(day))


def tree(db: Database, day: date | str) -> list[Branch]:
    """The provinces of that day with their districts, if there are any, and communes."""
    return branches(in_force(db, day))


def branches(units: Iterable[Unit], parent_id: str = "") -> list[Branch]:
    children: dict[str, list[Unit]] = defaultdict(list)
    for unit in units:
        children[unit.parent_id].append(unit)

    def grow(unit: Unit) -> Branch:
        return Branch(unit, tuple(map(grow, children[unit.id])))

    return list(map(grow, children[parent_id]))


def below(units: Iterable[Unit], unit_id: str) -> set[str]:
    """The ids of that unit and of all that belong to it."""
    inside = {unit_id}
    listed = list(units)
    while more := {unit.id for unit in listed if unit.parent_id in inside} - inside:
        inside |= more
    return inside


def nearest_day(db: Database, unit_id: str, day: date | str) -> str:
    """``day``, or the day of that unit that is nearest to it: its last, or its first."""
    row = territory(db).rows.get(unit_id)
    if row and str(day) < row.start:
        return row.start
    if row and row.end and row.end <= str(day):
        return str(date.fromisoformat(row.end) - timedelta(days=1))
    return str(day)


def _order(row: Row) -> tuple[int, str]:
    return len(row.code), row.code
