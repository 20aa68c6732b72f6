"""A table being imported: read, planned, confirmed, written and undone.

A file is read once and kept beside the database; none of it is a record before somebody
confirms. Long tables are processed in another thread, in the name of who asked.
"""

from __future__ import annotations

import json
import secrets
import uuid
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any, cast

from flask import Flask, current_app

from schemas import reversing
from schemas.fields import Label
from schemas.importing import intake, plan, sheet, steps
from schemas.importing import layout as layouts
from schemas.importing.column_styles import survey
from schemas.importing.intake import Layout, Planned
from schemas.importing.page import HEAD
from schemas.importing.planning import Planning
from schemas.importing.rows import Reader
from schemas.record import NAMESPACE, get
from schemas.tables.doubts import restored, stored
from schemas.tables.grids import Row
from sync.batch import Terms
from sync.changes import Key
from sync.merge import Record
from sync.stores import batches as states
from sync.stores.batches import Batch
from sync.stores.import_answers import Answer, Answers
from sync.stores.imports import Confirmed, Imports, answering
from sync.stores.jobs import Progress, Works

from ..host import person
from .host import Host, Schema

WORKS = "imports"  # the application's extension that lists what is in progress
LONG = 200  # rows that are planned or written before a person would notice
NAME_LETTERS = 200  # of the name of a file, which its sender chose
ID_BYTES = 8

Reading = Callable[[Layout, list[Row]], Layout]  # layout and first rows -> another layout


def bind(app: Flask) -> None:
    """Give the application of one agent or province its own list of imports in progress."""
    app.extensions[WORKS] = Works()


def works() -> Works:
    return cast(Works, current_app.extensions[WORKS])


def layout_of(batch: Batch) -> Layout:
    return layouts.parsed(batch.layout)


