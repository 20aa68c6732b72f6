"""A consent that is taken back at the province: what rested on it is erased, there and below."""

from __future__ import annotations

from flask import abort, flash, redirect, url_for
from flask_login import current_user, login_required
from werkzeug.wrappers import Response

from schemas.privacy import consents
from schemas.record import record_types
from server import ambient, imports
from server.auth import permissions
from sync.changes import Key
from webui.language import say

from ..pages import pages


@pages.post("/records/<record_type>/<area>/<record_id>/withdraw")
@login_required  # type: ignore[untyped-decorator]  # flask_login has no types
def withdraw(record_type: str, area: str, record_id: str) -> Response:
    """Erase what rested on the consent, whatever came to be there meanwhile."""
    schema, key = record_types().get(record_type), Key(area, record_type, record_id)
    record = ambient.province().store().load([key])[key]
    if schema is None or not record.cells:
        abort(404)
    if not permissions.may_erase(area):
        abort(403)
    values = consents.withdrawn(schema, record.values)
    if values and ambient.province().hub().write(key, values, current_user.name, opened=record):
        imports.tidy(ambient.province())
        flash(say("record.consent_gone"), "success")
    return redirect(
        url_for("web.record", record_type=record_type, area=area, record_id=record_id, period="all")
    )
