"""The centre's other machines: a file for one of them, and a file from one of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from flask import Blueprint, Flask, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from schemas.formatting.vietnamese import number
from sync.stores import private_files
from webui.downloads import download

from ...texts import say as told
from ...usb import peers
from .. import faults
from ..context import agent
from ..language import say, spoken

pages = Blueprint("siblings", __name__, url_prefix="/siblings")
PIECE = 64 * 1024


def install(app: Flask) -> None:
    app.register_blueprint(pages)


@pages.get("/")
def show() -> str:
    return _page({}, "")


@pages.post("/hand-over")
def hand_over() -> Response:
    """All that lies here, as a download that only that machine can open."""
    faults.again_with(_page)
    folder = TemporaryDirectory(dir=agent().folder, prefix="stick-")
    try:
        device = request.form.get("device", "")
        made = peers.hand_over(agent(), device, Path(folder.name))
    except BaseException:
        folder.cleanup()
        raise
    response = download(made.path.name, _pieces(made.path, folder), size=made.bytes)
    response.call_on_close(folder.cleanup)
    return response


@pages.post("/take-over")
def take_over() -> Response | tuple[str, int]:
    """Take over what another machine of the centre wrote for us."""
    faults.again_with(_page)
    file = request.files.get("file")
    if file is None or not file.filename:
        return _page({}, say("stick.no_file")), 422
    with TemporaryDirectory(dir=agent().folder, prefix="stick-") as folder:
        path = Path(folder, "taken.khb")
        with private_files.opened(path) as copy:
            file.save(copy)
        taken = peers.take_over(agent(), path)
    agent().sync_soon()
    name = taken.sibling.label or taken.sibling.device
    flash(spoken(told("sibling.taken", name=name, count=number(taken.changes))), "success")
    if taken.left:
        flash(spoken(told("sibling.left", name=name, count=number(taken.left))), "info")
    return redirect(url_for(".show"))


def _pieces(path: Path, folder: TemporaryDirectory[str]) -> Iterator[bytes]:
    with folder, path.open("rb") as file:
        while piece := file.read(PIECE):
            yield piece


def _page(errors: faults.Errors, fault: str) -> str:
    found = peers.known(agent()) if agent().enrolled else []
    return render_template("agent/siblings.html", fault=fault, siblings=found, told=told)
