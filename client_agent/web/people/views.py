"""One of the people at this computer: a new PIN, another name, retiring and coming back.

Whoever does it confirms with their own PIN, and it is noted for all to see.
"""

from __future__ import annotations

from collections.abc import Callable

from flask import Blueprint, Flask, abort, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from webui.language import say, spoken

from ...errors import LastPerson, NameTaken, PinThrottled, WrongPin
from ...people.staff import Person
from ...texts import describe
from ..context import agent, me
from .login import wrong_pins

pages = Blueprint("people", __name__, url_prefix="/staff")

Shown = Response | tuple[str, int]
Errors = dict[str, str]
OWN = "pin_own"  # the field in which whoever acts confirms it


def install(app: Flask) -> None:
    app.register_blueprint(pages)


@pages.get("/person")
def show() -> Shown:
    return _page(_person(request.args.get("name", "")), "", {})


@pages.post("/pin")
def pin() -> Shown:
    """Give the person another PIN; oneself, too."""
    person = _person(request.form.get("name", ""))
    errors = wrong_pins(request.form.to_dict()) or unconfirmed()
    if errors:
        return _page(person, "pin", errors)
    agent().staff.change(person.name, request.form["pin"])
    return _done("pin", person.name)


@pages.post("/rename")
def rename() -> Shown:
    person = _person(request.form.get("name", ""))
    wanted = " ".join(request.form.get("new_name", "").split())
    if not wanted:
        return _page(person, "rename", {"new_name": say("staff.no_name")})
    if errors := unconfirmed():
        return _page(person, "rename", errors)
    try:
        with agent().store().transaction():
            now = agent().staff.rename(person.name, wanted)
            if now != person.name:
                agent().drafts.hand_over(person.name, now)
    except NameTaken as no:
        return _page(person, "rename", {"new_name": spoken(describe(no))})
    return _done("renamed", now, person.name)


@pages.post("/retire")
def retire() -> Shown:
    person = _person(request.form.get("name", ""))
    return _confirmed(person, "retire", "retired", agent().staff.retire)


@pages.post("/bring-back")
def bring_back() -> Shown:
    person = _person(request.form.get("name", ""))
    return _confirmed(person, "bring_back", "brought_back", agent().staff.bring_back)


@pages.get("/acts")
def acts() -> str:
    """What was done on this computer beside the records."""
    return render_template("agent/acts.html", acts=agent().audit.recent())


def unconfirmed() -> Errors:
    """Why what is asked for may not be done; nothing if the PIN is that of who is logged in."""
    try:
        agent().staff.check(me(), request.form.get(OWN, ""))
    except (WrongPin, PinThrottled) as no:
        return {OWN: spoken(describe(no))}
    return {}


def _confirmed(person: Person, deed: str, act: str, do: Callable[[str], None]) -> Shown:
    if errors := unconfirmed():
        return _page(person, deed, errors)
    try:
        do(person.name)
    except LastPerson as no:
        return _page(person, deed, {OWN: spoken(describe(no))})
    return _done(act, person.name)


def _done(act: str, name: str, before: str = "") -> Response:
    about = f"{before} → {name}" if before else name
    agent().audit.note(me(), act, about)
    flash(say(f"people.did_{act}", name=name), "success")
    return redirect(url_for("login.staff"))


def _person(name: str) -> Person:
    matches = (person for person in agent().staff.everybody() if person.name == name)
    return next(matches, None) or abort(404)


def _page(person: Person, deed: str, errors: Errors) -> Shown:
    page = render_template(
        "agent/person.html", person=person, deed=deed, errors=errors, typed=request.form
    )
    return page, 422 if errors else 200
