"""Copies of the database, room on the disk, and what to do when the database is damaged."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

from flask import Blueprint, Flask, flash, g, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from schemas.formatting.label import Label
from sync.errors import SyncError
from webui.language import say, spoken

from ... import texts
from ...database import conversion, copies, lost_saves, recovery_messages, second_place
from ...database.copies import Copy
from ...errors import FileUnwritable, PlaceUnfit
from ...storage import disk_space
from ..context import agent, me

pages = Blueprint("keeping", __name__)
READ = "recovered_read"
LATE = 86_400_000  # ms without a good copy, after which the first page says so
OVERDUE = 7 * LATE  # the same of second copies: a stick is not always plugged in
Shown = Response | tuple[str, int]


def install(app: Flask) -> None:
    app.register_blueprint(pages)
    app.before_request(ease)
    app.context_processor(
        lambda: {"room": room, "damaged": damaged, "recovered": unread, "copied": copied}
    )


def ease() -> None:
    """Before anything is saved: open the reserve if the disk has no room left."""
    if request.method == "POST":
        disk_space.make_room(agent().folder)


def room() -> tuple[str, Label] | None:
    return recovery_messages.room(agent().folder)


def damaged() -> str:
    """What is wrong with the database, as SQLite says it; empty if nothing is known to be."""
    return agent().upkeep.damaged


def unread() -> dict[str, Any] | None:
    """The last recovery, until somebody says they have read of it."""
    fact = _recovered()
    return fact if fact and fact["at"] != _state(READ) else None


def copied() -> dict[str, Any]:
    """When the last good copy was made, here and elsewhere, and what is wrong with the next."""
    if "copied" not in g:
        g.copied = _copied()
    state: dict[str, Any] = g.copied
    return state


@pages.get("/copies/")
def show() -> Shown:
    return _copies_page("")


@pages.post("/copies/place")
def choose_place() -> Shown:
    """Have second copies go where the form says, and make the first at once."""
    typed = request.form.get("other", "").strip() or request.form.get("place", "")
    try:
        place = second_place.choose(agent(), agent().upkeep, typed)
    except (PlaceUnfit, FileUnwritable) as no:
        return _copies_page(spoken(texts.describe(no)))
    agent().audit.note(me(), "place", str(place))
    agent().upkeep.copy_now()
    trouble = _last("elsewhere")[1]
    flash(spoken(trouble) if trouble else say("place.chosen"), "warning" if trouble else "success")
    if second_place.is_same_disk(agent(), place):
        flash(say("place.same_disk"), "warning")
    return redirect(url_for(".show"))


@pages.post("/copies/no-place")
def give_place_up() -> Response:
    place = copies.elsewhere(agent().settings)
    second_place.give_up(agent(), agent().upkeep)
    agent().audit.note(me(), "no_place", str(place or ""))
    flash(say("place.given_up"), "info")
    return redirect(url_for(".show"))


def _copies_page(wrong: str) -> Shown:
    local, place = copies.local(agent().folder), copies.elsewhere(agent().settings)
    page = render_template(
        "agent/copies.html",
        places=[(local, _sized(local)), *([(place, _sized(place))] if place else [])],
        settings=agent().settings,
        days=copies.DAYS,
        encrypted=texts.say(f"cipher.state.{conversion.state(agent())}"),
        offered=second_place.offered(),
        typed=request.form,
        wrong=wrong,
    )
    return page, 422 if wrong else 200


@pages.post("/copies/")
def make() -> Response:
    if agent().upkeep.copy_now():
        flash(say("copies.made"), "success")
    return redirect(url_for(".show"))


@pages.get("/recovery/")
def recovery() -> str:
    fact = _recovered()
    return render_template(
        "agent/recovery.html",
        fact=fact,
        sentences=recovery_messages.recovered(fact) if fact else [],
        under_way="mending" in request.args and agent().upkeep.restart_requested,
    )


@pages.post("/recovery/")
def mend() -> Response:
    """Restart the program; it then rebuilds the database, and this page shows the result."""
    if not agent().upkeep.mend():
        flash(say("recovery.restart"), "warning")
    return redirect(url_for(".recovery", mending=1))


@pages.post("/recovery/read")
def read() -> Response:
    fact = _recovered()
    if fact:
        agent().state.set(**{READ: fact["at"]})
    return redirect(url_for("home.show"))


def _copied() -> dict[str, Any]:
    place = copies.elsewhere(agent().settings)
    made = max((c.made for c in copies.find_all(copies.local(agent().folder))), default=0)
    trouble = _last("here")[1]
    late = bool(trouble) and agent().wall() - made > LATE
    there = _elsewhere() if place else None
    return {"made": made, "trouble": trouble, "late": late, "elsewhere": there}


def _elsewhere() -> dict[str, Any]:
    """How the second copies stand: long overdue, if the stick has not been there for a week."""
    made, trouble = _last("elsewhere")
    overdue = bool(trouble) and agent().wall() - made > OVERDUE
    return {"made": made, "trouble": trouble, "overdue": overdue}


def _sized(place: Path | None) -> list[tuple[Copy, float]]:
    listed = []
    for copy in copies.find_all(place):
        try:
            listed.append((copy, round(copy.path.stat().st_size / disk_space.MEGABYTE, 1)))
        except OSError:  # it was pruned, or the drive was pulled
            continue
    return listed


def _last(where: str) -> tuple[int, Label | None]:
    try:
        return agent().upkeep.outcome(where)
    except (SyncError, sqlite3.Error):
        return 0, None


def _recovered() -> dict[str, Any] | None:
    try:
        return lost_saves.recovered(agent().store())
    except (SyncError, sqlite3.Error):
        return None


def _state(name: str) -> object:
    try:
        return agent().state.get(name)
    except (SyncError, sqlite3.Error):
        return None
