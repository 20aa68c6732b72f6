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
from typing import TYPE_CHECKING, Any

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
from sync.stores.answers import Answer, Answers
from sync.stores.batches import Batch
from sync.stores.imports import Confirmed, Imports, answering
from sync.stores.jobs import Told

from . import homes

if TYPE_CHECKING:
    from .agent import Agent

log = logging.getLogger(__name__)
ROLE = "centre"


def of(agent: Agent) -> Imports:
    return Imports.below(agent.folder, agent.store())


def tidy(agent: Agent) -> None:
    """Keep nothing of them that is of no use any more: somebody may just have been erased."""
    try:
        of(agent).tidy(agent.wall())
    except (OSError, SyncError):
        log.exception("what was brought in is tidied up another time")


def begin(agent: Agent, kind: str, name: str, data: bytes, author: str) -> Batch:
    """Keep a file to look at.

    :raises schemas.tables.grids.NoTable: if it is none
    """
    schema, memory = get(kind), [one[:4] for one in remembered(agent, kind)]
    grid, layout = steps.opened(data, lambda rows: _recognised(agent, schema, rows))
    layout = steps.recalled(schema, grid, layout, memory)
    made = Batch(secrets.token_hex(6), kind, agent.area, name, author, agent.wall())
    made = replace(made, layout=json.dumps(layout), total=len(grid))
    of(agent).begin(made, map(stored, grid))
    return made


def _recognised(agent: Agent, schema: type[RecordSchema], rows: Sequence[Row]) -> Layout:
    memory = [one[:4] for one in remembered(agent, schema.record_type)]
    return steps.header_of(schema, rows, True, memory, dict(choices(schema)))


def answers(agent: Agent, kind: str) -> Answers:
    return Answers(agent.store(), agent.area, kind)


def remembered(agent: Agent, kind: str) -> list[Answer]:
    """What people answered about earlier files of that register."""
    return answers(agent, kind).all()


def change(
    agent: Agent, batch: Batch, author: str, made: Callable[[Layout, list[Row]], Layout]
) -> bool:
    """Read the file as a person decided, and keep what holds for the next one."""
    schema, before = get(batch.record_type), layout(batch)
    after = made(before, head(agent, batch))
    if after == before:
        return False
    kept, gone = steps.worth_keeping(schema, before, after)
    memory, now = answers(agent, batch.record_type), agent.wall()
    memory.forget(gone)
    memory.keep(Answer(*one, author, now) for one in kept)
    of(agent).lay_out(batch.id, json.dumps(after))
    return True


def read_sheets(agent: Agent, batch: Batch, wanted: Collection[str]) -> None:
    """Read other sheets of the file."""
    schema, grid = get(batch.record_type), list(rows(agent, batch))
    after = steps.with_sheets(
        layout(batch), grid, wanted, lambda some: _recognised(agent, schema, some)
    )
    of(agent).lay_out(batch.id, json.dumps(after))


def find(agent: Agent, kind: str, name: str) -> Batch | None:
    found = of(agent).batches.find(name)
    ours = found and found.record_type == kind and found.area == agent.area
    return found if ours else None


def earlier(agent: Agent, kind: str) -> list[Batch]:
    return of(agent).batches.of_type(kind, agent.area)


def choices(schema: type[RecordSchema]) -> list[tuple[str, Label]]:
    """What a column can be said to be; also whose its rows are, for files of many centres."""
    return intake.choices(schema, ROLE, of_centres=True)


def layout(batch: Batch) -> Layout:
    return intake_layout.parsed(batch.layout)


def head(agent: Agent, batch: Batch) -> list[list[str]]:
    """The first rows of the sheet that is read."""
    start = layout(batch).start
    return list(islice(rows(agent, batch), start, start + HEAD))


def rows(agent: Agent, batch: Batch) -> Iterator[list[str]]:
    """The rows of the file; cells that could not be read with certainty are ``Doubtful``."""
    return map(restored, of(agent).grid(batch.id))


def plan(agent: Agent, batch: Batch, told: Told = lambda done: None) -> None:
    """Find out what would become of each row, and keep it to be looked at."""
    schema, laid = get(batch.record_type), layout(batch)
    styles = survey(schema, rows(agent, batch), laid)
    reader = Reader(schema, laid, ROLE, styles, _held(agent, batch))
    planning = Planning(reader, list(dict(choices(schema))), head(agent, batch))
    lines = _counted(planning.rows(rows(agent, batch)), told)
    of(agent).write_plan(batch, lines, planning.notes)


def _counted(lines: Iterator[list[Any]], told: Told) -> Iterator[list[Any]]:
    for line in lines:
        yield line
        told(line[1][0])


def confirm(agent: Agent, batch: Batch, with_twins: bool) -> int:
    """Let it be written, just as it was looked at; return how many rows that is.

    A new record's id follows from its row, so that it is made once.
    """
    lines, name = of(agent).plan(batch), batch.id
    planned_rows = intake_plan.to_write(
        lines, with_twins, lambda number: str(uuid.uuid5(NAMESPACE, f"{name}\n{number}"))
    )
    return of(agent).confirm(name, (_confirmed(batch, row) for row in planned_rows))


def work(agent: Agent, name: str, told: Told = lambda done: None) -> None:
    """Go on with what was confirmed, or is being taken back, to its end."""
    found = of(agent).batches.find(name)
    assert found

    def step() -> None:
        agent.sync_soon()
        told(1)

    of(agent).work(name, agent.replica(), step, _terms(agent, found))


def _confirmed(batch: Batch, row: intake.Planned) -> Confirmed:
    key = Key(batch.area, batch.record_type, row.record_id)
    return row.line.number, key, row.line.values, row.at


def _held(agent: Agent, batch: Batch) -> ExistingRecords:
    found = _records(agent, batch)
    return ExistingRecords(
        get(batch.record_type),
        batch.area,
        {name: its.values for name, its in found.items() if not its.deleted},
        stamps={name: str(its.at) for name, its in found.items()},
        deleted={name for name, its in found.items() if its.deleted},
        names=_names(agent),
    )


def _names(agent: Agent) -> list[str]:
    """What files call this centre: its name, and those of its commune, of today and of old."""
    its = homes.of(agent)
    communes = [units[0] for _, units in its.since if units] + list(its.usual[:1])
    return list(filter(None, [agent.settings.centre, *communes]))


def _records(agent: Agent, batch: Batch) -> dict[str, Record]:
    store = agent.store()
    keys = list(store.fingerprints([batch.area], batch.record_type))
    found: dict[Key, Record] = store.load(keys) if keys else {}
    return {key.record_id: its for key, its in found.items()}


def _terms(agent: Agent, batch: Batch) -> Terms:
    """An entry that is never changed is taken back by a further one."""
    schema = get(batch.record_type)
    if batch.state != states.UNDOING or not schema.append_only or schema.reversal is None:
        return Terms()

    def made(record: Record) -> tuple[str, dict[str, object]]:
        return reversing.reversal(schema, record.key.record_id, record.values)

    return Terms(answer=answering(agent.store(), schema.reversal.link, made))
