"""What waits for a person, and what was dealt with: parked changes, and fields that two wrote.

Both are records that the engine keeps (``sync.review``), so they are read from its own
table. A conflict is open as long as it lists a write that nobody has closed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import partial

from schemas.tables.columns import projections
from sync.changes import CONFLICT, PARKED, Key
from sync.decisions import is_listed, is_waiting, subject
from sync.merge import Record
from sync.review import is_open
from sync.rows import RECORD, readable_record
from sync.stores import dialect

from . import database
from .database import Database


def disputed(db: Database, areas: Collection[str] | None) -> dict[Key, Key]:
    """The records that an open conflict is about, each with one such conflict."""
    open_ones = (record for record in records(db, CONFLICT, areas) if is_open(record))
    return {subject(record): record.key for record in open_ones}


def notices(
    db: Database, areas: Collection[str], kinds: Collection[str] = (CONFLICT, PARKED)
) -> list[Record]:
    """The conflicts and parked changes of those areas, answered or not."""
    return [one for kind in kinds for one in records(db, kind, areas) if is_listed(one)]


def about(db: Database, key: Key) -> list[Record]:
    """The open conflicts of one record."""
    conflicts = records(db, CONFLICT, [key.area])
    return [one for one in conflicts if is_waiting(one) and subject(one) == key]


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
