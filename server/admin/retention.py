"""What is known of persons and is due to be erased: listed, and erased at one stroke."""

from __future__ import annotations

from flask import redirect, request, url_for
from flask_login import current_user
from werkzeug.wrappers import Response

from reporting import retention
from schemas.privacy import consents
from schemas.record import fields
from server import ambient, imports
from server.auth import permissions
from server.centres import centres
from sync.changes import Key

from .pages import done, page, pages

SHOWN = 200  # at once, the oldest first


@pages.get("/retention")
def list_due() -> str:
    province = ambient.province()
    names = {centre.area: centre.name for centre in centres.centres(province.db())}
    areas = {*names, *province.above}
    due = retention.due(province.db(), areas, ambient.today())
    ticked = "all" in request.args
    shown = {"due": due[:SHOWN], "many": len(due), "names": names, "fields": fields}
    return page("retention", ticked=ticked, **shown)


@pages.post("/retention")
def erase_due() -> Response:
    """Erase what is ticked, as far as it is due still: somebody may have changed it since."""
    province = ambient.province()
    ticked = [Key(*text.split(" ", 2)) for text in request.form.getlist("key") if _is_key(text)]
    known = province.store().load([key for key in ticked if permissions.may_erase(key.area)])
    erased = 0
    for record in known.values():
        if one := retention.of_record(record, ambient.today()):
            values = consents.erased(one.schema, record.values, one.names)
            province.hub().write(record.key, values, current_user.name, opened=record)
            erased += 1
    imports.tidy(province)
    done("admin.retention_done" if erased else "admin.retention_nothing", count=erased)
    return redirect(url_for("admin.list_due"))


def _is_key(text: str) -> bool:
    return text.count(" ") >= 2
