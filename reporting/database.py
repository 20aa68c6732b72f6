"""One statement at a time, in the dialect of the database that is asked.

The database is what the store keeps its tables in: its ``conn`` executes a statement. An error
of the database that a person can do something about becomes one of ``sync.errors``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Protocol

from sync.stores import dialect
from sync.stores.sqlite_errors import translated

AT_ONCE = 500  # rows that are fetched together


class Database(Protocol):
    """``sqlite_utils.Database``, or another that names its ``dialect``."""

    @property
    def conn(self) -> Any:
        """The connection of this thread, as the DB-API has it, with ``execute``."""


def rows(db: Database, sql: str, args: Sequence[object] = ()) -> list[tuple[Any, ...]]:
    """All rows of the answer.

    :raises StoreUnusable: or its child, for what is wrong with the disk and not with us
    """
    with translated():
        answer: list[tuple[Any, ...]] = _execute(db, sql, args).fetchall()
    return answer


def named(db: Database, sql: str, args: Sequence[object] = ()) -> list[dict[str, Any]]:
    """The same, each row with the names of its columns.

    :raises StoreUnusable: as ``rows``
    """
    with translated():
        cursor = _execute(db, sql, args)
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def one(db: Database, sql: str, args: Sequence[object] = ()) -> tuple[Any, ...]:
    """The only row of the answer.

    :raises StoreUnusable: as ``rows``
    """
    (row,) = rows(db, sql, args)
    return row


def batches(db: Database, sql: str, args: Sequence[object] = ()) -> Iterator[list[tuple[Any, ...]]]:
    """The rows as they are read, so many at a time: a long answer needs no more memory.

    :raises StoreUnusable: as ``rows``
    """
    with translated():
        cursor = _execute(db, sql, args)
        while batch := cursor.fetchmany(AT_ONCE):
            yield batch


def _execute(db: Database, sql: str, args: Sequence[object]) -> Any:
    return db.conn.execute(dialect.of(db).placed(sql), list(args))
