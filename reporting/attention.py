"""What waits for a person, and what was dealt with: parked changes, and fields that two wrote.

Both are records that the engine keeps (``sync.review``), so they are read from its own
table. A conflict is open as long as it holds a write that nobody has closed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from schemas.tables.columns import projections
from sync import decisions
from sync.changes import CONFLICT, PARKED, Entry, Key, device_of
from sync.clock import Timestamp
from sync.decisions import Answer, is_listed, is_waiting, subject
from sync.merge import Record
from sync.ports import Store
from sync.review import is_open
from sync.rows import RECORD, readable_record
from sync.stores import dialect

from . import database
from .database import Database
from .history import Writing, written

Entries = Mapping[Timestamp, Entry]


@dataclass(frozen=True)
class Write:
    """One of the values that compete, and who wrote it when."""

    at: Timestamp
    value: object
    by: Writing
    is_new: bool = False  # it came after somebody had decided


@dataclass(frozen=True)
class Ending:
    """Who dealt with it, when and how; ``how`` is empty for conflicts."""

    author: str
    millis: int
    how: str = ""
    why: str = ""


@dataclass(frozen=True)
class Conflict:
    notice: Record
    key: Key  # of the record in dispute
    field: str
    writes: tuple[Write, ...]  # the newest first
    ending: Ending | None  # None: it is open


@dataclass(frozen=True)
class Parked:
    notice: Record
    key: Key  # of the record that the change was meant for
    home: str  # the area that was told
    reason: str
    fields: Mapping[str, object]
    by: Writing
    ending: Ending | None


def disputed(db: Database, areas: Collection[str] | None) -> dict[Key, Key]:
    """The records that an open conflict is about, each with one such conflict."""
    open_ones = (record for record in records(db, CONFLICT, areas) if is_open(record))
    return {subject(record): record.key for record in open_ones}


def conflicts(db: Database, store: Store, areas: Collection[str]) -> list[Conflict]:
    """The one that was written to last first."""
    found = [record for record in records(db, CONFLICT, areas) if is_listed(record)]
    entries = _entries(store, found)
    read = [_conflict(record, entries) for record in found]
    return sorted(read, key=lambda conflict: conflict.notice.at, reverse=True)


def about(db: Database, store: Store, key: Key) -> list[Conflict]:
    """The open conflicts of one record."""
    found = conflicts(db, store, [key.area])
    return [conflict for conflict in found if conflict.key == key and not conflict.ending]


def parked(db: Database, store: Store, areas: Collection[str]) -> list[Parked]:
    """Changes that were not merged, the newest first."""
    found = [record for record in records(db, PARKED, areas) if is_listed(record)]
    entries = _entries(store, found)
    read = [_parked(record, entries) for record in found]
    return sorted(read, key=lambda parked: parked.by.claimed, reverse=True)


def one_conflict(store: Store, notice: Record) -> Conflict:
    return _conflict(notice, _entries(store, [notice]))


def one_parked(store: Store, notice: Record) -> Parked:
    return _parked(notice, _entries(store, [notice]))


def waiting(db: Database, areas: Collection[str]) -> int:
    """How many of both there are."""
    return sum(is_waiting(r) for kind in (CONFLICT, PARKED) for r in records(db, kind, areas))


def records(db: Database, record_type: str, areas: Collection[str] | None) -> Iterator[Record]:
    """The records of a type as the engine keeps them: all their fields, and when each was set.

    ``None``: of all areas.
    """
    among, values = ("1 = 1", []) if areas is None else dialect.of(db).among("area", areas)
    sql = f"select {', '.join(RECORD)} from records where record_type = ? and {among}"
    readable = partial(readable_record, projections=projections())
    return (
        record
        for batch in database.batches(db, sql, [record_type, *values])
        for record in map(readable, batch)
        if record
    )


def _conflict(record: Record, entries: Entries) -> Conflict:
    closed = record.values.get("closed")
    seen = closed if isinstance(closed, list) else []
    writes = (
        Write(w.at, w.value, written(w.at, entries.get(w.at)), bool(seen) and str(w.at) not in seen)
        for w in decisions.writes(record)
    )
    field = str(record.values.get("field", ""))
    return Conflict(record, subject(record), field, tuple(writes), _ending(record, entries))


def _parked(record: Record, entries: Entries) -> Parked:
    values, at = record.values, Timestamp.parse(record.key.record_id)
    by = written(at, entries.get(at))
    return Parked(
        notice=record,
        key=subject(record),
        home=record.key.area,
        reason=str(values.get("reason", "")),
        fields=decisions.content(record),
        by=by._replace(**_told(values)),
        ending=_ending(record, entries),
    )


def _told(values: Mapping[str, Any]) -> dict[str, Any]:
    """What the notice itself says of who made the change; the log may have been lost since."""
    received, offset = values.get("times") or (0, 0)
    device = device_of(str(values.get("replica", "")))
    who = str(values.get("author", ""))
    return {"author": who, "device": device, "received": received, "offset": offset}


def _entries(store: Store, notices: Collection[Record]) -> Entries:
    """What the log holds of all the writes that these speak of."""
    stamps = [write.at for notice in notices for write in decisions.writes(notice)]
    stamps += [Timestamp.parse(n.key.record_id) for n in notices if n.key.record_type == PARKED]
    stamps += [notice.cells["closed"].at for notice in notices if "closed" in notice.cells]
    return store.find(stamps)


def _ending(record: Record, entries: Entries) -> Ending | None:
    if is_waiting(record) or "closed" not in record.cells:
        return None
    at = record.cells["closed"].at
    said = decisions.answer(record) if record.key.record_type == PARKED else Answer("")
    return Ending(written(at, entries.get(at)).author, at.millis, *said)
