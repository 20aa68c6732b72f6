"""SQLite's errors in the engine's words: what a person can do about them."""

from __future__ import annotations

import sqlite3

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


class translated:  # noqa: N801  # used as a function is: ``with translated():``
    """A context in which SQLite's errors become ours.

    Every statement enters it, and a class costs a fifth of what a generator does.

    :raises StoreUnusable: or its child, for what is wrong with the disk and not with us
    :raises sqlite3.Error: for the rest, also where SQLCipher has a class of its own for it
    """

    __slots__ = ()

    def __enter__(self) -> None:
        """Nothing is needed before."""

    def __exit__(self, kind: object, error: BaseException | None, _: object) -> None:
        if error is not None and isinstance(error, errors()) and (ours := _ours(error)):
            raise ours from error


def _ours(error: BaseException) -> Exception | None:
    """What is raised instead; None where it is right as it is."""
    for words, kind in KINDS.items():
        if words in str(error):
            return kind(str(error))
    if isinstance(error, sqlite3.Error):
        return None
    made: Exception = getattr(sqlite3, type(error).__name__, sqlite3.Error)(str(error))
    return made
