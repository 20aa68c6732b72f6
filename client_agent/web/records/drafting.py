"""Half-typed forms: kept while somebody types, so that nothing typed is ever lost."""

from __future__ import annotations

from flask import Blueprint, Flask, flash, redirect, request, url_for
from werkzeug.wrappers import Response

from schemas.formatting.vietnamese import moment
from webui import record_tokens
from webui.forms import typed_form
from webui.language import say
from webui.redirects import local_path

from .. import alive
from ..context import agent, me
from . import form_tokens

pages = Blueprint("drafts", __name__)


def install(app: Flask) -> None:
    app.register_blueprint(pages)


@pages.post("/drafts")
def keep() -> Response:
    """Keep what is typed so far: asked by the page while somebody types, or by a button."""
    # Whoever opened the form: a draft overwrites no record, and must not get lost.
    record = record_tokens.read(request.form.get(record_tokens.FIELD, "")).records[0]
    typed = {name: text for name, text in typed_form().items() if name not in form_tokens.NOT_TYPED}
    agent().drafts.keep(me(), record.key.record_type, record.key.record_id, typed)
    message = say("draft.kept", moment=moment(agent().wall())[-5:])
    if request.headers.get("Accept") == "application/json":
        return alive.message(message)
    flash(message, "saved")
    return redirect(_back() + "?draft=1")


@pages.post("/drafts/drop")
def drop() -> Response:
    agent().drafts.drop(me(), request.form.get("_type", ""), request.form.get("_id", ""))
    flash(say("draft.dropped"), "info")
    return redirect(_back())


def _back() -> str:
    return local_path(request.form.get("_back", "")) or url_for("home.show")
