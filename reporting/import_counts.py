"""What a centre's machine has brought since a place in the log, counted."""

from __future__ import annotations

from typing import NamedTuple

from sync.changes import CONFLICT, REPEAT
from sync.stores import dialect

from . import database
from .database import Database


class Counts(NamedTuple):
    new: int  # changes that the province did not have before
    parked: int  # of these, put aside for a person
    conflicts: int  # that were opened in its area meanwhile


def since(db: Database, place: int, replicas: set[str], area: str) -> Counts:
    """Of changes that came after that place of the log from those replicas."""
    new = parked = 0
    log = f"log {dialect.of(db).by_index('numbered')}"
    for replica in replicas:
        sql = (
            f"select count(*), count(nullif(held, '')) from {log} "
            f"where replica = ? and place > ? and held <> '{REPEAT}'"
        )
        both = database.one(db, sql, [replica, place])
        new, parked = new + both[0], parked + both[1]
    sql = (
        "select count(distinct record_id) from log "
        "where held = '' and area = ? and place > ? and record_type = ?"
    )
    (conflicts,) = database.one(db, sql, [area, place, CONFLICT])
    return Counts(new, parked, conflicts)
