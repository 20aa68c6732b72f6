"""Copies of a database in use: whole and sound, or not there at all."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from ..errors import StoreDamaged
from .faults import translated


def backup(conn: sqlite3.Connection, path: Path) -> None:
    """Copy the database to ``path`` under another name first, and read it back.

    :raises StoreUnusable: if it cannot be written, or does not read back
    """
    draft = path.with_name(f"{path.name}.part")
    draft.unlink(missing_ok=True)
    try:
        with translated(), closing(sqlite3.connect(draft, isolation_level=None)) as copy:
            conn.backup(copy)
            copy.execute("pragma journal_mode = delete")  # one file, nothing beside it
            check(copy)
        _to_disk(draft)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
    if os.name == "posix":
        _to_disk(path.parent)


def check(conn: sqlite3.Connection) -> None:
    """:raises StoreDamaged: if the database is not sound"""
    with translated():
        ((verdict,),) = conn.execute("pragma quick_check(1)").fetchall()
    if verdict != "ok":
        raise StoreDamaged(verdict)


def _to_disk(path: Path) -> None:
    handle = os.open(path, os.O_RDWR if path.is_file() else os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
