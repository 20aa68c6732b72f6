"""Sync without a network: a file for the province, and its answer, carried on a stick."""

from __future__ import annotations

from flask import Blueprint, Flask, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from ..sticks import Exported, export, take_in
from . import faults
from .host import agent
from .language import say

pages = Blueprint("sticks", __name__, url_prefix="/stick")


def install(app: Flask) -> None:
    app.register_blueprint(pages)


@pages.get("/")
def show() -> str:
    return _page({}, "")


@pages.post("/export")
def give() -> Response:
    """The next request as a download; its changes then count as on the stick."""
    faults.again_with(_page)
    made = export(agent(), lambda _: None)
    return _download(made)


@pages.post("/import")
def take() -> Response | tuple[str, int]:
    """Take in the province's answer and say what it confirmed."""
    faults.again_with(_page)
    file = request.files.get("file")
    if file is None or not file.filename:
        return _page({}, say("stick.no_file")), 422
    report = take_in(agent(), file.read())
    now = agent().status()
    told = {"confirmed": now.confirmed, "saved": now.saved, "received": report.received}
    flash(say("stick.imported", **told), "success")
    return redirect(url_for("sync.show"))


def _page(errors: faults.Errors, fault: str) -> str:
    return render_template("agent/stick.html", fault=fault)


def _download(made: Exported) -> Response:
    return Response(
        made.data,
        content_type="application/octet-stream",
        headers={"Content-Disposition": f'attachment; filename="{made.name}"'},
    )
