"""A write to the province's own tables: all of it or none, one writer at a time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlite_utils import Database

from sync.stores.sqlite_errors import translated


@contextmanager
def at_once(db: Database) -> Iterator[None]:
    """Joins a transaction that is under way; else begins one that waits for its turn.

    :raises StoreUnusable: if the database cannot be written
    """
    if db.conn.in_transaction:
        yield
        return
    with translated():
        # IMMEDIATE: two that read first and write then would make one of them fail.
        db.conn.execute("begin immediate")
        try:
            yield
            db.conn.execute("commit")
        except BaseException:
            db.conn.rollback()
            raise
