"""Bringing in a register that was kept elsewhere: read, looked at, confirmed, and taken back."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextvars import copy_context

from flask import Blueprint, Flask, abort, flash, redirect, request, url_for
from werkzeug.wrappers import Response

from schemas import grids, intake_plan, intake_sheet, reversing
from schemas import texts as schema_texts
from schemas.grids import NoTable
from schemas.intake import WRONG
from schemas.record import get
from schemas.vietnamese import number
from sync.stores import batches as states
from sync.stores.batches import Batch
from sync.stores.intakes import FileGone
from sync.stores.working import Told, Works

from .. import intakes
from ..agent import Agent
from . import faults, filing
from . import intake_preview as drawn
from .host import agent, me
from .language import language
from .records import ours

pages = Blueprint("intakes", __name__, url_prefix="/records/<kind>/intake")

LONG = 200  # rows that are written before a person would notice
Shown = str | Response | tuple[str, int]


def install(app: Flask) -> None:
    app.register_blueprint(pages)
    app.register_error_handler(FileGone, gone)


def bind(app: Flask) -> None:
    app.extensions["intakes"] = Works()


@pages.get("/")
def begin(kind: str) -> str:
    return drawn.first(ours(kind, filing.is_kept_here), "")


@pages.post("/")
def read(kind: str) -> Shown:
    """Read a file, and show what would become of it."""
    schema = ours(kind, filing.is_kept_here)
    faults.again_with(lambda _errors, fault: drawn.first(schema, fault))
    file = request.files.get("file")
    if file is None or not file.filename:
        return drawn.first(schema, record_say("intake.none")), 422
    try:
        made = intakes.begin(agent(), kind, file.filename, file.read(), me())
    except NoTable as error:
        told = record_say(
            f"intake.{error.args[0]}", most=number(grids.MOST_ROWS), cells=number(grids.MOST_CELLS)
        )
        return drawn.first(schema, told), 422
    return redirect(url_for(".show", kind=kind, name=made.id))


@pages.get("/<name>")
def show(kind: str, name: str) -> str:
    found = _found(kind, name)
    if found.state == states.DRAFT and not intakes.desk(agent()).is_planned(found):
        _look(found)
    return drawn.shown(found)


@pages.post("/<name>/columns")
def columns(kind: str, name: str) -> Response:
    """Read the file again with the columns that a person chose."""
    found, schema = _draft(kind, name), get(kind)
    known, head = dict(intakes.choices(schema)), intakes.head(agent(), found)
    laid = intake_sheet.laid_out(schema, head, intakes.layout(found), request.form, known)
    intakes.desk(agent()).lay_out(name, json.dumps(laid))
    drawn.works().failed.discard(name)
    return _to(found)


@pages.post("/<name>/confirm")
def confirm(kind: str, name: str) -> Response:
    found = _draft(kind, name)
    desk, with_twins = intakes.desk(agent()), request.form.get("twins") == "1"
    if desk.is_planned(found):
        if intake_plan.ready(desk.plan(found), with_twins):
            intakes.confirm(agent(), found, with_twins)
            _go_on(found)
        else:
            flash(record_say("intake.none_chosen"), "warning")
    return _to(found)


@pages.post("/<name>/undo")
def undo(kind: str, name: str) -> Response:
    found = _found(kind, name)
    if found.state == states.DONE and reversing.is_undoable(get(kind)):
        intakes.desk(agent()).take_back(name, me())
        _go_on(found)
    return _to(found)


@pages.post("/<name>/go-on")
def go_on(kind: str, name: str) -> Response:
    found = _found(kind, name)
    if found.state in (states.RUNNING, states.UNDOING):
        _go_on(found)
    return _to(found)


@pages.post("/<name>/discard")
def discard(kind: str, name: str) -> Response:
    intakes.desk(agent()).discard(_draft(kind, name).id)
    flash(record_say("intake.discarded"), "info")
    return redirect(url_for(".begin", kind=kind))


@pages.get("/<name>/wrong.csv")
def wrong(kind: str, name: str) -> Response:
    """The rows with faults, as a file to mend and to bring in."""
    found, desk = _draft(kind, name), intakes.desk(agent())
    rows = intake_plan.of_fates(desk.plan(found), [WRONG])
    grid, laid = intakes.rows(agent(), found), intakes.layout(found)
    lines = intake_sheet.wrong_rows(get(kind), grid, laid, rows, language())
    filed = {"Content-Disposition": f'attachment; filename="{kind}-wrong.csv"'}
    return Response("".join(lines), headers=filed, content_type="text/csv; charset=utf-8")


def gone(_error: FileGone) -> Response:
    """The file was cleared away meanwhile: say so where it can be chosen again."""
    flash(record_say("intake.gone"), "warning")
    return redirect(url_for("intakes.begin", kind=(request.view_args or {})["kind"]))


def record_say(key: str, **values: object) -> str:
    return schema_texts.say(key, language(), **values)


def _look(found: Batch) -> None:
    if found.id not in drawn.works().failed:
        _begin(found, lambda host, told: intakes.plan(host, found, told))


def _go_on(found: Batch) -> None:
    _begin(found, lambda host, told: intakes.work(host, found.id, told))


def _begin(found: Batch, work: Callable[[Agent, Told], None]) -> None:
    """Do it: a little at once, much behind, while the page shows how far it is."""
    host, is_long = agent(), found.total > LONG
    context = copy_context()  # what this request goes by: the codes, and what records are called

    def behind(told: Told) -> None:
        try:
            context.run(work, host, told)
        finally:
            host.close()

    drawn.works().begin(found.id, behind if is_long else lambda told: work(host, told), is_long)


def _found(kind: str, name: str) -> Batch:
    ours(kind, filing.is_kept_here)
    return intakes.find(agent(), kind, name) or abort(404)


def _draft(kind: str, name: str) -> Batch:
    found = _found(kind, name)
    if found.state != states.DRAFT:
        abort(404)
    return found


def _to(found: Batch) -> Response:
    return redirect(url_for(".show", kind=found.record_type, name=found.id))
