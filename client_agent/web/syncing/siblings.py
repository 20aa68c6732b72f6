"""The centre's other machines: a file for one of them, and a file from one of them."""

from __future__ import annotations

from flask import Blueprint, Flask, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from schemas.formatting.vietnamese import number
from webui.language import say, spoken

from ... import texts
from ...usb import peers
from .. import faults
from ..context import agent
from .stick_files import folder as stick_folder
from .stick_files import made_download, received

pages = Blueprint("siblings", __name__, url_prefix="/siblings")


def install(app: Flask) -> None:
    app.register_blueprint(pages)


@pages.get("/")
def show() -> str:
    return _page({}, "")


@pages.post("/hand-over")
def hand_over() -> Response:
    """All records of this machine, as a download that only the chosen machine can open."""
    faults.again_with(_page)
    device = request.form.get("device", "")
    return made_download(lambda folder: peers.hand_over(agent(), device, folder).path)


@pages.post("/take-over")
def take_over() -> Response | tuple[str, int]:
    """Take over what another machine of the centre wrote for us."""
    faults.again_with(_page)
    file = request.files.get("file")
    if file is None or not file.filename:
        return _page({}, say("stick.no_file")), 422
    with stick_folder() as folder:
        (path,) = received([file], folder)
        taken = peers.take_over(agent(), path)
    agent().sync_soon()
    name = taken.sibling.label or taken.sibling.device
    flash(spoken(texts.say("sibling.taken", name=name, count=number(taken.changes))), "success")
    if taken.left:
        flash(spoken(texts.say("sibling.left", name=name, count=number(taken.left))), "info")
    return redirect(url_for(".show"))


def _page(_errors: faults.Errors, fault: str) -> str:
    known = peers.known(agent()) if agent().enrolled else []
    return render_template("agent/siblings.html", fault=fault, siblings=known, message=texts.say)
