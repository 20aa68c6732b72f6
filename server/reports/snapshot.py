"""One moment of the database for all the figures of a page."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from sqlite_utils import Database


class Stamp(NamedTuple):
    """What a report rests on: said on every page and paper, so that two can be compared."""

    millis: int
    centres: int
    place: int  # of the last change in the server's log


@contextmanager
def snapshot(db: Database) -> Iterator[None]:
    """Every query of the block sees the same records, whatever arrives meanwhile."""
    db.conn.execute("begin deferred")
    try:
        yield
    finally:
        db.conn.rollback()


def prepare(db: Database) -> None:
    """Make the indexes that the reports lean on, beside those of the record types' keys."""
    db.execute(
        "create index if not exists activity_reported on activity "
        "(_deleted, held_from, _area, _id, category, form)"
    )
