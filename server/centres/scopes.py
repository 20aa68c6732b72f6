"""For which part of the province a person works, and which areas they see on a day.

What is found is kept for the request: a table of ten thousand rows asks it of each.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from flask import current_app, g
from flask_login import current_user

from schemas.formatting.vietnamese import day_of

from ..evaluation import verifiers
from ..users import users
from . import centres, units

if TYPE_CHECKING:
    from ..province import Province


def province() -> Province:
    """The province whose pages are being asked for."""
    found: Province = current_app.extensions["province"]
    return found


def today() -> date:
    """The day in Vietnam, by the server's clock."""
    return day_of(province().wall())


def scope(user: users.User, day: date | str) -> set[str]:
    """The areas that a user may see in a report of ``day``.

    A district that had ended by then is as it was on its last day: who worked for it still
    sees its centres, and no others. A unit that had not begun is as it was on its first day.
    """
    db = province().db()
    if not user.of_a_district:
        return {centre.area for centre in centres.centres(db)}
    day = units.nearest_day(db, user.unit_id, day)
    mine = units.below(units.in_force(db, day), user.unit_id)
    return {area for area, unit in centres.centre_units(db, day).items() if unit.id in mine}


def seen(day: str) -> set[str]:
    """The areas that who is logged in may see, found once for all records that are asked about."""
    if "scopes" not in g:
        g.scopes = {}
    if day not in g.scopes:
        g.scopes[day] = scope(current_user, day)
    found: set[str] = g.scopes[day]
    return found


def in_districts() -> frozenset[str]:
    """The areas of the centres that lie in a district today; after 01/07/2025 there are none."""
    if "in_districts" not in g:
        db, day = province().db(), today()
        kinds = {unit.id: unit.level for unit in units.in_force(db, day)}
        homes = centres.centre_units(db, day).items()
        inside = (area for area, unit in homes if kinds.get(unit.parent_id) == units.DISTRICT)
        g.in_districts = frozenset(inside)
    found: frozenset[str] = g.in_districts
    return found


def verifying_body() -> str:
    """The body that verifies evaluations today, by the setting."""
    if "verifying_body" not in g:
        g.verifying_body = verifiers.in_charge(province().db(), str(today()))
    return str(g.verifying_body)


def own_level() -> str:
    """The level of the unit that who is logged in works for; empty if it is the province."""
    row = units.territory(province().db()).rows.get(current_user.unit_id)
    return units.LEVELS[row.kind] if row else ""


def own_unit() -> str:
    """The name of the unit that who is logged in works for; empty if it is the province."""
    if "own_unit" not in g:
        row = units.territory(province().db()).rows.get(current_user.unit_id)
        g.own_unit = row.name if row else ""
    found: str = g.own_unit
    return found
