"""Bringing in a register that an office kept elsewhere: read, looked at, confirmed, taken back."""

from __future__ import annotations

from typing import Any

from flask import Flask, Response, abort, flash, redirect, request, stream_with_context, url_for
from flask_login import login_required
from werkzeug.wrappers import Response as Answer

from schemas import reversing
from schemas.context import keeping_context
from schemas.formatting.vietnamese import number
from schemas.importing import plan, sheet, steps
from schemas.importing.intake import Layout
from schemas.record import ID, RecordSchema, fields, get, record_types
from schemas.tables import grids, workbooks
from schemas.tables.grids import NoTable, Row
from schemas.tables.workbooks import Column
from schemas.texts import say as record_say
from server.auth import permissions
from sync.stores import batches as states
from sync.stores.batches import Batch
from sync.stores.imports import FileGone
from sync.stores.jobs import Works
from webui.language import language, spoken

from ..pages import pages
from . import columns, work
from . import pages as drawn

Schema = type[RecordSchema]
Shown = str | Answer | tuple[str, int]
PATH = "/records/<record_type>/intake/"
ONE = f"{PATH}<name>"


def install(app: Flask) -> None:
    app.register_error_handler(FileGone, _gone)


def bind(app: Flask) -> None:
    app.extensions["intakes"] = Works()


@pages.get(PATH)
@login_required  # type: ignore[untyped-decorator]  # flask_login has no types
def begin_intake(record_type: str) -> str:
    return drawn.first(_mine(record_type))


@pages.post(PATH)
@login_required  # type: ignore[untyped-decorator]
def read_intake(record_type: str) -> Shown:
    """Read a file, and show what would become of it."""
    schema, file = _mine(record_type), request.files.get("file")
    if file is None or not file.filename:
        return drawn.first(schema, _say("none")), 422
    try:
        made = work.begin(schema, file.filename, file.read())
    except NoTable as error:
        return drawn.first(
            schema,
            _say(error.args[0], most=number(grids.MOST_ROWS), cells=number(grids.MOST_CELLS)),
        ), 422
    return _to(made)


@pages.get(f"{PATH}blank.xlsx")
@login_required  # type: ignore[untyped-decorator]
def blank_intake(record_type: str) -> Response:
    """The columns of the table alone, to be filled in and brought in."""
    schema = _mine(record_type)
    named = [(name, label) for name, label in columns.choices(schema) if name != ID]
    heads = [Column(spoken(label), fields(schema).get(name)) for name, label in named]
    made = workbooks.pieces(spoken(schema.label), heads, [], language())
    filed = {"Content-Disposition": f'attachment; filename="{record_type}-blank.xlsx"'}
    return Response(
        stream_with_context(keeping_context(made)), headers=filed, content_type=workbooks.TYPE
    )


@pages.get(ONE)
@login_required  # type: ignore[untyped-decorator]
def show_intake(record_type: str, name: str) -> str:
    return drawn.show(_found(record_type, name))


@pages.post(f"{ONE}/columns")
@login_required  # type: ignore[untyped-decorator]
def columns_intake(record_type: str, name: str) -> Answer:
    """Read the file again with the columns, and for the centre, that a person chose."""
    batch, schema = _draft(record_type, name), get(record_type)
    known = dict(columns.choices(schema))

    def laid(before: Layout, head: list[Row]) -> Layout:
        after = sheet.laid_out(schema, head, before, request.form, known)
        return steps.note_columns(before, after, head)

    work.change(batch, laid)
    return _to(batch)


@pages.post(f"{ONE}/sheets")
@login_required  # type: ignore[untyped-decorator]
def sheets_intake(record_type: str, name: str) -> Answer:
    """Read other sheets of the file."""
    batch = _draft(record_type, name)
    if wanted := request.form.getlist("sheet"):
        work.read_sheets(batch, wanted)
    return _to(batch)


@pages.post(f"{ONE}/answers")
@login_required  # type: ignore[untyped-decorator]
def answers_intake(record_type: str, name: str) -> Answer:
    """Go by what a person answered about the whole file."""
    batch = _draft(record_type, name)
    if work.change(batch, lambda layout, head: steps.answered(layout, head, request.form)):
        flash(_say("answered"), "success")
    return _to(batch)


@pages.post(f"{ONE}/rows/<int:row>")
@login_required  # type: ignore[untyped-decorator]
def mend_intake(record_type: str, name: str, row: int) -> Answer:
    """Mend the cells of one row, or leave it out."""
    batch = _draft(record_type, name)
    if request.form.get("skip"):
        work.change(batch, lambda layout, head: steps.skipped(layout, row))
    else:
        texts = drawn.texts_of(batch, row)
        work.change(batch, lambda layout, head: steps.mended(layout, row, request.form, texts))
    return _to(batch, row)


