"""SQLite's errors in the engine's words: what a person can do about them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from ..errors import StoreBusy, StoreDamaged, StoreFull, StoreReadOnly, StoreUnusable
from .cipher import errors

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
    """:raises StoreUnusable: or its child, for what is wrong with the disk and not with us
    :raises sqlite3.Error: for the rest, also where SQLCipher has a class of its own for it
    """
    try:
        yield
    except errors() as exc:
        for words, kind in KINDS.items():
            if words in str(exc):
                raise kind(str(exc)) from exc
        if isinstance(exc, sqlite3.Error):
            raise
        raise getattr(sqlite3, type(exc).__name__, sqlite3.Error)(str(exc)) from exc
