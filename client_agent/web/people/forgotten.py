"""A PIN that nobody here can set again: the province's four words let in who forgot it.

Words with which a whole machine of this centre may be enrolled allow no less than a PIN on it;
so the machine is enrolled once more with them, by the province that it knows.
"""

from __future__ import annotations

from flask import Blueprint, Flask, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from webui.language import say, spoken

from ...errors import AgentError, OtherProvince
from ...syncing.enrolment import enrol
from ...texts import describe
from ..context import agent
from .login import wrong_pins

pages = Blueprint("forgotten", __name__, url_prefix="/login/forgotten")

Shown = Response | tuple[str, int]


def install(app: Flask) -> None:
    app.register_blueprint(pages)


@pages.get("/")
def show() -> Shown:
    return _page({})


@pages.post("/")
def renew() -> Shown:
    name, words = request.form.get("name", ""), request.form.get("words", "").strip()
    errors = {} if name in agent().staff.names() else {"name": say("login.choose")}
    errors |= {} if words else {"words": say("forgotten.no_words")}
    errors |= wrong_pins(request.form.to_dict())
    if not errors:
        errors = _enrolled(words)
    if errors:
        return _page(errors)
    agent().staff.change(name, request.form["pin"])
    agent().audit.note(say("forgotten.province"), "pin", name)
    flash(say("people.did_pin", name=name), "success")
    return redirect(url_for("login.show"))


def _enrolled(words: str) -> dict[str, str]:
    """Why the province does not speak for whoever asks; nothing if it does."""
    if not agent().enrolled:
        return {"words": say("forgotten.not_enrolled")}
    try:
        _enrol_once_more(words)
    except AgentError as no:
        return {"words": spoken(describe(no))}
    agent().sync_soon()
    return {}


def _enrol_once_more(words: str) -> None:
    """With the province that we know; if it has newer keys by now, a sync brings them first."""
    before = agent().settings
    try:
        enrol(agent(), before.server, words, before.server_key)
    except OtherProvince:
        agent().sync()
        now = agent().settings
        if now.server_key == before.server_key:
            raise
        enrol(agent(), now.server, words, now.server_key)


def _page(errors: dict[str, str]) -> Shown:
    page = render_template(
        "agent/forgotten.html", names=agent().staff.names(), errors=errors, typed=request.form
    )
    return page, 422 if errors else 200
