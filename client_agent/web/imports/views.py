"""Bringing in a register that was kept elsewhere: read, looked at, confirmed, and taken back."""

from __future__ import annotations

from collections.abc import Callable
from contextvars import copy_context
from typing import Any

from flask import Blueprint, Flask, abort, flash, redirect, request, url_for
from werkzeug.wrappers import Response

from schemas import reversing
from schemas import texts as schema_texts
from schemas.formatting.vietnamese import number
from schemas.importing import plan, sheet, steps
from schemas.importing.intake import Layout
from schemas.record import get
from schemas.tables import grids, workbooks
from schemas.tables.grids import NoTable, Row
from sync.stores import batches as states
from sync.stores.batches import Batch
from sync.stores.imports import FileGone
from sync.stores.jobs import Progress, Works

from ... import imports
from ...agent import Agent
from .. import faults
from ..context import agent, me
from ..language import language
from ..records import services
from ..records.views import ours
from . import preview as drawn

pages = Blueprint("intakes", __name__, url_prefix="/records/<kind>/intake")

CSV = "text/csv; charset=utf-8"
LONG = 200  # rows that are written before a person would notice
Shown = str | Response | tuple[str, int]


def install(app: Flask) -> None:
    app.register_blueprint(pages)
    app.register_error_handler(FileGone, gone)


def bind(app: Flask) -> None:
    app.extensions["intakes"] = Works()


@pages.get("/")
def begin(kind: str) -> str:
    return drawn.first(ours(kind, services.is_kept_here), "")


@pages.post("/")
def read(kind: str) -> Shown:
    """Read a file, and show what would become of it."""
    schema = ours(kind, services.is_kept_here)
    faults.again_with(lambda _errors, fault: drawn.first(schema, fault))
    file = request.files.get("file")
    if file is None or not file.filename:
        return drawn.first(schema, record_say("intake.none")), 422
    try:
        made = imports.begin(agent(), kind, file.filename, file.read(), me())
    except NoTable as error:
        told = record_say(
            f"intake.{error.args[0]}", most=number(grids.MOST_ROWS), cells=number(grids.MOST_CELLS)
        )
        return drawn.first(schema, told), 422
    return redirect(url_for(".show", kind=kind, name=made.id))


@pages.get("/<name>")
def show(kind: str, name: str) -> str:
    found = _found(kind, name)
    if found.state == states.DRAFT and not imports.of(agent()).is_planned(found):
        _look(found)
    return drawn.shown(found)


@pages.post("/<name>/columns")
def columns(kind: str, name: str) -> Response:
    """Read the file again with the columns that a person chose."""
    found, schema = _draft(kind, name), get(kind)
    known = dict(imports.choices(schema))

    def laid(before: Layout, head: list[Row]) -> Layout:
        after = sheet.laid_out(schema, head, before, request.form, known)
        return steps.note_columns(before, after, head)

    _change(found, laid)
    return _to(found)


@pages.post("/<name>/sheets")
def sheets(kind: str, name: str) -> Response:
    """Read other sheets of the file."""
    found = _draft(kind, name)
    if wanted := request.form.getlist("sheet"):
        imports.read_sheets(agent(), found, wanted)
        drawn.works().failed.discard(name)
    return _to(found)


@pages.post("/<name>/answers")
def answers(kind: str, name: str) -> Response:
    """Go by what a person answered about the whole file."""
    found = _draft(kind, name)
    if _change(found, lambda layout, head: steps.answered(layout, head, request.form)):
        flash(record_say("intake.answered"), "success")
    return _to(found)


@pages.post("/<name>/rows/<int:row>")
def mend(kind: str, name: str, row: int) -> Response:
    """Mend the cells of one row, or leave it out."""
    found = _draft(kind, name)
    if request.form.get("skip"):
        _change(found, lambda layout, head: steps.skipped(layout, row))
    else:
        texts = drawn.texts_of(found, row)
        _change(found, lambda layout, head: steps.mended(layout, row, request.form, texts))
    return _to(found, row)


@pages.post("/<name>/take-back")
def take_back(kind: str, name: str) -> Response:
    """Undo the last step of who brought the file."""
    found = _draft(kind, name)
    if _change(found, steps.undone):
        flash(record_say("intake.taken_back"), "info")
    return _to(found)


