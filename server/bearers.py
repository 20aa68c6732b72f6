"""Which program is asking, by the token that it shows, and what it may read."""

from __future__ import annotations

from flask import abort
from werkzeug.datastructures import WWWAuthenticate

from . import auth, centres, tokens, units


def areas_of(unit_id: str) -> set[str]:
    """The areas that a token for that unit may read: its centres, and what is published.

    Without a unit, all of them.
    """
    db, day = auth.province().db(), str(auth.today())
    published = {auth.province().published}
    if not unit_id:
        return {centre.area for centre in centres.centres(db)} | published
    day = units.last_day(db, unit_id, day)
    mine = units.below(units.in_force(db, day), unit_id)
    homes = centres.centre_units(db, day).items()
    return {area for area, unit in homes if unit.id in mine} | published


def bearer(header: str) -> tokens.Token:
    """The token that a program shows, or 401."""
    kind, _, secret = header.strip().partition(" ")
    db = auth.province().db()
    found = tokens.bearer(db, secret, auth.province().wall()) if kind.lower() == "bearer" else None
    if found is None:
        # a header is latin-1 to the server that sends it
        abort(401, www_authenticate=WWWAuthenticate("bearer", {"realm": "Khuyen Hoc"}))
    return found
