"""Records in the order in which they last changed, a page at a time: for programs that read.

The place of a record is that of its last merged change in the log, so whoever has read up to a
place finds all that changed since after it, deletions too, and nothing twice.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from schemas.record import get
from sync.changes import Key
from sync.clock import Timestamp
from sync.merge import Record
from sync.stores import dialect
from sync.stores.sqlite import SqliteStore

from . import database
from .database import Database

SQL = """
    select place, area, record_id, at, received from log {by_place}
    where place > ? and place <= ? and record_type = ? and held = '' and {among}
    and not exists (
        select 1 from log as later {by_record}
        where later.area = log.area and later.record_type = log.record_type
        and later.record_id = log.record_id and later.place > log.place
        and later.place <= ? and later.held = '')
    order by place limit ?
"""


class Item(NamedTuple):
    place: int
    record: Record
    received: int  # when the server had its last change, in milliseconds


class Page(NamedTuple):
    items: list[Item]
    cursor: int  # where the next page begins
    more: bool


def page(
    store: SqliteStore, record_type: str, areas: Collection[str], after: int, limit: int
) -> Page:
    """What changed after that place, the oldest change first."""
    get(record_type)
    end = store.end()  # first, so that no later arrival is passed over
    rows = changed(store.db, (after, end), record_type, areas, limit + 1)
    more, rows = len(rows) > limit, rows[:limit]
    keys = [Key(area, record_type, name) for _, area, name, _ in rows]
    records = store.load(keys) if keys else {}
    items = [
        Item(place, records[key], received)
        for key, (place, _, _, received) in zip(keys, rows, strict=True)
    ]
    return Page(items, rows[-1][0] if more else end, more)


def one(store: SqliteStore, record_type: str, area: str, record_id: str) -> Item | None:
    """That record; None if there is none."""
    key = Key(area, record_type, record_id)
    merged = [entry for entry in store.history([key]) if not entry.reason]
    record = store.load([key])[key]
    if not merged or not record.cells:
        return None
    last = merged[-1]
    return Item(0, record, last.received or last.change.at.millis)


def changed(
    db: Database, span: tuple[int, int], record_type: str, areas: Collection[str], limit: int
) -> list[tuple[int, str, str, int]]:
    """The place, area and id of each record, and when its last change was received."""
    (after, end), to = span, dialect.of(db)
    among, values = to.among("area", areas)
    by_place, by_record = to.by_index(""), to.by_index("recorded")
    sql = SQL.format(among=among, by_place=by_place, by_record=by_record)
    rows = database.rows(db, sql, [after, end, record_type, *values, end, limit])
    return [(row[0], row[1], row[2], row[4] or Timestamp.parse(row[3]).millis) for row in rows]
