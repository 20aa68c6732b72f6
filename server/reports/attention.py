"""What waits for a person: changes that were parked, and fields that two people wrote.

Both are records that the engine keeps (``sync.judge``), so they are read from its own
table. A conflict is open as long as it holds a write that nobody has closed.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from sqlite_utils import Database

from sync.changes import CONFLICT, PARKED, Change, Key, device_of
from sync.clock import Timestamp
from sync.judge import is_open
from sync.merge import Record
from sync.ports import Store
from sync.rows import RECORD, row_record


@dataclass(frozen=True)
class Write:
    """One of the values that compete, who wrote it, and by their own clock when."""

    value: object
    author: str
    device: str
    at: Timestamp

    @property
    def millis(self) -> int:
        return self.at.millis


@dataclass(frozen=True)
class Conflict:
    key: Key  # of the record in dispute
    field: str
    writes: tuple[Write, ...]  # the newest, which stands, first


@dataclass(frozen=True)
class Parked:
    key: Key  # of the record that the change was meant for
    home: str  # the area that was told
    reason: str
    fields: Mapping[str, object]
    author: str
    device: str
    millis: int


def disputed(db: Database, areas: Collection[str]) -> set[Key]:
    """The records that an open conflict is about."""
    return {_subject(record) for record in records(db, CONFLICT, areas) if is_open(record)}


def conflicts(db: Database, store: Store, areas: Collection[str]) -> list[Conflict]:
    """Open conflicts, the one that was written to last first."""
    found = [record for record in records(db, CONFLICT, areas) if is_open(record)]
    stamps = [Timestamp.parse(at) for record in found for at in _writes(record)]
    changes = {at: entry.change for at, entry in store.find(stamps).items()}
    read = [_conflict(record, changes) for record in found]
    return sorted(read, key=lambda conflict: conflict.writes[0].millis, reverse=True)


def about(db: Database, store: Store, key: Key) -> list[Conflict]:
    """The open conflicts of one record."""
    return [conflict for conflict in conflicts(db, store, [key.area]) if conflict.key == key]


def parked(db: Database, areas: Collection[str]) -> list[Parked]:
    """Changes that were not merged, the newest first."""
    found = [_parked(record) for record in records(db, PARKED, areas) if not record.deleted]
    return sorted(found, key=lambda parked: parked.millis, reverse=True)


def waiting(db: Database, areas: Collection[str]) -> int:
    """How many of both there are."""
    return len(parked(db, areas)) + sum(map(is_open, records(db, CONFLICT, areas)))


def records(db: Database, record_type: str, areas: Collection[str]) -> Iterator[Record]:
    """The records of a type as the engine holds them: all their fields, and when each was set."""
    where = "record_type = ? and area in (select value from json_each(?))"
    sql = f"select {', '.join(RECORD)} from records where {where}"
    return map(row_record, db.execute(sql, [record_type, json.dumps(sorted(areas))]))


def _conflict(record: Record, changes: Mapping[Timestamp, Change]) -> Conflict:
    stamps = sorted(map(Timestamp.parse, _writes(record)), reverse=True)
    writes = tuple(_write(at, _writes(record)[str(at)], changes.get(at)) for at in stamps)
    return Conflict(_subject(record), str(record.values["field"]), writes)


def _write(at: Timestamp, value: object, change: Change | None) -> Write:
    author, replica = (change.author, change.replica) if change else ("", "")
    return Write(value, author, device_of(replica), at)


def _parked(record: Record) -> Parked:
    values = record.values
    fields = values.get("fields")
    return Parked(
        key=_subject(record),
        home=record.key.area,
        reason=str(values.get("reason", "")),
        fields=fields if isinstance(fields, dict) else {},
        author=str(values.get("author", "")),
        device=device_of(str(values.get("replica", ""))),
        millis=Timestamp.parse(record.key.record_id).millis,
    )


def _subject(record: Record) -> Key:
    named = record.values.get("record")
    return Key(*named) if isinstance(named, list) and len(named) == 3 else record.key


def _writes(record: Record) -> dict[str, object]:
    found = record.values.get("writes")
    return found if isinstance(found, dict) else {}
