"""A store in memory: the reference that the other stores are tested against.

Its log and its records are open: who tests looks at them, and takes entries away as a disk does.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from ..changes import ASIDE, REPEAT, Change, Entry, Key
from ..clock import Timestamp
from ..merge import Record, fingerprint, total
from ..ports import Checkpoint, Damage, Head, Page


class MemoryStore:
    def __init__(self) -> None:
        self.log: list[Entry] = []
        self.spoiled: set[Timestamp] = set()
        self._damage: dict[Timestamp, Damage] = {}  # of these, what reading came across
        self.records: dict[Key, Record] = {}
        self._checkpoint = Checkpoint()
        self._busy = False

    def image(self) -> dict[str, Any]:
        """All that it holds, as it is now; ``vars(store).update`` puts it back."""
        return {
            name: value.copy() if isinstance(value, (dict, list, set)) else value
            for name, value in vars(self).items()
        }

    @contextmanager
    def transaction(self) -> Iterator[None]:
        if self._busy:
            yield  # the outer one will keep it, or not
            return
        before = self.image()
        self._busy = True
        try:
            yield
        except BaseException:
            vars(self).update(before)
            raise
        finally:
            self._busy = False

    def checkpoint(self) -> Checkpoint:
        return self._checkpoint

    def save_checkpoint(self, checkpoint: Checkpoint) -> None:
        self._checkpoint = checkpoint

    def append(self, entries: Iterable[Entry]) -> None:
        self.log.extend(entries)

    def amend(self, entries: Iterable[Entry]) -> None:
        better = {entry.change.at: entry for entry in entries}
        self.log = [
            entry if entry.reason == REPEAT else better.get(entry.change.at, entry)
            for entry in self.log
        ]

    def end(self) -> int:
        return len(self.log)

    def head(self, replica: str) -> Head:
        own = [entry.change for entry in self.log if entry.change.replica == replica]
        if not own:
            return Head()
        last = max(own, key=lambda change: (change.number, change.at))
        return Head(last.number, last.at)

    def own(self, replica: str, after: int, limit: int) -> tuple[Change, ...]:
        log = [entry.change for _, entry in self._right()]
        own = [c for c in log if c.replica == replica and c.number > after]
        return tuple(sorted(own, key=lambda c: c.number)[:limit])

    def feed(self, after: int, limit: int, areas: Collection[str], except_from: str) -> Page:
        matches = [
            (place, entry.change)
            for place, entry in self._right()
            if place > after
            and not entry.reason
            and entry.change.key.area in areas
            and entry.change.replica != except_from
        ]
        page, more = matches[:limit], len(matches) > limit
        places = tuple(place for place, _ in page)
        cursor = places[-1] if more else self.end()
        return Page(tuple(change for _, change in page), places, cursor, more)

    def find(self, stamps: Collection[Timestamp]) -> dict[Timestamp, Entry]:
        log = (entry for _, entry in self._right())
        return {e.change.at: e for e in log if e.change.at in stamps and e.reason != REPEAT}

    def repeats(self, stamps: Collection[Timestamp]) -> list[Change]:
        return [e.change for e in self.log if e.change.at in stamps and e.reason == REPEAT]

    def history(self, keys: Collection[Key]) -> list[Entry]:
        return [e for _, e in self._right() if e.change.key in keys and e.reason != REPEAT]

    def strays(self, feed: str) -> list[Entry]:
        return [e for _, e in self._right() if e.feed not in ("", feed) and not e.reason]

    def spoil(self, at: Timestamp) -> None:
        """As a disk does that changes a letter of that entry: nobody can read it any more."""
        self.spoiled.add(at)

    def damage(self, areas: Collection[str] | None = None) -> list[Damage]:
        return [d for d in self._damage.values() if areas is None or d.key.area in areas]

    def restore(self, changes: Collection[Change], is_sure: bool = False) -> set[Timestamp]:
        known = [change for change in changes if change.at in self._damage]
        return {change.at for change in known if self._replaced(change, is_sure)}

    def set_damage_aside(self, stamps: Collection[Timestamp]) -> None:
        for at in stamps:
            self._damage[at] = self._damage[at]._replace(reason=ASIDE)

    def _replaced(self, change: Change, is_sure: bool) -> bool:
        place = self._damage[change.at].place
        was = self.log[place - 1]
        right = replace(change, replica=was.change.replica, number=was.change.number)
        if not is_sure and right != was.change:
            return False
        nobody = replace(was.change, replica="", number=0)
        self.log[place - 1] = was._replace(change=nobody, reason=REPEAT)  # the others stay in place
        self.log.append(was._replace(change=right))
        self.spoiled.discard(change.at)
        del self._damage[change.at]
        return True

    def _right(self) -> Iterable[tuple[int, Entry]]:
        """The entries that can be read, with their places; the others are noted."""
        return self._sorted_out() if self.spoiled else enumerate(self.log, 1)

    def _sorted_out(self) -> Iterator[tuple[int, Entry]]:
        for place, entry in enumerate(self.log, 1):
            change = entry.change
            if change.at in self.spoiled and entry.reason != REPEAT:
                known = (change.at, change.key, change.replica, change.number, entry.reason)
                self._damage.setdefault(change.at, Damage(place, *known))
            else:
                yield place, entry

    def load(self, keys: Collection[Key]) -> dict[Key, Record]:
        return {key: self.records.get(key, Record(key)) for key in keys}

    def save(self, records: Collection[Record]) -> None:
        for record in records:
            if record.cells:
                self.records[record.key] = record
            else:
                self.records.pop(record.key, None)

    def digests(self, areas: Collection[str]) -> dict[str, int]:
        types = {key.record_type for key in self.records if key.area in areas}
        return {name: total(self.fingerprints(areas, name).values()) for name in types}

    def recount(self, areas: Collection[str], record_type: str) -> None:
        """Nothing is added up beforehand here."""

    def fingerprints(self, areas: Collection[str], record_type: str) -> dict[Key, int]:
        return {
            key: _fingerprint(record)
            for key, record in self.records.items()
            if key.area in areas and key.record_type == record_type
        }


def _fingerprint(record: Record) -> int:
    """The fingerprint, made once and kept with the record, which never changes."""
    known = vars(record)
    if "fingerprint" not in known:
        known["fingerprint"] = fingerprint(record)
    made: int = known["fingerprint"]
    return made
