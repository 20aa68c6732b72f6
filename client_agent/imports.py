"""Tables on their way into the centre's records: gone through, confirmed, written, taken back.

A file is read once and kept in the agent's folder. Nothing of it is a record before somebody
confirms.
"""

from __future__ import annotations

import json
import logging
import secrets
import uuid
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import Any

from schemas import reversing
from schemas.fields import Label
from schemas.importing import intake, steps
from schemas.importing import layout as intake_layout
from schemas.importing import plan as intake_plan
from schemas.importing.column_styles import survey
from schemas.importing.existing import ExistingRecords
from schemas.importing.intake import Layout
from schemas.importing.page import HEAD
from schemas.importing.planning import Planning
from schemas.importing.rows import Reader
from schemas.record import NAMESPACE, RecordSchema, get
from schemas.tables.doubts import restored, stored
from schemas.tables.grids import Row
from sync.batch import Terms
from sync.changes import Key
from sync.errors import SyncError
from sync.merge import Record
from sync.stores import batches as states
from sync.stores.batches import Batch
from sync.stores.import_answers import Answer, Answers
from sync.stores.imports import Confirmed, Imports, answering
from sync.stores.jobs import Progress

from .centre import unit_history
from .workspace import Workspace

log = logging.getLogger(__name__)
ROLE = "centre"


def of(workspace: Workspace) -> Imports:
    return Imports.below(workspace.folder, workspace.store())


def tidy(workspace: Workspace) -> None:
    """Keep nothing of them that is of no use any more: somebody may just have been erased."""
    try:
        of(workspace).tidy(workspace.wall())
    except (OSError, SyncError):
        log.exception("what was brought in is tidied up another time")


def begin(workspace: Workspace, kind: str, name: str, data: bytes, author: str) -> Batch:
    """Keep a file to look at.

    :raises schemas.tables.grids.NoTable: if it is none
    """
    schema, memory = get(kind), [one[:4] for one in remembered(workspace, kind)]
    grid, layout = steps.opened(data, lambda rows: _recognised(workspace, schema, rows))
    layout = steps.recalled(schema, grid, layout, memory)
    made = Batch(secrets.token_hex(6), kind, workspace.area, name, author, workspace.wall())
    made = replace(made, layout=json.dumps(layout), total=len(grid))
    of(workspace).begin(made, map(stored, grid))
    return made


def _recognised(workspace: Workspace, schema: type[RecordSchema], rows: Sequence[Row]) -> Layout:
    memory = [one[:4] for one in remembered(workspace, schema.record_type)]
    return steps.header_of(schema, rows, True, memory, dict(choices(schema)))


def answers(workspace: Workspace, kind: str) -> Answers:
    return Answers(workspace.store(), workspace.area, kind)


def remembered(workspace: Workspace, kind: str) -> list[Answer]:
    """What people answered about earlier files of that register."""
    return answers(workspace, kind).all()


def change(
    workspace: Workspace, batch: Batch, author: str, made: Callable[[Layout, list[Row]], Layout]
) -> bool:
    """Read the file as a person decided, and keep what holds for the next one."""
    schema, before = get(batch.record_type), layout(batch)
    after = made(before, head(workspace, batch))
    if after == before:
        return False
    kept, gone = steps.worth_keeping(schema, before, after)
    memory, now = answers(workspace, batch.record_type), workspace.wall()
    memory.forget(gone)
    memory.keep(Answer(*one, author, now) for one in kept)
    of(workspace).lay_out(batch.id, json.dumps(after))
    return True


def read_sheets(workspace: Workspace, batch: Batch, wanted: Collection[str]) -> None:
    """Read other sheets of the file."""
    schema, grid = get(batch.record_type), list(rows(workspace, batch))
    after = steps.with_sheets(
        layout(batch), grid, wanted, lambda some: _recognised(workspace, schema, some)
    )
    of(workspace).lay_out(batch.id, json.dumps(after))


def find(workspace: Workspace, kind: str, name: str) -> Batch | None:
    found = of(workspace).batches.find(name)
    ours = found and found.record_type == kind and found.area == workspace.area
    return found if ours else None


