"""Where the centres were on one day, as one person may see them: a tree of places.

A centre in no unit of that day is listed apart, so that what it entered is not
missing from the total.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from typing import NamedTuple

from sqlite_utils import Database

from reporting.places import CENTRE, COMMUNE, DISTRICT, ELSEWHERE, PROVINCE, Place
from schemas.fields import Label
from schemas.formatting.collation import collated

from .centres import Centre, centre_units, centres
from .units import Branch, territory, tree

NOWHERE = Label("Chưa gắn với đơn vị nào", "In no unit of that day")
FORMER = Label("Địa bàn cũ của {}", "The former {}")
EVERYWHERE = Label("Toàn tỉnh", "The whole province")


def places(db: Database, day: date, areas: Collection[str], unit_id: str = "") -> Place:
    """The places of ``areas`` on that day: the province, or the only unit that holds them all.

    If they are a part of it and in no one unit, because ``unit_id``, which they were, is no
    more, they are named after it.
    """
    everybody = centres(db)
    seen = [centre for centre in everybody if centre.area in areas]
    homes = {area: unit.id for area, unit in centre_units(db, day).items()}
    by_home: dict[str, list[Centre]] = {}
    for centre in sorted(seen, key=lambda centre: collated(centre.name)):
        by_home.setdefault(homes.get(centre.area, ELSEWHERE), []).append(centre)
    tops = [place for branch in tree(db, day) if (place := _place(branch, by_home)).areas]
    top = tops[0] if len(tops) == 1 else _group("", EVERYWHERE, PROVINCE, tops)
    if lost := by_home.get(ELSEWHERE):
        apart = _group(ELSEWHERE, NOWHERE, ELSEWHERE, [_centre(centre) for centre in lost])
        top = _group(top.key, top.label, PROVINCE, [*top.inside, apart])
    return top if len(seen) == len(everybody) else _former(db, _narrowed(top), unit_id)


def _place(branch: Branch, by_home: Mapping[str, list[Centre]]) -> Place:
    own = [_centre(centre) for centre in by_home.get(branch.unit.id, [])]
    lower = [place for below in branch.branches if (place := _place(below, by_home)).areas]
    unit = branch.unit
    return _group(unit.id, Label(unit.name, unit.name), unit.level, [*lower, *own])


def _group(key: str, label: Label, level: str, inside: list[Place]) -> Place:
    areas = frozenset().union(*(place.areas for place in inside))
    return Place(key, label, level, areas, tuple(inside))


def _centre(centre: Centre) -> Place:
    label = Label(centre.name, centre.name)
    return Place(centre.area, label, CENTRE, frozenset([centre.area]))


def _former(db: Database, top: Place, unit_id: str) -> Place:
    row = territory(db).rows.get(unit_id)
    if row is None or top.level != PROVINCE:
        return top
    return top._replace(label=Label(*(text.format(row.name) for text in FORMER)))


def _narrowed(top: Place) -> Place:
    while len(top.inside) == 1 and top.inside[0].level != CENTRE:
        top = top.inside[0]
    return top


class Era(NamedTuple):
    """A day on which units changed, and how many there were from then on."""

    day: str
    districts: int
    communes: int


def eras(db: Database) -> list[Era]:
    """The newest first."""
    land = territory(db)
    days = sorted({row.start for row in land.rows.values()}, reverse=True)
    levels = {day: [unit.level for unit in land.in_force(day)] for day in days}
    return [Era(day, kinds.count(DISTRICT), kinds.count(COMMUNE)) for day, kinds in levels.items()]
