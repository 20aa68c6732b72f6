"""Which program is asking, by the token that it shows, and what it may read."""

from __future__ import annotations

from flask import abort
from werkzeug.datastructures import WWWAuthenticate

from schemas.areas import INTERNAL
from schemas.record import RecordSchema

from .. import ambient
from ..centres import centres, units
from ..tokens import tokens


def may_read(scope: tokens.Scope, schema: type[RecordSchema]) -> bool:
    """Whether a token is for that type; for what is internal only if it names it.

    And then only if it is for the whole province: what the offices keep is of no one unit.
    """
    if schema.lives_in == INTERNAL and scope.unit_id:
        return False
    is_named = schema.record_type in scope.types
    return is_named or not (scope.types or schema.lives_in == INTERNAL)


def areas_of(unit_id: str) -> set[str]:
    """The areas that a token for that unit may read: its centres, and what is published.

    Without a unit, all of them, and what is internal.
    """
    db, day = ambient.province().db(), str(ambient.today())
    published = {ambient.province().published}
    if not unit_id:
        return {centre.area for centre in centres.centres(db)} | ambient.province().above
    day = units.nearest_day(db, unit_id, day)
    inside = units.below(units.in_force(db, day), unit_id)
    homes = centres.centre_units(db, day).items()
    return {area for area, unit in homes if unit.id in inside} | published


def bearer(header: str) -> tokens.Token:
    """The token that a program shows, or 401."""
    kind, _, secret = header.strip().partition(" ")
    province = ambient.province()
    is_bearer = kind.lower() == "bearer"
    token = tokens.bearer(province.db(), secret, province.wall()) if is_bearer else None
    if token is None:
        # a header is latin-1 to the server that sends it
        abort(401, www_authenticate=WWWAuthenticate("bearer", {"realm": "Khuyen Hoc"}))
    return token
