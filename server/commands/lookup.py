"""The commune, district or centre that an argument of a command names."""

from __future__ import annotations

from datetime import date

from sqlite_utils import Database

from schemas.formatting.vietnamese import fold
from server.centres import centres, units
from server.centres.centres import Centre
from server.centres.units import COMMUNE, DISTRICT, Unit

from .speech import Ambiguous, Unknown


def commune(db: Database, wanted: str, day: date) -> Unit:
    """The only commune of that code or name on ``day``.

    :raises Unknown:
    """
    return _only([unit for unit in units.in_force(db, day) if unit.level == COMMUNE], wanted)


def district(db: Database, wanted: str, day: date) -> Unit:
    """The only district of that code or name; of ``day``, else of the last day that had any.

    :raises Unknown:
    """
    land = units.territory(db)
    days = sorted({row.start for row in land.rows.values() if row.start <= str(day)}, reverse=True)
    for each in (str(day), *days):
        districts = [unit for unit in land.in_force(each) if unit.level == DISTRICT]
        if districts:
            return _only(districts, wanted)
    raise Unknown("unit", wanted)


def office_unit(db: Database, wanted: str, day: date) -> Unit:
    """The district of that code or name, or the commune of ``day``: commune offices verify, too.

    :raises Unknown:
    """
    try:
        return district(db, wanted, day)
    except Unknown:
        return commune(db, wanted, day)


def centre_named(db: Database, wanted: str) -> Centre:
    """The centre of that area, or the only one of that name.

    :raises Unknown:  :raises Ambiguous: then only the area tells them apart
    """
    matches = [c for c in centres.centres(db) if wanted == c.area or fold(wanted) in fold(c.name)]
    exact = [c for c in matches if wanted == c.area or fold(wanted) == fold(c.name)]
    if not matches:
        raise Unknown("centre", wanted)
    if len(exact or matches) > 1:
        raise Ambiguous(", ".join(f"{c.name} = {c.area}" for c in (exact or matches)[:5]))
    return (exact or matches)[0]


def _only(units_: list[Unit], wanted: str) -> Unit:
    named = [u for u in units_ if u.code == wanted or fold(u.name).endswith(fold(wanted))]
    exact = [u for u in named if u.code == wanted or fold(u.name) == fold(wanted)]
    if len(exact or named) != 1:
        raise Unknown("unit", wanted)
    return (exact or named)[0]
