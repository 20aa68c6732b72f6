"""The ambient context of a request: whose province it is, which day, who is logged in.

``app.bind`` sets the province and Flask-Login the user; everything that serves a request reads
them here instead of passing them through every call. What costs a query is computed once for a
request (in ``flask.g``): a table of ten thousand rows needs it for each row.
"""

from __future__ import annotations

from datetime import date

from flask import current_app, g
from flask_login import current_user

from schemas.formatting.vietnamese import day_of

from .centres import centres, units
from .evaluation import verifiers
from .province import Province
from .users.users import User


def province() -> Province:
    """The province that the application of this request was bound to."""
    bound: Province = current_app.extensions["province"]
    return bound


def today() -> date:
    """The day in Vietnam, by the server's clock."""
    return day_of(province().wall())


def user() -> User:
    """Who is logged in. Only for pages behind a login: an anonymous visitor has no role."""
    logged_in: User = current_user
    return logged_in


def scope(user: User, day: date | str) -> set[str]:
    """The areas that a user may see in a report of ``day``.

    A district that had ended by then is as it was on its last day: who worked for it still
    sees its centres, and no others. A unit that had not begun is as it was on its first day.
    """
    db = province().db()
    if not user.of_a_district:
        return {centre.area for centre in centres.centres(db)}
    day = units.nearest_day(db, user.unit_id, day)
    inside = units.below(units.in_force(db, day), user.unit_id)
    return {area for area, unit in centres.centre_units(db, day).items() if unit.id in inside}


def visible_areas(day: str) -> set[str]:
    """The areas that the current user may see in a report of ``day`` (ISO)."""
    if "scopes" not in g:
        g.scopes = {}
    if day not in g.scopes:
        g.scopes[day] = scope(user(), day)
    areas: set[str] = g.scopes[day]
    return areas


def in_districts() -> frozenset[str]:
    """The areas of the centres that lie in a district today; after 01/07/2025 there are none."""
    if "in_districts" not in g:
        db, day = province().db(), today()
        levels = {unit.id: unit.level for unit in units.in_force(db, day)}
        homes = centres.centre_units(db, day).items()
        inside = (area for area, unit in homes if levels.get(unit.parent_id) == units.DISTRICT)
        g.in_districts = frozenset(inside)
    areas: frozenset[str] = g.in_districts
    return areas


def verifying_body() -> str:
    """The body that verifies evaluations today, by the setting."""
    if "verifying_body" not in g:
        g.verifying_body = verifiers.in_charge(province().db(), str(today()))
    return str(g.verifying_body)


def own_level() -> str:
    """The level of the unit that the current user works for; empty if it is the province."""
    row = units.territory(province().db()).rows.get(user().unit_id)
    return units.LEVELS[row.kind] if row else ""


def own_unit() -> str:
    """The name of the unit that the current user works for; empty if it is the province."""
    if "own_unit" not in g:
        row = units.territory(province().db()).rows.get(user().unit_id)
        g.own_unit = row.name if row else ""
    name: str = g.own_unit
    return name
