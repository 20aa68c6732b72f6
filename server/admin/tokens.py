"""The tokens of other programs: made, shown once, and revoked."""

from __future__ import annotations

from flask import abort, redirect, request, url_for
from flask_login import current_user
from werkzeug.wrappers import Response

from schemas.formatting.label import Label
from schemas.record import record_types
from server import ambient
from server.centres import units
from server.centres.units import DISTRICT
from server.texts import TEXTS
from server.tokens import tokens
from server.tokens.tokens import NameTaken, NoSuchToken, Scope, Wanted

from .pages import done, page, pages

LONGEST = 3650  # days
Answer = str | tuple[str, int]


@pages.get("/tokens")
def list_tokens() -> str:
    return _list()


@pages.post("/tokens")
def make_token() -> Answer:
    """Make a token, and show it this once."""
    db, now = ambient.province().db(), ambient.province().wall()
    try:
        wanted = _wanted()
        secret = tokens.make(db, wanted, now)
    except (NameTaken, ValueError):
        return _list(TEXTS["admin.token_wrong"]), 422
    return page("token", token=secret, program=tokens.plain(wanted.name))


@pages.post("/tokens/revoke")
def revoke_token() -> Response:
    name = request.form.get("name", "")
    try:
        tokens.revoke(ambient.province().db(), name, ambient.province().wall())
    except NoSuchToken:
        abort(404)
    done("admin.token_revoked", name=name)
    return redirect(url_for("admin.list_tokens"))


def _wanted() -> Wanted:
    """:raises ValueError: if there is no such unit, or the days are no number"""
    form, known = request.form, record_types()
    unit_id = form.get("unit", "")
    if unit_id and unit_id not in units.territory(ambient.province().db()).rows:
        raise ValueError(unit_id)
    days = int(form.get("days", "365"))
    if not 0 <= days <= LONGEST:
        raise ValueError(days)
    types = frozenset(name for name in form.getlist("types") if name in known)
    its = Scope(unit_id, types, form.get("personal") == "1")
    return Wanted(form.get("name", ""), its, current_user.name, days)


def _list(wrong: Label | None = None) -> str:
    db = ambient.province().db()
    land = units.territory(db)
    districts = [row for row in land.rows.values() if units.LEVELS[row.kind] == DISTRICT]
    return page(
        "tokens",
        tokens=tokens.everyone(db),
        now=ambient.province().wall(),
        districts=sorted(districts, key=lambda row: row.code),
        names={row.id: row.name for row in districts},
        types=record_types(),
        wrong=wrong,
        typed=request.form,
    )