@dataclass(frozen=True)
class Importer:
    """Every import that the person who is logged in may work on."""

    host: Host

    @property
    def imports(self) -> Imports:
        return self.host.imports()

    def begin(self, schema: Schema, name: str, data: bytes) -> Batch:
        """Read a file and keep it until it is confirmed.

        :raises schemas.tables.grids.NoTable: if it is none
        """
        memory = self._memory(schema)
        grid, layout = steps.opened(data, lambda rows: self.recognised(schema, rows))
        layout = steps.recalled(schema, grid, layout, memory)
        area, author, now = self.host.area(schema), person(), self.host.now()
        name = name[:NAME_LETTERS]
        batch = Batch(secrets.token_hex(ID_BYTES), schema.record_type, area, name, author, now)
        batch = replace(batch, layout=json.dumps(layout), total=len(grid))
        self.imports.begin(batch, map(stored, grid))
        return batch

    def find(self, record_type: str, name: str) -> Batch | None:
        """The import of that id, if it is of that type and the person's."""
        batch = self.imports.batches.find(name)
        is_theirs = batch and batch.record_type == record_type and self.host.owns(batch)
        return batch if is_theirs else None

    def earlier(self, schema: Schema) -> list[Batch]:
        """The imports that are not over, and the latest that are."""
        batches = self.imports.batches.of_type(schema.record_type, self.host.area(schema))
        return list(filter(self.host.owns, batches))

    def choices(self, schema: Schema) -> list[tuple[str, Label]]:
        """What a column can be: what the person fills in, and what tells records apart."""
        return intake.choices(schema, self.host.role(), self.host.takes_centre(schema))

    def recognised(self, schema: Schema, rows: Sequence[Row]) -> Layout:
        """The columns that are known by their headings, and that this person may fill in."""
        names, takes_centre = dict(self.choices(schema)), self.host.takes_centre(schema)
        return steps.header_of(schema, rows[:HEAD], takes_centre, self._memory(schema), names)

    def answers(self, schema: Schema) -> Answers:
        """What people answered about earlier files of that type."""
        return Answers(self.imports.store, self.host.memory_owner(), schema.record_type)

    def head(self, batch: Batch) -> list[list[str]]:
        """The first rows of the sheet that is read."""
        start = layout_of(batch).start
        return list(islice(self.rows(batch), start, start + HEAD))

    def rows(self, batch: Batch) -> Iterator[list[str]]:
        """The rows of the file; cells that could not be read with certainty are ``Doubtful``.

        :raises sync.stores.imports.FileGone:
        """
        return map(restored, self.imports.grid(batch.id))

    def texts(self, batch: Batch, number: int) -> dict[str, str]:
        """The texts of the cells of a row that can be edited, by field."""
        row = plan.row(self.imports.plan(batch), number)
        names = dict(self.choices(get(batch.record_type)))
        return {name: row.line.texts.get(name, "") for name in names} if row else {}

    def rejected(self, batch: Batch, lang: str) -> list[list[str]]:
        """The rows that would not be imported, with what is wrong with each."""
        rows = plan.of_outcomes(self.imports.plan(batch), sheet.STAYING_OUT)
        schema, layout = get(batch.record_type), layout_of(batch)
        return list(sheet.wrong_rows(schema, self.rows(batch), layout, rows, lang))

    def change(self, batch: Batch, made: Reading) -> bool:
        """Read the file as a person decided, and remember what holds for the next file too."""
        schema, before = get(batch.record_type), layout_of(batch)
        after = made(before, self.head(batch))
        if after == before:
            return False
        kept, forgotten = steps.worth_keeping(schema, before, after)
        answers, author, now = self.answers(schema), person(), self.host.now()
        answers.forget(forgotten)
        answers.keep(Answer(*one, author, now) for one in kept)
        self._lay_out(batch, after)
        return True

    def forget(self, batch: Batch, about: tuple[str, str, str]) -> None:
        """Forget what was answered about an earlier file."""
        self.answers(get(batch.record_type)).forget([about])
        self.change(batch, lambda layout, head: steps.forgotten(layout, head, about))

    def read_sheets(self, batch: Batch, wanted: Collection[str]) -> None:
        """Read other sheets of the file."""
        schema, grid = get(batch.record_type), list(self.rows(batch))
        before = layout_of(batch)
        after = steps.with_sheets(before, grid, wanted, lambda rows: self.recognised(schema, rows))
        self._lay_out(batch, after)

    def plan(self, batch: Batch) -> None:
        """Make sure that it is known, or being worked out, what would become of each row."""
        if not self.imports.is_planned(batch) and batch.id not in works().failed:
            self._begin(batch, self._plan)

    def confirm(self, batch: Batch, with_duplicates: bool) -> bool:
        """Write the rows as they were planned; False if there is none to write.

        The id of a new record follows from its row, so a repetition makes no second record.
        """
        if not plan.ready(self.imports.plan(batch), with_duplicates):
            return False
        rows = plan.to_write(
            self.imports.plan(batch),
            with_duplicates,
            lambda number: str(uuid.uuid5(NAMESPACE, f"{batch.id}\n{number}")),
        )
        self.imports.confirm(batch.id, (_confirmed(batch, row) for row in rows))
        self.resume(batch)
        return True

    def undo(self, batch: Batch) -> None:
        """Undo a whole import, but for records that somebody has changed since."""
        if batch.state == states.DONE and reversing.is_undoable(get(batch.record_type)):
            self.imports.take_back(batch.id, person())
            self.resume(batch)

    def resume(self, batch: Batch) -> None:
        """Write, or undo, what is left of it."""
        current = self.imports.batches.find(batch.id)
        if current and current.state in (states.RUNNING, states.UNDOING):
            self._begin(current, self._write)

    def _memory(self, schema: Schema) -> list[tuple[str, str, str, str]]:
        return [one[:4] for one in self.answers(schema).all()]

    def _lay_out(self, batch: Batch, layout: Layout) -> None:
        """The one place where the layout changes: a plan that failed is made again."""
        self.imports.lay_out(batch.id, json.dumps(layout))
        works().failed.discard(batch.id)

    def _begin(self, batch: Batch, work: Callable[[Batch, Progress], None]) -> None:
        """Do a little at once, much in another thread while the page shows the progress."""

        def run(progress: Progress) -> None:
            work(batch, progress)

        is_long = batch.total > LONG
        works().begin(batch.id, self.host.elsewhere()(run) if is_long else run, is_long)

    def _plan(self, batch: Batch, progress: Progress) -> None:
        schema, layout = get(batch.record_type), layout_of(batch)
        styles = survey(schema, self.rows(batch), layout)
        existing = self.host.existing(batch, layout)
        reader = Reader(schema, layout, self.host.role(), styles, existing)
        planning = Planning(reader, list(dict(self.choices(schema))), self.head(batch))
        lines = _counted(planning.rows(self.rows(batch)), progress)
        self.imports.write_plan(batch, lines, planning.notes)

    def _write(self, batch: Batch, progress: Progress) -> None:
        def after_step() -> None:
            self.host.after_step()
            progress(1)

        terms = self._terms(get(batch.record_type), batch.state)
        self.imports.work(batch.id, self.host.replica(), after_step, terms)

    def _terms(self, schema: Schema, state: str) -> Terms:
        """What may be written; a record that is never changed is undone by a further one."""

        def may(record: Record) -> bool:
            return self.host.may_write(schema, record)

        if state != states.UNDOING or not schema.append_only or schema.reversal is None:
            return Terms(may)

        def reversal(record: Record) -> tuple[str, dict[str, object]]:
            return reversing.reversal(schema, record.key.record_id, record.values)

        return Terms(may, answering(self.imports.store, schema.reversal.link, reversal))


def _confirmed(batch: Batch, row: Planned) -> Confirmed:
    key = Key(row.area or batch.area, batch.record_type, row.record_id)
    return row.line.number, key, row.line.values, row.at


def _counted(lines: Iterator[list[Any]], progress: Progress) -> Iterator[list[Any]]:
    for line in lines:
        yield line
        progress(line[1][0])
