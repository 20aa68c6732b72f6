"""The people who work at this computer, each with a PIN.

The PIN says who types, so that two people on one machine are told apart; it does not
encrypt the disk. Wrong PINs are counted before they are checked, in the database, so
neither a restart nor guessing in parallel gets round the wait.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

from sync.stores.sqlite import SqliteStore

from .errors import NameTaken, PinThrottled, PinTooShort, WrongPin
from .rows import rows

SHORTEST = 4
FREE, FIRST, LONGEST = 5, 30, 900  # wrong PINs without a wait; seconds
OPERATIONS, MEMORY = 2, 19 * 1024 * 1024  # of Argon2id: 13 ms on a weak machine

_TABLE = """
    create table if not exists staff (
        name text primary key, pin text, added integer, failed integer, failed_at integer
    )
"""


class Staff:
    def __init__(self, store: SqliteStore, wall: Callable[[], int]) -> None:
        self._store = store
        self._wall = wall
        rows(store, _TABLE)

    def names(self) -> list[str]:
        return [
            name for (name,) in rows(self._store, "select name from staff order by added, name")
        ]

    def add(self, name: str, pin: str) -> str:
        """Add a person; return the name as it is kept.

        :raises PinTooShort:  :raises NameTaken: also for an empty name
        """
        name, stored = _tidy(name), _hash(pin)
        with self._store.transaction():
            if not name or name in self.names():
                raise NameTaken(name)
            row = [name, stored, self._wall(), 0, 0]
            rows(self._store, "insert into staff values (?, ?, ?, ?, ?)", row)
        return name

    def change(self, name: str, pin: str) -> None:
        """Give a person another PIN, and a clean slate.

        :raises PinTooShort:
        """
        sql = "update staff set pin = ?, failed = 0 where name = ?"
        rows(self._store, sql, [_hash(pin), _tidy(name)])

    def check(self, name: str, pin: str) -> None:
        """Let the person in.

        :raises WrongPin: also for an unknown name  :raises PinThrottled: after too many of them
        """
        from nacl.exceptions import InvalidkeyError
        from nacl.pwhash import argon2id

        stored = self._count(_tidy(name))
        try:
            argon2id.verify(stored.encode(), pin.encode())
        except InvalidkeyError as exc:
            raise WrongPin(name) from exc
        rows(self._store, "update staff set failed = 0 where name = ?", [_tidy(name)])

    def _count(self, name: str) -> str:
        """Count one more try, and return the hash to check it against."""
        now = self._wall()
        with self._store.transaction():
            sql = "select pin, failed, failed_at from staff where name = ?"
            found = rows(self._store, sql, [name])
            if not found:
                raise WrongPin(name)
            stored, failed, failed_at = found[0]
            since = min(failed_at, now)  # a clock that was set back must not lock out for years
            left = wait(failed) - (now - since) // 1000
            counted = [failed, since] if left > 0 else [failed + 1, now]
            sql = "update staff set failed = ?, failed_at = ? where name = ?"
            rows(self._store, sql, [*counted, name])
        if left > 0:
            raise PinThrottled(left)
        return str(stored)


def _hash(pin: str) -> str:
    from nacl.pwhash import argon2id

    if len(pin) < SHORTEST:
        raise PinTooShort(str(SHORTEST))
    stored: bytes = argon2id.str(pin.encode(), OPERATIONS, MEMORY)
    return stored.decode()


def wait(failed: int) -> int:
    """Seconds to wait after so many wrong PINs in a row."""
    if failed < FREE:
        return 0
    return int(min(FIRST * 2 ** min(failed - FREE, 10), LONGEST))


def _tidy(name: str) -> str:
    return unicodedata.normalize("NFC", " ".join(name.split()))
