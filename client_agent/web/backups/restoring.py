"""Going back to a copy of the work: which there are, what will happen, doing it, and undoing it."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from flask import Blueprint, Flask, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from sync.errors import StoreLocked, StoreUnusable
from sync.stores.health import soundness
from webui.language import say, spoken

from ... import config
from ...database import copies, restoring
from ...database.copies import Copy
from ...errors import CopyUnfit, FileUnwritable
from ...storage.disk_space import MEGABYTE
from ...texts import describe
from ..context import agent, me, status
from ..people.views import OWN, unconfirmed

pages = Blueprint("restoring", __name__, url_prefix="/restore")

SECONDS = 0.05  # to look at one copy for the list; it is looked at whole before it is used
Shown = Response | tuple[str, int]


class Listed(NamedTuple):
    """A copy as the list shows it."""

    copy: Copy
    where: str
    records: int
    size: float  # MB
    state: str  # sound, damaged, locked


def install(app: Flask) -> None:
    app.register_blueprint(pages)


@pages.get("/")
def show() -> str:
    now, follows = agent(), "doing" in request.args and agent().upkeep.restart_requested
    return render_template(
        "agent/restore.html",
        places={
            where: [_listed(where, one) for one in copies.find_all(p)] for where, p in _places()
        },
        restored=now.state.get(restoring.FACT),
        failed=describe(now.restore_failed) if now.restore_failed else None,
        under_way=follows,
        restart=restoring.is_asked(now.folder) and not follows,
    )


@pages.get("/confirm")
def confirm() -> Shown:
    """What will happen, before anything does."""
    where, copy = _asked(request.args.get("where", ""), request.args.get("name", ""))
    return _confirm_page(where, copy, {})


@pages.post("/")
def go() -> Shown:
    where, copy = _asked(request.form.get("where", ""), request.form.get("name", ""))
    errors = unconfirmed()
    if not errors:
        try:
            restoring.request_restore(agent(), copy, me())
        except (CopyUnfit, FileUnwritable) as no:
            errors = {"unfit": spoken(describe(no))}
    if errors:
        return _confirm_page(where, copy, errors)
    agent().upkeep.restart()
    return redirect(url_for(".show", doing=1))


def _confirm_page(where: str, copy: Copy, errors: dict[str, str]) -> Shown:
    try:
        restoring.check(agent(), copy.path)
    except CopyUnfit as no:
        errors = {"unfit": spoken(describe(no)), **errors}
    now = status()
    page = render_template(
        "agent/restore_confirm.html",
        listed=_listed(where, copy),
        present=_records(config.database(agent().folder)),
        waiting=now.waiting + now.on_stick if now else 0,
        errors=errors,
        own=OWN,
    )
    return page, 422 if errors else 200


def _places() -> list[tuple[str, Path | None]]:
    folder, settings = agent().folder, agent().settings
    return [
        ("here", copies.local(folder)),
        ("elsewhere", copies.elsewhere(settings)),
        ("before", copies.before_restore(folder)),
    ]


def _asked(where: str, name: str) -> tuple[str, Copy]:
    place = dict(_places()).get(where)
    matches = (copy for copy in copies.find_all(place) if copy.path.name == name)
    return where, next(matches, None) or abort(404, say("restore.gone"))


def _listed(where: str, copy: Copy) -> Listed:
    try:
        soundness.look(copy.path, SECONDS, agent().keys.database)
        size = round(copy.path.stat().st_size / MEGABYTE, 1)
        return Listed(copy, where, _records(copy.path), size, "sound")
    except StoreLocked:
        return Listed(copy, where, 0, 0, "locked")
    except (StoreUnusable, OSError):
        return Listed(copy, where, 0, 0, "damaged")


def _records(path: Path) -> int:
    return soundness.records(path, agent().area, agent().keys.database)
