"""Who sits at the computer: names and PINs, and the session they open."""

from __future__ import annotations

import sqlite3
from contextlib import suppress

from flask import (
    Blueprint,
    Flask,
    flash,
    g,
    make_response,
    redirect,
    render_template,
    request,
    session,
    url_for,
)
from werkzeug.wrappers import Response

from sync.errors import SyncError
from webui.language import say, spoken
from webui.redirects import local_path

from ...errors import AgentError, NameTaken, PinThrottled, WrongPin
from ...texts import describe
from ..context import agent, status
from ..records import form_tokens

pages = Blueprint("login", __name__)
OPEN_TO_ALL = (
    *("login.show", "login.enter", "login.first", "language.choose", "static"),
    *("alive.show", "alive.again"),
    *("keeping.recovery", "keeping.mend"),  # then the staff cannot be read
    *("forgotten.show", "forgotten.renew"),
)
PIN_DIGITS = range(4, 13)

Shown = str | Response | tuple[str, int]


def install(app: Flask) -> None:
    app.register_blueprint(pages)
    app.before_request(ask_who)
    app.context_processor(lambda: {"me": session.get("staff", "")})


def ask_who() -> Response | None:
    """Lead to the log-in whoever is not logged in, and back again afterwards."""
    if request.endpoint in OPEN_TO_ALL or _is_in():
        return None
    if request.method == "GET":
        return redirect(url_for("login.show", next=request.full_path.rstrip("?")))
    return redirect(url_for("login.show", next=request.form.get("_back", "")))


def _is_in() -> bool:
    """Whether somebody is logged in who still works here, under the name of today."""
    name = session.get("staff", "")
    if name:
        with suppress(SyncError, AgentError, sqlite3.Error):  # each page says so itself
            name = agent().staff.current(name)
    if not name and "staff" in session:
        session.clear()
        flash(say("people.no_longer"), "warning")
    elif name != session.get("staff", ""):
        session["staff"] = name
    return bool(name)


@pages.get("/login")
def show() -> Shown:
    if session.get("staff"):
        return redirect(url_for("home.show"))
    return _door()


@pages.post("/login")
def enter() -> Shown:
    name = request.form.get("name", "")
    if not name:
        return _door({"name": say("login.choose")})
    try:
        agent().staff.check(name, request.form.get("pin", ""))
    except (WrongPin, PinThrottled) as no:
        return _door({"pin": spoken(describe(no))})
    return _let_in(name)


@pages.post("/login/first")
def first() -> Shown:
    """The first person of a new computer makes their own name."""
    if agent().staff.names():
        return redirect(url_for("login.show"))
    errors = add(request.form.to_dict())
    return _door(errors) if errors else _let_in(g.added)


@pages.get("/staff")
def staff() -> Shown:
    return _staff()


@pages.post("/staff")
def add_staff() -> Response:
    return form_tokens.once(_added)


def _added() -> Response:
    errors = add(request.form.to_dict())
    if errors:
        return make_response(_staff(errors))
    agent().audit.note(session["staff"], "added", g.added)
    flash(say("staff.added", name=g.added), "success")
    return redirect(url_for("login.staff"))


@pages.post("/logout")
def leave() -> Shown:
    """Log out; but first say, once, what would be left behind."""
    drafts = len(agent().drafts.list(session["staff"]))
    now = status()
    waiting = now.waiting if now else 0
    if (waiting or drafts) and "sure" not in request.form:
        return render_template("agent/logout.html", waiting=waiting, drafts=drafts)
    session.clear()
    flash(say("login.out"), "info")
    return redirect(url_for("login.show"))


def add(form: dict[str, str]) -> dict[str, str]:
    """Add a person as the form says; return what is wrong with it, by field."""
    name = " ".join(form.get("name", "").split())
    if not name:
        return {"name": say("staff.no_name")}
    if wrong := wrong_pins(form):
        return wrong
    try:
        g.added = agent().staff.add(name, form["pin"])
    except NameTaken as no:
        return {"name": spoken(describe(no))}
    return {}


def wrong_pins(form: dict[str, str]) -> dict[str, str]:
    """What is wrong with a new PIN that is typed twice, by field."""
    pin = form.get("pin", "")
    if not pin.isdecimal() or len(pin) not in PIN_DIGITS:
        return {"pin": say("staff.bad_pin")}
    if pin != form.get("pin_again", ""):
        return {"pin_again": say("staff.pins_differ")}
    return {}


def _let_in(name: str) -> Response:
    wanted = local_path(request.form.get("next", ""))
    session.clear()
    session.permanent = True
    session["staff"] = name
    return redirect(wanted or url_for("home.show"))


def _door(errors: dict[str, str] | None = None) -> Shown:
    names = agent().staff.names()
    onward = local_path(request.values.get("next", ""))
    template = "agent/login.html" if names else "agent/first.html"
    page = render_template(
        template, names=names, errors=errors or {}, typed=request.form, onward=onward
    )
    return page, 422 if errors else 200


def _staff(errors: dict[str, str] | None = None) -> Shown:
    page = render_template(
        "agent/staff.html",
        people=agent().staff.everybody(),
        former=_former(),
        errors=errors or {},
        typed=request.form,
    )
    return page, 422 if errors else 200


def _former() -> dict[str, list[str]]:
    """The names that people had before, by what they are called now."""
    former: dict[str, list[str]] = {}
    for before, now in agent().staff.former().items():
        former.setdefault(now, []).append(before)
    return former