@pages.post("/<name>/forget")
def forget(kind: str, name: str) -> Response:
    """Forget what was answered about an earlier file."""
    found = _draft(kind, name)
    about = steps.about_of(request.form.get("about", ""))
    if about:
        imports.answers(agent(), kind).forget([about])
        _change(found, lambda layout, head: steps.forgotten(layout, head, about))
        flash(record_say("intake.forgotten"), "info")
    return _to(found)


@pages.post("/<name>/confirm")
def confirm(kind: str, name: str) -> Response:
    found = _draft(kind, name)
    desk, with_twins = imports.of(agent()), request.form.get("twins") == "1"
    if desk.is_planned(found):
        if plan.ready(desk.plan(found), with_twins):
            imports.confirm(agent(), found, with_twins)
            _go_on(found)
        else:
            flash(record_say("intake.none_chosen"), "warning")
    return _to(found)


@pages.post("/<name>/undo")
def undo(kind: str, name: str) -> Response:
    found = _found(kind, name)
    if found.state == states.DONE and reversing.is_undoable(get(kind)):
        imports.of(agent()).take_back(name, me())
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
    imports.of(agent()).discard(_draft(kind, name).id)
    flash(record_say("intake.discarded"), "info")
    return redirect(url_for(".begin", kind=kind))


@pages.get("/<name>/wrong.csv")
def wrong(kind: str, name: str) -> Response:
    """The rows that stay out, as a file to mend and to bring in."""
    lines = sheet.as_csv(_staying_out(_draft(kind, name)))
    return Response("".join(lines), headers=_filed(kind, "csv"), content_type=CSV)


@pages.get("/<name>/wrong.xlsx")
def wrong_workbook(kind: str, name: str) -> Response:
    rows = _staying_out(_draft(kind, name))
    made = sheet.as_workbook(record_say("intake.wrong"), rows, language())
    return Response(made, headers=_filed(kind, "xlsx"), content_type=workbooks.TYPE)


def _staying_out(found: Batch) -> list[list[str]]:
    lines = imports.of(agent()).plan(found)
    rows = plan.of_outcomes(lines, sheet.STAYING_OUT)
    schema, grid, laid = get(found.record_type), imports.rows(agent(), found), imports.layout(found)
    return list(sheet.wrong_rows(schema, grid, laid, rows, language()))


def _filed(kind: str, ending: str) -> dict[str, str]:
    return {"Content-Disposition": f'attachment; filename="{kind}-wrong.{ending}"'}


def _change(found: Batch, made: Callable[[Layout, list[Row]], Layout]) -> bool:
    drawn.works().failed.discard(found.id)
    return imports.change(agent(), found, me(), made)


def gone(_error: FileGone) -> Response:
    """The file was cleared away meanwhile: say so where it can be chosen again."""
    flash(record_say("intake.gone"), "warning")
    return redirect(url_for("intakes.begin", kind=(request.view_args or {})["kind"]))


def record_say(key: str, **values: object) -> str:
    return schema_texts.say(key, language(), **values)


def _look(found: Batch) -> None:
    if found.id not in drawn.works().failed:
        _begin(found, lambda host, told: imports.plan(host, found, told))


def _go_on(found: Batch) -> None:
    def work(host: Agent, told: Progress) -> None:
        def step(done: int) -> None:
            host.sync_soon()
            told(done)

        imports.work(host, found.id, step)

    _begin(found, work)


def _begin(found: Batch, work: Callable[[Agent, Progress], None]) -> None:
    """Do it: a little at once, much behind, while the page shows how far it is."""
    host, is_long = agent(), found.total > LONG
    context = copy_context()  # what this request goes by: the codes, and what records are called

    def behind(told: Progress) -> None:
        try:
            context.run(work, host, told)
        finally:
            host.close()

    drawn.works().begin(found.id, behind if is_long else lambda told: work(host, told), is_long)


def _found(kind: str, name: str) -> Batch:
    ours(kind, services.is_kept_here)
    return imports.find(agent(), kind, name) or abort(404)


def _draft(kind: str, name: str) -> Batch:
    found = _found(kind, name)
    if found.state != states.DRAFT:
        abort(404)
    return found


def _to(found: Batch, row: int = 0) -> Response:
    """Back to the page, where it was; at the row that was mended."""
    place: dict[str, Any] = {n: request.args[n] for n in ("only", "page") if n in request.args}
    place |= {"keep": row, "_anchor": f"r{row}"} if row else {}
    return redirect(url_for(".show", kind=found.record_type, name=found.id, **place))
