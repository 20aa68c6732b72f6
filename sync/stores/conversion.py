"""Re-encrypts a database under another key, or none, and compares it row by row."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from itertools import zip_longest
from pathlib import Path

from ..errors import StoreBusy, StoreDamaged
from . import cipher, private_files
from .backups import check
from .connection import PATIENCE
from .dialect import quoted
from .sqlite_errors import translated

NOTHING = object()


def rewrite(path: Path, to: Path, key: bytes, new_key: bytes) -> None:
    """Write all of the database to the new file ``to``, encrypted with ``new_key`` if there is one.

    Its write-ahead log is merged into the file itself; no log is left beside it.

    :raises StoreBusy: if another program has it open  :raises CipherMissing:
    :raises StoreDamaged: if it is not sound, or was not written as it is
    """
    old_key = key if cipher.is_sealed(path, key) else b""
    with translated(), closing(cipher.open_sealed(path, old_key, timeout=PATIENCE)) as conn:
        _alone(conn)
        check(conn)
        private_files.database(to)
        conn.execute("attach ? as anew key ?", [str(to), cipher.phrase(new_key)])
        conn.execute("begin")  # all tables and indexes at once, not a wait for the disk for each
        conn.execute("select sqlcipher_export('anew')").fetchall()
        conn.execute("commit")
        conn.execute("detach anew")
        conn.execute("attach ? as anew key ?", [str(to), cipher.phrase(new_key)])  # from the disk
        compare(conn)


def _alone(conn: sqlite3.Connection) -> None:
    """:raises StoreBusy: if the write-ahead log cannot be given up"""
    ((mode,),) = conn.execute("pragma journal_mode = delete").fetchall()
    if mode != "delete":
        raise StoreBusy("another program has the database open")


def compare(conn: sqlite3.Connection) -> None:
    """Compare the database with the one that is attached to it as ``anew``, row by row.

    :raises StoreDamaged: if they are not the same
    """
    ((verdict,),) = conn.execute("pragma anew.quick_check(1)").fetchall()
    if verdict != "ok":
        raise StoreDamaged(verdict)
    schema = "select type, name, sql from {}.sqlite_master order by type, name"
    tables = [name for kind, name, _ in conn.execute(schema.format("main")) if kind == "table"]
    _same(conn, schema.format("main"), schema.format("anew"))
    for name in tables:
        _same(conn, f"select * from main.{quoted(name)}", f"select * from anew.{quoted(name)}")


def _same(conn: sqlite3.Connection, first: str, second: str) -> None:
    for before, after in zip_longest(conn.execute(first), conn.execute(second), fillvalue=NOTHING):
        if before != after:
            raise StoreDamaged("the new file is not the same as the old one")
