"""Records in the order in which they last changed, a page at a time: for programs that read.

A record stands where its last merged change lies in the log, so whoever has read up to a
place finds all that changed since after it, deletions too, and nothing twice.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from typing import NamedTuple

from sqlite_utils import Database

from schemas.record import get
from sync.changes import Key
from sync.clock import Timestamp
from sync.merge import Record
from sync.stores.sqlite import SqliteStore

SQL = """
    select place, area, record_id, at, received from log not indexed
    where place > :after and place <= :end and record_type = :type and held = ''
    and area in (select value from json_each(:areas))
    and not exists (
        select 1 from log as later indexed by recorded
        where later.area = log.area and later.record_type = log.record_type
        and later.record_id = log.record_id and later.place > log.place
        and later.place <= :end and later.held = '')
    order by place limit :limit
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
    asked = {"after": after, "end": end, "type": record_type, "limit": limit + 1}
    found = _rows(store.db, {**asked, "areas": json.dumps(sorted(areas))})
    more, found = len(found) > limit, found[:limit]
    keys = [Key(area, record_type, name) for _, area, name, _ in found]
    records = store.load(keys) if keys else {}
    items = [
        Item(place, records[key], received)
        for key, (place, _, _, received) in zip(keys, found, strict=True)
    ]
    return Page(items, found[-1][0] if more else end, more)


def one(store: SqliteStore, record_type: str, area: str, record_id: str) -> Item | None:
    """That record; None if there is none."""
    key = Key(area, record_type, record_id)
    merged = [entry for entry in store.history([key]) if not entry.reason]
    record = store.load([key])[key]
    if not merged or not record.cells:
        return None
    last = merged[-1]
    return Item(0, record, last.received or last.change.at.millis)


def _rows(db: Database, asked: dict[str, object]) -> list[tuple[int, str, str, int]]:
    rows = db.conn.execute(SQL, asked).fetchall()
    return [(row[0], row[1], row[2], row[4] or Timestamp.parse(row[3]).millis) for row in rows]
