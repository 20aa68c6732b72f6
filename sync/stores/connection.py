"""One connection to an SQLite file: the only way the embedded store reaches it.

One connection per thread: two threads on one would share a transaction.
"""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from ..errors import StoreBusy, StoreUnusable
from . import cipher, private_files
from .sqlite_errors import translated

PATIENCE = 30  # seconds to wait for another program that writes


def connect(path: str | Path, key: bytes = b"") -> Database:
    """Open the file, or make it: encrypted, if a key is given.

    A commit is on the disk when it returns. In a folder that may not be written, what is there can
    be read.

    :raises StoreUnusable: if the file cannot be opened, or is no database
    :raises StoreLocked: if it is encrypted, and not with that key
    """
    if _is_fixed(Path(path)):
        return Database(reader(Path(path), key), execute_plugins=False)
    with translated():
        conn = _opened(path, Path(path), key)
        _write_ahead(conn)
        conn.execute("pragma synchronous = full")
        conn.execute("pragma cache_size = -8000")  # kilobytes
    conn.text_factory = readable
    return Database(conn, execute_plugins=False)


def readable(data: bytes) -> str:
    """The text of a column: one letter that is none must not stop whatever reads the row."""
    return str(data, "utf-8", "replace")


def settle(path: Path, key: bytes = b"") -> None:
    """Lay all of the write-ahead log into the file itself: what is beside it says nothing then.

    :raises StoreBusy: if another program uses it  :raises StoreUnusable: if it is not sound
    """
    with translated(), closing(_opened(path, path, key)) as conn:
        ((is_busy, *_),) = conn.execute("pragma wal_checkpoint(truncate)").fetchall()
    if is_busy:
        raise StoreBusy("another program uses the database")


def reader(path: Path, key: bytes = b"", at_rest: bool = False) -> sqlite3.Connection:
    """A connection that changes nothing, not even the write-ahead log when it is closed.

    Of a file ``at_rest`` there is no such log, and nobody writes it.
    """
    fixed = "&immutable=1" if at_rest or _is_fixed(path) else ""
    address = f"{path.absolute().as_uri()}?mode=ro{fixed}"
    with translated():
        return _opened(address, path, key, uri=True)


def _opened(address: str | Path, path: Path, key: bytes, **how: Any) -> sqlite3.Connection:
    def make(sealed: bool) -> sqlite3.Connection:
        conn: sqlite3.Connection
        if "uri" not in how:
            private_files.database(path)
        if sealed:
            conn = cipher.open_sealed(address, key, timeout=PATIENCE, **how)
        else:
            conn = sqlite3.connect(address, timeout=PATIENCE, isolation_level=None, **how)
        try:
            conn.execute("pragma schema_version").fetchone()  # reads the first page
        except BaseException:
            conn.close()
            raise
        return conn

    try:
        return cipher.opened_so(path, key, make)
    except OSError as exc:
        raise StoreUnusable(str(exc)) from exc


def _write_ahead(conn: sqlite3.Connection) -> None:
    """Keep a write-ahead log.

    A new file must be opened alone for that. SQLite gives up at once where another program tries
    the same; this waits for it.
    """
    until = time.monotonic() + PATIENCE
    while True:
        try:
            conn.execute("pragma journal_mode = wal")
            return
        except cipher.errors() as exc:
            if "locked" not in str(exc) or time.monotonic() > until:
                raise
        time.sleep(0.01)


def _is_fixed(path: Path) -> bool:
    """Whether nobody can write there: SQLite then cannot share the file, and need not."""
    log = path.with_name(f"{path.name}-wal")
    is_at_rest = not log.exists() or not log.stat().st_size
    return path.exists() and is_at_rest and not os.access(path.parent, os.W_OK)


class Connection:
    """Reads and writes rows. Whatever is wrong with the disk is a ``StoreUnusable``."""

    def __init__(self, conn: sqlite3.Connection) -> None:
        conn.isolation_level = None  # transactions begin and end where we say, nowhere else
        self.conn = conn

    @contextmanager
    def transaction(self) -> Iterator[None]:
        if self.conn.in_transaction:
            yield  # the outer one will commit, or not
            return
        # IMMEDIATE: two readers that both turn writers would make one of them fail.
        self.rows("begin immediate")
        try:
            yield
            self.rows("commit")
        except BaseException:
            self.conn.rollback()
            raise

    def rows(self, sql: str, args: Sequence[object] = ()) -> list[Any]:
        with translated():
            return self.conn.execute(sql, args).fetchall()

    def run(self, sql: str, args: Iterable[Sequence[object]]) -> None:
        """Once for each of ``args``."""
        with translated(), self.transaction():
            self.conn.executemany(sql, args)
