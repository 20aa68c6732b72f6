"""An office's table on its way in: read, gone through, written and taken back, by its rules.

A table belongs to who brought it. Long ones are worked on behind, in the name of who asked
and by what that person may do.
"""

from __future__ import annotations

import json
import secrets
import uuid
from collections.abc import Callable, Collection, Iterator
from dataclasses import replace
from itertools import islice
from typing import Any

from flask import current_app
from flask_login import current_user

from schemas import reversing
from schemas.importing import plan, steps
from schemas.importing.column_styles import survey
from schemas.importing.intake import Layout, Planned
from schemas.importing.page import HEAD
from schemas.importing.planning import Planning
from schemas.importing.rows import Reader
from schemas.record import NAMESPACE, RecordSchema, get
from schemas.tables.doubts import restored, stored
from schemas.tables.grids import Row
from server import ambient, imports
from server.auth import permissions
from sync.batch import Terms
from sync.changes import Key
from sync.merge import Record
from sync.stores import batches as states
from sync.stores.batches import Batch
from sync.stores.import_answers import Answer, Answers
from sync.stores.imports import Confirmed, Imports, answering
from sync.stores.jobs import Progress, Works

from ..background import elsewhere
from . import columns
from .existing import held

Schema = type[RecordSchema]
LONG = 200  # rows that are gone through, or written, before a person would notice
LETTERS = 200  # of the name of a file


def desk() -> Imports:
    return imports.of(ambient.province())


def works() -> Works:
    found: Works = current_app.extensions["intakes"]
    return found


def begin(schema: Schema, name: str, data: bytes) -> Batch:
    """Keep a file to look at.

    :raises schemas.tables.grids.NoTable: if it is none
    """
    memory, now = [one[:4] for one in remembered(schema)], ambient.province().wall()
    grid, layout = steps.opened(data, lambda rows: columns.recognised(schema, rows, memory))
    layout = steps.recalled(schema, grid, layout, memory)
    area, author = columns.home(schema), current_user.name
    made = Batch(secrets.token_hex(8), schema.record_type, area, name[:LETTERS], author, now)
    made = replace(made, layout=json.dumps(layout), total=len(grid))
    desk().begin(made, map(stored, grid))
    return made


def answers(schema: Schema) -> Answers:
    """What the people of that office, of a district those of its own, answered about files."""
    unit = ambient.own_unit() if current_user.of_a_district else ""
    whose = f"{current_user.role} {unit}".strip()
    return Answers(ambient.province().store(), whose, schema.record_type)


def remembered(schema: Schema) -> list[Answer]:
    return answers(schema).all()


def change(batch: Batch, made: Callable[[Layout, list[Row]], Layout]) -> bool:
    """Read the file as a person decided, and keep what holds for the next one."""
    schema, before = get(batch.record_type), columns.layout(batch)
    after = made(before, head(batch))
    if after == before:
        return False
    kept, gone = steps.worth_keeping(schema, before, after)
    memory, now = answers(schema), ambient.province().wall()
    memory.forget(gone)
    memory.keep(Answer(*one, current_user.name, now) for one in kept)
    lay_out(batch, after)
    return True


def read_sheets(batch: Batch, wanted: Collection[str]) -> None:
    """Read other sheets of the file."""
    schema, grid = get(batch.record_type), list(rows(batch))
    memory = [one[:4] for one in remembered(schema)]
    after = steps.with_sheets(
        columns.layout(batch),
        grid,
        wanted,
        lambda some: columns.recognised(schema, some, memory),
    )
    lay_out(batch, after)


def find(record_type: str, name: str) -> Batch | None:
    """The table of that name, if it is of that type and who is logged in brought it."""
    found = desk().batches.find(name)
    mine = found and (found.record_type, found.author) == (record_type, current_user.name)
    return found if mine else None


def earlier(schema: Schema) -> list[Batch]:
    found = desk().batches.of_type(schema.record_type, columns.home(schema))
    return [batch for batch in found if batch.author == current_user.name]


def head(batch: Batch) -> list[list[str]]:
    """The first rows of the sheet that is read."""
    start = columns.layout(batch).start
    return list(islice(rows(batch), start, start + HEAD))


def rows(batch: Batch) -> Iterator[list[str]]:
    """The rows of the file; cells that could not be read with certainty are ``Doubtful``."""
    return map(restored, desk().grid(batch.id))


def look(batch: Batch) -> None:
    """See to it that it is known what would become of each row."""
    if not desk().is_planned(batch) and batch.id not in works().failed:
        _begin(batch, _plan)


def confirm(batch: Batch, with_twins: bool) -> None:
    """Let it be written, just as it was looked at."""
    batch_id = batch.id
    to_write = plan.to_write(
        desk().plan(batch),
        with_twins,
        lambda number: str(uuid.uuid5(NAMESPACE, f"{batch_id}\n{number}")),
    )
    desk().confirm(batch_id, (_confirmed(batch, row) for row in to_write))
    go_on(batch_id)


def take_back(batch: Batch) -> None:
    desk().take_back(batch.id, current_user.name)
    go_on(batch.id)


def go_on(name: str) -> None:
    """Write, or take back, what is left of it."""
    found = desk().batches.find(name)
    if found and found.state in (states.RUNNING, states.UNDOING):
        _begin(found, _work)


def lay_out(batch: Batch, layout: Layout) -> None:
    """Read the columns of the file as a person said."""
    desk().lay_out(batch.id, json.dumps(layout))
    works().failed.discard(batch.id)


def _begin(batch: Batch, work: Callable[[Batch, Progress], None]) -> None:
    def told(told: Progress) -> None:
        work(batch, told)

    is_long = batch.total > LONG
    works().begin(batch.id, elsewhere(told) if is_long else told, is_long)


def _confirmed(batch: Batch, row: Planned) -> Confirmed:
    key = Key(row.area, batch.record_type, row.record_id)
    return row.line.number, key, row.line.values, row.at


def _plan(batch: Batch, told: Progress) -> None:
    schema, laid = get(batch.record_type), columns.layout(batch)
    there = held(schema, ambient.province().store(), batch.area, laid.area)
    styles = survey(schema, rows(batch), laid)
    reader = Reader(schema, laid, current_user.role, styles, there)
    planning = Planning(reader, list(dict(columns.choices(schema))), head(batch))
    desk().write_plan(batch, _counted(planning.rows(rows(batch)), told), planning.notes)


def _counted(lines: Iterator[list[Any]], told: Progress) -> Iterator[list[Any]]:
    for line in lines:
        yield line
        told(line[1][0])


def _work(batch: Batch, told: Progress) -> None:
    schema, hub = get(batch.record_type), ambient.province().hub()
    desk().work(batch.id, hub, lambda: told(1), _terms(schema, batch.state))


def _terms(schema: Schema, state: str) -> Terms:
    """Nothing is written, or taken back, that who asks for it may not fill in by now."""

    def may(record: Record) -> bool:
        if record.cells:
            return permissions.may_fill(schema, record)
        return permissions.may_publish(schema)

    how = schema.reversal
    if state != states.UNDOING or not schema.append_only or how is None:
        return Terms(may)

    def made(record: Record) -> tuple[str, dict[str, object]]:
        return reversing.reversal(schema, record.key.record_id, record.values)

    return Terms(may, answering(ambient.province().store(), how.link, made))
