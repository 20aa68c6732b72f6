"""SQLite's errors in the engine's words: what a person can do about them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from ..errors import StoreBusy, StoreDamaged, StoreFull, StoreReadOnly, StoreUnusable
from .cipher import engine

# SQLCipher says the same sentences, in classes of its own.
ENGINES = (sqlite3, engine) if engine else (sqlite3,)
ERRORS: tuple[type[Exception], ...] = tuple(each.Error for each in ENGINES)
BROKEN: tuple[type[Exception], ...] = tuple(each.DatabaseError for each in ENGINES)
KINDS = {  # by SQLite's own sentences; its codes are in Python only from 3.11 on
    "locked": StoreBusy,
    "is full": StoreFull,
    "malformed": StoreDamaged,
    "not a database": StoreDamaged,
    "readonly": StoreReadOnly,
    "unable to open": StoreUnusable,
    "disk I/O": StoreUnusable,
}


@contextmanager
def translated() -> Iterator[None]:
    """:raises StoreUnusable: or its child, for what is wrong with the disk and not with us"""
    try:
        yield
    except BROKEN as exc:
        for words, kind in KINDS.items():
            if words in str(exc):
                raise kind(str(exc)) from exc
        raise
