"""What a centre's machine has brought since a place in the log, counted."""

from __future__ import annotations

from typing import NamedTuple

from sqlite_utils import Database

from sync.changes import CONFLICT, REPEAT


class Counts(NamedTuple):
    new: int  # changes that were not here before
    parked: int  # of these, put aside for a person
    conflicts: int  # that were opened in its area meanwhile


def since(db: Database, place: int, replicas: set[str], area: str) -> Counts:
    """Of changes that came after that place of the log from those replicas."""
    new = parked = 0
    for replica in replicas:
        sql = (
            "select count(*), count(nullif(held, '')) from log indexed by numbered "
            f"where replica = ? and place > ? and held <> '{REPEAT}'"
        )
        found = db.execute(sql, [replica, place]).fetchone()
        new, parked = new + found[0], parked + found[1]
    sql = (
        "select count(distinct record_id) from log "
        "where held = '' and area = ? and place > ? and record_type = ?"
    )
    (conflicts,) = db.execute(sql, [area, place, CONFLICT]).fetchone()
    return Counts(new, parked, conflicts)
