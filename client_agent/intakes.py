"""Tables on their way into the centre's records: kept as files until they are confirmed.

A file is read once and kept as rows of text in the agent's folder; what is known of it lies
in the database. Nothing of it is a record before somebody confirms.
"""

from __future__ import annotations

import json
import secrets
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from schemas import grids, intake_sheet
from schemas.intake import Held, Layout, Planned, planned, recognised
from schemas.record import NAMESPACE, RecordSchema, get
from sync import batch as batches
from sync.batch import Row
from sync.changes import Key
from sync.merge import Record
from sync.stores import batches as states
from sync.stores.batches import Batch, Batches

if TYPE_CHECKING:
    from .agent import Agent

FOLDER, ROWS = "intakes", "-rows"
ROLE = "centre"


class FileGone(Exception):
    """The rows of an intake are no longer in the folder."""


@dataclass(frozen=True)
class Intake:
    """One file, and what would become of each of its rows now."""

    agent: Agent
    batch: Batch

    @property
    def schema(self) -> type[RecordSchema]:
        return get(self.batch.record_type)

    @property
    def layout(self) -> Layout:
        header, columns = json.loads(self.batch.layout)
        return Layout(header, tuple(columns))

    @cached_property
    def grid(self) -> grids.Grid:
        """:raises FileGone:"""
        found: grids.Grid = _read(_path(self.agent, self.batch.id))
        return found

    @cached_property
    def plan(self) -> list[Planned]:
        held = Held(self.schema, self.batch.area, self._living())
        return list(planned(self.schema, self.grid, self.layout, ROLE, held))

    def chosen(self, with_twins: bool) -> Iterator[tuple[int, str, dict[str, Any]]]:
        """What is to be written: row, record and values.

        A new record's id follows from its row, so that it is made once.
        """
        for row in intake_sheet.to_write(self.plan, with_twins):
            made = uuid.uuid5(NAMESPACE, f"{self.batch.id}\n{row.line.number}")
            yield row.line.number, row.record_id or str(made), row.line.values

    def _living(self) -> dict[str, dict[str, object]]:
        store = self.agent.store()
        keys = list(store.fingerprints([self.batch.area], self.batch.record_type))
        found: dict[Key, Record] = store.load(keys) if keys else {}
        return {key.record_id: its.values for key, its in found.items() if not its.deleted}


def begin(agent: Agent, kind: str, name: str, data: bytes, author: str) -> Batch:
    """Keep a file to look at.

    :raises schemas.grids.NoTable: if it is none
    """
    grid = grids.grid(data)
    made = Batch(secrets.token_hex(6), kind, agent.area, name, author, agent.wall())
    _write(_path(agent, made.id), grid)
    found = replace(made, layout=json.dumps(recognised(get(kind), grid)))
    kept(agent).save(found)
    return found


def find(agent: Agent, kind: str, name: str) -> Intake | None:
    found = kept(agent).find(name)
    ours = found and found.record_type == kind and found.area == agent.area
    return Intake(agent, found) if found and ours else None


def earlier(agent: Agent, kind: str) -> list[Batch]:
    return kept(agent).of_type(kind, agent.area)


def lay_out(agent: Agent, intake: Intake, layout: Layout) -> None:
    """Read the columns of the file as a person said."""
    kept(agent).put(intake.batch.id, layout=json.dumps(layout))


def confirm(agent: Agent, intake: Intake, with_twins: bool) -> int:
    """Decide what is written, and that it may be; return how many rows that is."""
    rows = list(intake.chosen(with_twins))
    _write(_path(agent, intake.batch.id, ROWS), rows)
    kept(agent).put(intake.batch.id, state=states.RUNNING, total=len(rows))
    return len(rows)


def discard(agent: Agent, intake: Intake) -> None:
    _clear(agent, intake.batch.id)
    kept(agent).drop(intake.batch.id)


def work(agent: Agent, name: str) -> None:
    """Go on with what was confirmed, or is being taken back, to its end."""
    found = kept(agent).find(name)
    assert found
    journal = kept(agent).journal(name)
    if found.state == states.RUNNING:
        said = _read(_path(agent, name, ROWS))
        rows = (Row(n, Key(found.area, found.record_type, i), values) for n, i, values in said)
        for _ in batches.put_all(agent.replica(), rows, journal, found.author):
            agent.sync_soon()
        kept(agent).put(name, state=states.DONE)
        _clear(agent, name)
    if found.state == states.UNDOING:
        for _ in batches.undo_all(agent.replica(), journal, found.author):
            agent.sync_soon()
        kept(agent).put(name, state=states.UNDONE)


def take_back(agent: Agent, intake: Intake, author: str) -> None:
    """From now on what was written may be taken back, in the name of who asked for it."""
    kept(agent).put(intake.batch.id, state=states.UNDOING, author=author)


def kept(agent: Agent) -> Batches:
    return Batches(agent.store())


def _path(agent: Agent, name: str, part: str = "") -> Path:
    return agent.folder / FOLDER / f"{name}{part}.json"


def _write(path: Path, found: object) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(found, ensure_ascii=False), "utf-8")


def _read(path: Path) -> Any:
    try:
        return json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise FileGone(path.name) from error


def _clear(agent: Agent, name: str) -> None:
    for part in ("", ROWS):
        _path(agent, name, part).unlink(missing_ok=True)
