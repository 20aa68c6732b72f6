"""The pages of importing a table: choose a file, look at each row, confirm, undo."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Flask, Response, abort, flash, redirect, request, url_for
from werkzeug.wrappers import Response as Redirect

from schemas import texts
from schemas.formatting.vietnamese import number
from schemas.importing import sheet, steps
from schemas.importing.intake import Layout
from schemas.record import get
from schemas.tables import grids
from schemas.tables.grids import NoTable, Row
from sync.stores import batches as states
from sync.stores.batches import Batch
from sync.stores.imports import FileGone

from ..downloads import download
from ..language import language
from . import importer
from .host import Host
from .importer import Importer
from .preview import Pages

Answer = str | Redirect | tuple[str, int]
PREFIX = "/records/<record_type>/intake"
PLACE = ("only", "page")  # parameters that say which rows the preview shows
ADDRESSES = (
    ("/", "choose", "GET"),
    ("/", "read", "POST"),
    ("/<name>", "show", "GET"),
    ("/<name>/columns", "columns", "POST"),
    ("/<name>/sheets", "sheets", "POST"),
    ("/<name>/answers", "answers", "POST"),
    ("/<name>/rows/<int:row>", "edit_row", "POST"),
    ("/<name>/take-back", "undo_step", "POST"),
    ("/<name>/forget", "forget", "POST"),
    ("/<name>/confirm", "confirm", "POST"),
    ("/<name>/undo", "undo", "POST"),
    ("/<name>/go-on", "resume", "POST"),
    ("/<name>/discard", "discard", "POST"),
    ("/<name>/wrong.csv", "rejected_csv", "GET"),
    ("/<name>/wrong.xlsx", "rejected_workbook", "GET"),
)


def blueprint(host: Host) -> Blueprint:
    """The pages of importing, of one of the two applications."""
    pages = Blueprint("imports", __name__, template_folder="../templates", url_prefix=PREFIX)
    views = Views(host)
    for rule, name, method in ADDRESSES:
        pages.add_url_rule(rule, name, host.guard(getattr(views, name)), methods=[method])
    pages.register_error_handler(FileGone, views.file_gone)
    return pages


def bind(app: Flask) -> None:
    importer.bind(app)


class Views:
    def __init__(self, host: Host) -> None:
        self.host, self.importer, self.pages = host, Importer(host), Pages(host)

    def choose(self, record_type: str) -> str:
        return self.pages.choose(self.host.schema(record_type))

    def read(self, record_type: str) -> Answer:
        """Read a file, and show what would become of it."""
        schema, file = self.host.schema(record_type), request.files.get("file")
        self.host.on_failure(lambda sentence: self.pages.choose(schema, sentence))
        if file is None or not file.filename:
            return self.pages.choose(schema, self._say("none")), 422
        try:
            batch = self.importer.begin(schema, file.filename, file.read())
        except NoTable as error:
            most = {"most": number(grids.MOST_ROWS), "cells": number(grids.MOST_CELLS)}
            return self.pages.choose(schema, self._say(error.args[0], **most)), 422
        return _to(batch)

    def show(self, record_type: str, name: str) -> str:
        batch = self._any(record_type, name)
        if batch.state == states.DRAFT:
            self.importer.plan(batch)
        return self.pages.progress(batch)

    def columns(self, record_type: str, name: str) -> Redirect:
        """Read the file again with the columns, and for the centre, that a person chose."""
        batch, schema = self._draft(record_type, name), get(record_type)
        names = dict(self.importer.choices(schema))

        def chosen(before: Layout, head: list[Row]) -> Layout:
            after = sheet.laid_out(schema, head, before, request.form, names)
            return steps.note_columns(before, after, head)

        self.importer.change(batch, chosen)
        return _to(batch)

    def sheets(self, record_type: str, name: str) -> Redirect:
        """Read other sheets of the file."""
        batch = self._draft(record_type, name)
        if wanted := request.form.getlist("sheet"):
            self.importer.read_sheets(batch, wanted)
        return _to(batch)

    def answers(self, record_type: str, name: str) -> Redirect:
        """Use what a person answered about the whole file."""
        batch, form = self._draft(record_type, name), request.form
        if self.importer.change(batch, lambda layout, head: steps.answered(layout, head, form)):
            flash(self._say("answered"), "success")
        return _to(batch)

    def edit_row(self, record_type: str, name: str, row: int) -> Redirect:
        """Change the cells of one row, or leave the row out."""
        batch, form = self._draft(record_type, name), request.form
        if form.get("skip"):
            self.importer.change(batch, lambda layout, _: steps.skipped(layout, row))
        else:
            cells = self.importer.texts(batch, row)
            self.importer.change(batch, lambda layout, _: steps.mended(layout, row, form, cells))
        return _to(batch, row)

    def undo_step(self, record_type: str, name: str) -> Redirect:
        """Undo the last step of the person who looks at the file."""
        batch = self._draft(record_type, name)
        if self.importer.change(batch, steps.undone):
            flash(self._say("taken_back"), "info")
        return _to(batch)

    def forget(self, record_type: str, name: str) -> Redirect:
        """Forget what was answered about an earlier file."""
        batch = self._draft(record_type, name)
        if about := steps.about_of(request.form.get("about", "")):
            self.importer.forget(batch, about)
            flash(self._say("forgotten"), "info")
        return _to(batch)

    def confirm(self, record_type: str, name: str) -> Redirect:
        batch = self._draft(record_type, name)
        if self.importer.imports.is_planned(batch):
            with_duplicates = request.form.get("twins") == "1"
            if not self.importer.confirm(batch, with_duplicates):
                flash(self._say("none_chosen"), "warning")
        return _to(batch)

    def undo(self, record_type: str, name: str) -> Redirect:
        """Undo the whole import."""
        batch = self._any(record_type, name)
        self.importer.undo(batch)
        return _to(batch)

    def resume(self, record_type: str, name: str) -> Redirect:
        batch = self._any(record_type, name)
        self.importer.resume(batch)
        return _to(batch)

    def discard(self, record_type: str, name: str) -> Redirect:
        self.importer.imports.discard(self._draft(record_type, name).id)
        flash(self._say("discarded"), "info")
        return redirect(url_for("imports.choose", record_type=record_type))

    def rejected_csv(self, record_type: str, name: str) -> Response:
        """The rows that would not be imported, as a file to correct and to import."""
        rows = self.importer.rejected(self._draft(record_type, name), language())
        return download(f"{record_type}-wrong.csv", sheet.as_csv(rows))

    def rejected_workbook(self, record_type: str, name: str) -> Response:
        rows = self.importer.rejected(self._draft(record_type, name), language())
        made = sheet.as_workbook(self._say("wrong"), rows, language())
        return download(f"{record_type}-wrong.xlsx", made)

    def file_gone(self, _error: FileGone) -> Redirect:
        """The file was deleted meanwhile: say so on the page where it can be chosen again."""
        flash(self._say("gone"), "warning")
        record_type = (request.view_args or {})["record_type"]
        return redirect(url_for("imports.choose", record_type=record_type))

    def _say(self, key: str, **values: object) -> str:
        return texts.say(f"intake.{key}", language(), **values)

    def _any(self, record_type: str, name: str) -> Batch:
        """The import of that id.

        :raises HTTPException: 404 if it is not the person's
        """
        self.host.schema(record_type)
        return self.importer.find(record_type, name) or abort(404)

    def _draft(self, record_type: str, name: str) -> Batch:
        """The import of that id, if it is not confirmed yet."""
        batch = self._any(record_type, name)
        if batch.state != states.DRAFT:
            abort(404)
        return batch


def _to(batch: Batch, row: int = 0) -> Redirect:
    """Back to the same rows of the preview; to the row that was edited."""
    place: dict[str, Any] = {name: request.args[name] for name in PLACE if name in request.args}
    place |= {"keep": row, "_anchor": f"r{row}"} if row else {}
    address = url_for("imports.show", record_type=batch.record_type, name=batch.id, **place)
    return redirect(address)
