"""The people who work at this computer, each with a PIN.

The PIN identifies who types, so that two people on one machine are distinguished; it does not
encrypt the disk. Wrong PINs are counted before they are checked, in the database, so
neither a restart nor guessing in parallel gets round the wait.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from contextlib import suppress
from typing import Any, NamedTuple

from schemas.throttle import GrowingWait, past
from sync.errors import StoreFull, StoreReadOnly
from sync.stores.sqlite import SqliteStore

from ..errors import LastPerson, NameTaken, PinThrottled, PinTooShort, WrongPin
from ..storage.table import Table

SHORTEST = 4
WRONG_PINS = GrowingWait(free=5, first=30, longest=900)
OPERATIONS, MEMORY = 2, 19 * 1024 * 1024  # of Argon2id: 13 ms on a weak machine

COLUMNS = {
    "name": str,
    "pin": str,
    "added": int,
    "failed": int,
    "failed_at": int,
    "retired": int,
}
FORMER = {"name": str, "now": str, "at": int}  # what people were called; records keep that name


class Person(NamedTuple):
    name: str
    added: int  # ms
    retired: int  # ms; 0: still works here


class Staff:
    def __init__(self, store: SqliteStore, wall: Callable[[], int]) -> None:
        self._store = store
        self._table = Table(store, "staff", COLUMNS, "name")
        self._former = Table(store, "staff_former", FORMER, "name")
        self._wall = wall

    def names(self) -> list[str]:
        """Those who may log in, in the order in which they were added."""
        return [person.name for person in self.everybody() if not person.retired]

    def everybody(self) -> list[Person]:
        """Also those who have retired, in the order in which they were added."""
        rows = self._table.find("added, name")
        return [Person(row["name"], row["added"], row["retired"] or 0) for row in rows]

    def former(self) -> dict[str, str]:
        """Current names by former names."""
        return {row["name"]: row["now"] for row in self._former.find()}

    def current(self, name: str) -> str:
        """The person's current name; "" if retired. An unknown name is returned unchanged."""
        name = self.former().get(name, name)
        rows = self._table.find(name=name)
        return "" if rows and rows[0]["retired"] else name

    def add(self, name: str, pin: str) -> str:
        """Add a person; return the name as it is kept.

        :raises PinTooShort:  :raises NameTaken: also for an empty name
        """
        name, stored = _tidy(name), _hash(pin)
        with self._store.transaction():
            self._must_be_free(name)
            now = self._wall()
            self._table.put(name=name, pin=stored, added=now, failed=0, failed_at=0, retired=0)
        return name

    def rename(self, name: str, wanted: str) -> str:
        """Rename the person; return the name as it is kept. Records keep the old one.

        :raises NameTaken: also for an empty name, and for one that somebody else had before
        :raises WrongPin: for an unknown name
        """
        name, new = _tidy(name), _tidy(wanted)
        with self._store.transaction():
            row = self._known(name)
            if new == name:
                return name
            self._must_be_free(new, but=name)
            self._table.drop(name=name)
            self._table.put(**{**row, "name": new})
            self._former.drop(name=new)
            for before in self._former.find(now=name):
                self._former.put(**{**before, "now": new})
            self._former.put(name=name, now=new, at=self._wall())
        return new

    def retire(self, name: str) -> None:
        """The person may no longer log in; what they wrote stays.

        :raises LastPerson: if nobody else could log in then  :raises WrongPin: for an unknown name
        """
        name = _tidy(name)
        with self._store.transaction():
            self._known(name)
            if not set(self.names()) - {name}:
                raise LastPerson(name)
            self._table.change(name, retired=self._wall())

    def bring_back(self, name: str) -> None:
        """Let the person log in again, with the PIN that they had.

        :raises WrongPin: for an unknown name
        """
        name = _tidy(name)
        with self._store.transaction():
            self._known(name)
            self._table.change(name, retired=0, failed=0)

    def change(self, name: str, pin: str) -> None:
        """Set another PIN and reset the count of wrong ones.

        :raises PinTooShort:  :raises WrongPin: for an unknown name
        """
        name, stored = _tidy(name), _hash(pin)
        with self._store.transaction():
            self._known(name)
            self._table.change(name, pin=stored, failed=0)

    def check(self, name: str, pin: str) -> None:
        """Check a PIN.

        :raises WrongPin: also for an unknown name  :raises PinThrottled: after too many of them
        """
        from nacl.exceptions import InvalidkeyError
        from nacl.pwhash import argon2id

        stored = self._stored(_tidy(name))
        try:
            argon2id.verify(stored.encode(), pin.encode())
        except InvalidkeyError as exc:
            raise WrongPin(name) from exc
        with suppress(StoreFull, StoreReadOnly):
            self._table.change(_tidy(name), failed=0)

    def _stored(self, name: str) -> str:
        """The hash to check a PIN against, counted as one more try.

        On a full disk people can still log in, read, and export the work to a stick.
        """
        try:
            return self._count(name)
        except (StoreFull, StoreReadOnly):
            return str(self._active(name)["pin"])

    def _count(self, name: str) -> str:
        """Count one more try, and return the hash to check it against."""
        now = self._wall()
        with self._store.transaction():
            row = self._active(name)
            left = WRONG_PINS.wait(row["failed"], row["failed_at"], now)
            if left > 0:
                self._table.change(name, failed_at=past(row["failed_at"], now))
            else:
                self._table.change(name, failed=row["failed"] + 1, failed_at=now)
        if left > 0:
            raise PinThrottled(left)
        return str(row["pin"])

    def _must_be_free(self, name: str, but: str = "") -> None:
        """A name never means two people, not even in turn: records name their authors."""
        taken = {row["name"] for row in self._table.find()}
        taken |= {before for before, now in self.former().items() if now != but}
        if not name or name in taken:
            raise NameTaken(name)

    def _active(self, name: str) -> dict[str, Any]:
        row = self._known(name)
        if row["retired"]:
            raise WrongPin(name)
        return row

    def _known(self, name: str) -> dict[str, Any]:
        rows = self._table.find(name=name)
        if not rows:
            raise WrongPin(name)
        return rows[0]


def _hash(pin: str) -> str:
    from nacl.pwhash import argon2id

    if len(pin) < SHORTEST:
        raise PinTooShort(str(SHORTEST))
    stored: bytes = argon2id.str(pin.encode(), OPERATIONS, MEMORY)
    return stored.decode()


def _tidy(name: str) -> str:
    return unicodedata.normalize("NFC", " ".join(name.split()))