@pages.post(f"{ONE}/take-back")
@login_required  # type: ignore[untyped-decorator]
def take_back_intake(record_type: str, name: str) -> Answer:
    """Undo the last step of who brought the file."""
    batch = _draft(record_type, name)
    if work.change(batch, steps.undone):
        flash(_say("taken_back"), "info")
    return _to(batch)


@pages.post(f"{ONE}/forget")
@login_required  # type: ignore[untyped-decorator]
def forget_intake(record_type: str, name: str) -> Answer:
    """Forget what was answered about an earlier file."""
    batch = _draft(record_type, name)
    about = steps.about_of(request.form.get("about", ""))
    if about:
        work.answers(get(record_type)).forget([about])
        work.change(batch, lambda layout, head: steps.forgotten(layout, head, about))
        flash(_say("forgotten"), "info")
    return _to(batch)


@pages.post(f"{ONE}/confirm")
@login_required  # type: ignore[untyped-decorator]
def confirm_intake(record_type: str, name: str) -> Answer:
    batch = _draft(record_type, name)
    if work.desk().is_planned(batch):
        with_twins = request.form.get("twins") == "1"
        if plan.ready(work.desk().plan(batch), with_twins):
            work.confirm(batch, with_twins)
        else:
            flash(_say("none_chosen"), "warning")
    return _to(batch)


@pages.post(f"{ONE}/undo")
@login_required  # type: ignore[untyped-decorator]
def undo_intake(record_type: str, name: str) -> Answer:
    batch = _found(record_type, name)
    if batch.state == states.DONE and reversing.is_undoable(get(record_type)):
        work.take_back(batch)
    return _to(batch)


@pages.post(f"{ONE}/go-on")
@login_required  # type: ignore[untyped-decorator]
def go_on_intake(record_type: str, name: str) -> Answer:
    batch = _found(record_type, name)
    work.go_on(name)
    return _to(batch)


@pages.post(f"{ONE}/discard")
@login_required  # type: ignore[untyped-decorator]
def discard_intake(record_type: str, name: str) -> Answer:
    work.desk().discard(_draft(record_type, name).id)
    flash(_say("discarded"), "info")
    return redirect(url_for(".begin_intake", record_type=record_type))


@pages.get(f"{ONE}/wrong.csv")
@login_required  # type: ignore[untyped-decorator]
def wrong_intake(record_type: str, name: str) -> Response:
    """The rows that stay out, as a file to mend and to bring in."""
    lines = sheet.as_csv(_staying_out(_draft(record_type, name)))
    filed = {"Content-Disposition": f'attachment; filename="{record_type}-wrong.csv"'}
    return Response(lines, headers=filed, content_type="text/csv; charset=utf-8")


@pages.get(f"{ONE}/wrong.xlsx")
@login_required  # type: ignore[untyped-decorator]
def wrong_workbook_intake(record_type: str, name: str) -> Response:
    rows = _staying_out(_draft(record_type, name))
    made = sheet.as_workbook(_say("wrong"), rows, language())
    filed = {"Content-Disposition": f'attachment; filename="{record_type}-wrong.xlsx"'}
    return Response(made, headers=filed, content_type=workbooks.TYPE)


def _staying_out(batch: Batch) -> list[list[str]]:
    rows = plan.of_outcomes(work.desk().plan(batch), sheet.STAYING_OUT)
    schema, laid = get(batch.record_type), columns.layout(batch)
    found = sheet.wrong_rows(schema, work.rows(batch), laid, rows, language())
    return list(found)


def _gone(_error: FileGone) -> Answer:
    """The file was cleared away meanwhile: say so where it can be chosen again."""
    flash(_say("gone"), "warning")
    record_type = (request.view_args or {})["record_type"]
    return redirect(url_for("web.begin_intake", record_type=record_type))


def _mine(record_type: str) -> Schema:
    """The type, if who is logged in may fill in records of it by a table."""
    schema = record_types().get(record_type) or abort(404)
    if not permissions.may_bring(schema):
        abort(403, "fault.no_intake")
    return schema


def _found(record_type: str, name: str) -> Batch:
    _mine(record_type)
    return work.find(record_type, name) or abort(404)


def _draft(record_type: str, name: str) -> Batch:
    batch = _found(record_type, name)
    if batch.state != states.DRAFT:
        abort(404)
    return batch


def _to(batch: Batch, row: int = 0) -> Answer:
    """Back to the page, where it was; at the row that was mended."""
    place: dict[str, Any] = {n: request.args[n] for n in ("only", "page") if n in request.args}
    place |= {"keep": row, "_anchor": f"r{row}"} if row else {}
    return redirect(url_for(".show_intake", record_type=batch.record_type, name=batch.id, **place))


def _say(key: str, **values: object) -> str:
    return record_say(f"intake.{key}", language(), **values)
