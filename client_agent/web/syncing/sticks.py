"""Sync without a network: files for the province, and its answers, carried on a stick."""

from __future__ import annotations

from pathlib import Path

from flask import Blueprint, Flask, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from schemas.formatting.vietnamese import number
from webui.language import say, spoken

from ... import texts
from ...errors import StickGone
from ...storage import drives
from ...usb import exporting, importing
from .. import faults
from ..context import agent
from .stick_files import folder as stick_folder
from .stick_files import made_download, received

pages = Blueprint("sticks", __name__, url_prefix="/stick")

WHOLE = 1 << 40  # a download is one file, whatever the disk it goes to


def install(app: Flask) -> None:
    app.register_blueprint(pages)


@pages.get("/")
def show() -> str:
    return _page({}, "")


@pages.post("/write")
def write() -> Response | tuple[str, int]:
    """All that waits, as a file on the stick; it then counts as on the stick."""
    faults.again_with(_page)
    if not (place := _place()):
        return _page({}, say("stick.no_place")), 422
    made = exporting.export(agent(), place)
    size = f"{number(round(made.bytes / 1000, 1))} kB"
    names = ", ".join(path.name for path in made.paths)
    flash(spoken(texts.say("export.done", count=made.changes, file=names, size=size)), "success")
    return redirect(url_for(".show"))


@pages.post("/export")
def give() -> Response:
    """The same file as a download."""
    faults.again_with(_page)
    return made_download(lambda folder: exporting.export(agent(), folder, WHOLE).paths[0])


@pages.post("/read")
def read() -> Response | tuple[str, int]:
    """Take in the province's answers on the stick."""
    faults.again_with(_page)
    if not (place := _place()):
        return _page({}, say("stick.no_place")), 422
    return _taken_in([place])


@pages.post("/import")
def take() -> Response | tuple[str, int]:
    """Take in the province's answers that were chosen."""
    faults.again_with(_page)
    files = [file for file in request.files.getlist("file") if file.filename]
    if not files:
        return _page({}, say("stick.no_file")), 422
    with stick_folder() as folder:
        return _taken_in(received(files, folder))


def _taken_in(places: list[Path]) -> Response:
    taken = importing.take_in(agent(), places)
    for message in importing.messages(taken):
        flash(spoken(message), "success" if taken.settled else "warning")
    now = agent().status()
    flash(say("stick.imported", confirmed=now.confirmed, saved=now.saved), "success")
    return redirect(url_for("sync.show"))


def _place() -> Path | None:
    """The folder that was chosen or typed; None if neither was.

    :raises StickGone: if it is not there
    """
    typed = request.form.get("other", "").strip() or request.form.get("place", "")
    if not typed:
        return None
    place = Path(typed)
    if not place.is_absolute() or not place.is_dir():
        raise StickGone(typed)
    return place


def _page(_errors: faults.Errors, fault: str) -> str:
    chosen = request.form.get("place", "")
    other = request.form.get("other", "")
    return render_template(
        "agent/stick.html", fault=fault, drives=drives.sticks(), chosen=chosen, other=other
    )
