"""Bringing in a register that was kept elsewhere: read, looked at, confirmed, and taken back."""

from __future__ import annotations

import logging
import threading
from contextvars import copy_context

from flask import (
    Blueprint,
    Flask,
    abort,
    current_app,
    flash,
    redirect,
    render_template,
    request,
    url_for,
)
from werkzeug.wrappers import Response

from schemas import grids, intake, intake_sheet
from schemas import texts as schema_texts
from schemas.grids import NoTable
from schemas.intake import Layout
from schemas.vietnamese import number
from sync.stores import batches as states

from .. import intakes
from ..intakes import FileGone, Intake
from . import faults, filing
from .filing import Schema
from .host import agent, me
from .intake_preview import preview
from .language import language
from .records import ours

pages = Blueprint("intakes", __name__, url_prefix="/records/<kind>/intake")
log = logging.getLogger(__name__)

LONG = 200  # rows that are written before a person would notice
Shown = str | Response | tuple[str, int]


def install(app: Flask) -> None:
    app.register_blueprint(pages)
    app.extensions["intakes"] = {}  # what is worked on now, by the id of its batch
    app.register_error_handler(FileGone, gone)


@pages.get("/")
def begin(kind: str) -> str:
    return _first_page(ours(kind, filing.is_kept_here), "")


@pages.post("/")
def read(kind: str) -> Shown:
    """Read a file, and show what would become of it."""
    schema = ours(kind, filing.is_kept_here)
    faults.again_with(lambda _errors, fault: _first_page(schema, fault))
    file = request.files.get("file")
    if file is None or not file.filename:
        return _first_page(schema, record_say("intake.none")), 422
    try:
        made = intakes.begin(agent(), kind, file.filename, file.read(), me())
    except NoTable as error:
        told = record_say(f"intake.{error.args[0]}", most=number(grids.MOST_ROWS))
        return _first_page(schema, told), 422
    return redirect(url_for(".show", kind=kind, name=made.id))


@pages.get("/<name>")
def show(kind: str, name: str) -> str:
    found = _found(kind, name)
    if found.batch.state == states.DRAFT:
        return preview(found)
    return render_template(
        "agent/intake_done.html",
        schema=found.schema,
        batch=found.batch,
        is_working=name in current_app.extensions["intakes"],
    )


@pages.post("/<name>/columns")
def columns(kind: str, name: str) -> Response:
    """Read the file again with the columns that a person chose."""
    found = _draft(kind, name)
    known = dict(intake.choices(found.schema, intakes.ROLE))
    header = request.form.get("header", found.layout.header + 1, int) - 1
    if header != found.layout.header and 0 <= header < len(found.grid):
        layout = intake.recognised(found.schema, found.grid[header : header + 1])
        layout = layout._replace(header=header)
    else:
        width = len(intake_sheet.columns(found.grid, found.layout))
        chosen = [request.form.get(f"column-{n}", "") for n in range(width)]
        kept = (c if c in known or "." in c else "" for c in chosen)
        layout = Layout(found.layout.header, tuple(kept))
    intakes.lay_out(agent(), found, layout)
    return redirect(url_for(".show", kind=kind, name=name))


@pages.post("/<name>/confirm")
def confirm(kind: str, name: str) -> Response:
    found = _draft(kind, name)
    total = intakes.confirm(agent(), found, request.form.get("twins") == "1")
    return _worked(found, total)


@pages.post("/<name>/undo")
def undo(kind: str, name: str) -> Response:
    found = _found(kind, name)
    if found.batch.state == states.DONE:
        intakes.take_back(agent(), found, me())
    return _worked(found, found.batch.written)


@pages.post("/<name>/go-on")
def go_on(kind: str, name: str) -> Response:
    found = _found(kind, name)
    return _worked(found, found.batch.total)


@pages.post("/<name>/discard")
def discard(kind: str, name: str) -> Response:
    intakes.discard(agent(), _draft(kind, name))
    flash(record_say("intake.discarded"), "info")
    return redirect(url_for(".begin", kind=kind))


@pages.get("/<name>/wrong.csv")
def wrong(kind: str, name: str) -> Response:
    """The rows with faults, as a file to mend and to bring in."""
    found = _draft(kind, name)
    lines = intake_sheet.wrong_rows(found.schema, found.grid, found.layout, found.plan, language())
    filed = {"Content-Disposition": f'attachment; filename="{kind}-wrong.csv"'}
    return Response("".join(lines), headers=filed, content_type="text/csv; charset=utf-8")


def gone(_error: FileGone) -> Response:
    """The file was cleared away meanwhile: say so where it can be chosen again."""
    flash(record_say("intake.gone"), "warning")
    return redirect(url_for("intakes.begin", kind=(request.view_args or {})["kind"]))


def record_say(key: str, **values: object) -> str:
    return schema_texts.say(key, language(), **values)


def _worked(found: Intake, size: int) -> Response:
    """Do the work: a little at once, much in the background, while the page shows how far it is."""
    app, name = current_app._get_current_object(), found.batch.id  # type: ignore[attr-defined]
    if name not in app.extensions["intakes"]:
        if size <= LONG:
            intakes.work(agent(), name)
        else:
            context = (
                copy_context()
            )  # what this request goes by: the codes, and what records are called
            thread = threading.Thread(target=context.run, args=(_behind, app, name), daemon=True)
            app.extensions["intakes"][name] = thread
            thread.start()
    return redirect(url_for(".show", kind=found.batch.record_type, name=name))


def _behind(app: Flask, name: str) -> None:
    host = app.extensions["agent"]
    try:
        intakes.work(host, name)
    except Exception:  # the page says that it stopped, and lets a person go on
        log.exception("the intake %s stopped", name)
    finally:
        host.close()
        app.extensions["intakes"].pop(name, None)


def _found(kind: str, name: str) -> Intake:
    ours(kind, filing.is_kept_here)
    return intakes.find(agent(), kind, name) or abort(404)


def _draft(kind: str, name: str) -> Intake:
    found = _found(kind, name)
    if found.batch.state != states.DRAFT:
        abort(404)
    return found


def _first_page(schema: Schema, fault: str) -> str:
    earlier = intakes.earlier(agent(), schema.record_type)
    kind = schema.record_type
    return render_template(
        "agent/intake.html",
        schema=schema,
        earlier=earlier,
        fault=fault,
        address=lambda name: url_for(".show", kind=kind, name=name),
    )