def earlier(workspace: Workspace, kind: str) -> list[Batch]:
    return of(workspace).batches.of_type(kind, workspace.area)


def choices(schema: type[RecordSchema]) -> list[tuple[str, Label]]:
    """What a column can be said to be; also whose its rows are, for files of many centres."""
    return intake.choices(schema, ROLE, of_centres=True)


def layout(batch: Batch) -> Layout:
    return intake_layout.parsed(batch.layout)


def head(workspace: Workspace, batch: Batch) -> list[list[str]]:
    """The first rows of the sheet that is read."""
    start = layout(batch).start
    return list(islice(rows(workspace, batch), start, start + HEAD))


def rows(workspace: Workspace, batch: Batch) -> Iterator[list[str]]:
    """The rows of the file; cells that could not be read with certainty are ``Doubtful``."""
    return map(restored, of(workspace).grid(batch.id))


def plan(workspace: Workspace, batch: Batch, told: Progress = lambda done: None) -> None:
    """Find out what would become of each row, and keep it to be looked at."""
    schema, laid = get(batch.record_type), layout(batch)
    styles = survey(schema, rows(workspace, batch), laid)
    reader = Reader(schema, laid, ROLE, styles, _held(workspace, batch))
    planning = Planning(reader, list(dict(choices(schema))), head(workspace, batch))
    lines = _counted(planning.rows(rows(workspace, batch)), told)
    of(workspace).write_plan(batch, lines, planning.notes)


def _counted(lines: Iterator[list[Any]], told: Progress) -> Iterator[list[Any]]:
    for line in lines:
        yield line
        told(line[1][0])


def confirm(workspace: Workspace, batch: Batch, with_twins: bool) -> int:
    """Let it be written, just as it was looked at; return how many rows that is.

    A new record's id follows from its row, so that it is made once.
    """
    lines, name = of(workspace).plan(batch), batch.id
    planned_rows = intake_plan.to_write(
        lines, with_twins, lambda number: str(uuid.uuid5(NAMESPACE, f"{name}\n{number}"))
    )
    return of(workspace).confirm(name, (_confirmed(batch, row) for row in planned_rows))


def work(workspace: Workspace, name: str, told: Progress = lambda done: None) -> None:
    """Go on with what was confirmed, or is being taken back, to its end.

    :param told: called after each step, when something was saved
    """
    found = of(workspace).batches.find(name)
    assert found
    terms = _terms(workspace, found)
    of(workspace).work(name, workspace.replica(), lambda: told(1), terms)


def _confirmed(batch: Batch, row: intake.Planned) -> Confirmed:
    key = Key(batch.area, batch.record_type, row.record_id)
    return row.line.number, key, row.line.values, row.at


def _held(workspace: Workspace, batch: Batch) -> ExistingRecords:
    found = _records(workspace, batch)
    return ExistingRecords(
        get(batch.record_type),
        batch.area,
        {name: its.values for name, its in found.items() if not its.deleted},
        stamps={name: str(its.at) for name, its in found.items()},
        deleted={name for name, its in found.items() if its.deleted},
        names=_names(workspace),
    )


def _names(workspace: Workspace) -> list[str]:
    """What files call this centre: its name, and those of its commune, of today and of old."""
    its = unit_history(workspace)
    communes = [units[0] for _, units in its.since if units] + list(its.usual[:1])
    return list(filter(None, [workspace.settings.centre, *communes]))


def _records(workspace: Workspace, batch: Batch) -> dict[str, Record]:
    store = workspace.store()
    keys = list(store.fingerprints([batch.area], batch.record_type))
    found: dict[Key, Record] = store.load(keys) if keys else {}
    return {key.record_id: its for key, its in found.items()}


def _terms(workspace: Workspace, batch: Batch) -> Terms:
    """An entry that is never changed is taken back by a further one."""
    schema = get(batch.record_type)
    if batch.state != states.UNDOING or not schema.append_only or schema.reversal is None:
        return Terms()

    def made(record: Record) -> tuple[str, dict[str, object]]:
        return reversing.reversal(schema, record.key.record_id, record.values)

    return Terms(answer=answering(workspace.store(), schema.reversal.link, made))
