"""Copies of a database in use: whole and sound, or not there at all."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from ..errors import StoreDamaged
from . import damage, private_files
from .cipher import key_of, open_sealed
from .connection import readable
from .sqlite_errors import translated

AT_ONCE = 512  # pages that are copied between two pauses


def backup(conn: sqlite3.Connection, path: Path, pause: Callable[[], object] = lambda: None) -> int:
    """Copy the database to ``path`` under another name first, and read it back, row by row.

    Returns how many rows are not what was written: they were not before, either.

    The copy of an encrypted database is encrypted with the same key.

    The copy is of one moment, whatever is written meanwhile, and writers do not wait for it.

    :raises StoreUnusable: if it cannot be written, or does not read back as it is here
    """
    draft = path.with_name(f"{path.name}.part")
    draft.unlink(missing_ok=True)
    try:
        with translated(), closing(_draft(draft, key_of(conn))) as copy:
            with _moment(conn):
                conn.backup(copy, pages=AT_ONCE, progress=lambda *_: pause())
            copy.execute("pragma journal_mode = delete")  # one file, nothing beside it
            check(copy)
            damaged = _damaged(conn, copy)
        _to_disk(draft)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
    if os.name == "posix":
        _to_disk(path.parent)
    return damaged


def _damaged(conn: sqlite3.Connection, copy: sqlite3.Connection) -> int:
    """How many rows of the copy are not what was written.

    :raises StoreDamaged: if fewer are so where it was copied from
    """
    copy.text_factory = conn.text_factory = readable
    if (damaged := damage.count(copy)) and damage.count(conn) < damaged:
        raise StoreDamaged("the copy does not read back")
    return damaged


def check(conn: sqlite3.Connection) -> None:
    """Whether every page of it reads, and every index names what its table holds.

    :raises StoreDamaged: if the database is not sound
    """
    with translated():
        ((verdict,),) = conn.execute("pragma integrity_check(1)").fetchall()
    if verdict != "ok":
        raise StoreDamaged(verdict)


def _draft(path: Path, key: bytes) -> sqlite3.Connection:
    private_files.database(path)
    return open_sealed(path, key) if key else sqlite3.connect(path, isolation_level=None)


@contextmanager
def _moment(conn: sqlite3.Connection) -> Iterator[None]:
    """Read one state of the database: else every write of others restarts the copy."""
    if conn.in_transaction:
        yield
        return
    conn.execute("begin")
    try:
        conn.execute("select 1 from sqlite_master").fetchone()
        yield
    finally:
        conn.rollback()


def _to_disk(path: Path) -> None:
    handle = os.open(path, os.O_RDWR if path.is_file() else os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
