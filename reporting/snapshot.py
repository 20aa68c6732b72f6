"""One moment of the database for all the figures of a page."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from schemas.fields import Related
from schemas.record import RecordSchema, fields, record_types
from sync.stores import dialect

from .database import Database


class Stamp(NamedTuple):
    """What a report rests on: printed on every page and paper, so that two can be compared."""

    millis: int
    centres: int
    place: int  # of the last change in the server's log


@contextmanager
def snapshot(db: Database) -> Iterator[None]:
    """Every query of the block sees the same records, whatever arrives meanwhile."""
    db.conn.execute(dialect.of(db).one_moment)
    try:
        yield
    finally:
        db.conn.rollback()


def _related(schema: type[RecordSchema]) -> Iterator[Related]:
    return (field for field in fields(schema).values() if isinstance(field, Related))


def prepare(db: Database) -> None:
    """Make the indexes that the reports lean on, beside those of the record types' keys."""
    for name in sorted({field.to for s in record_types().values() for field in _related(s)}):
        db.conn.execute(f'create index if not exists "{name}_named" on "{name}" (_id)')
    db.conn.execute(
        "create index if not exists activity_reported on activity "
        "(_deleted, held_from, _area, _id, category, form)"
    )
