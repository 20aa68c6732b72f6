"""Many writes that belong together: made a few at a time, written down, and taken back.

Each write of a batch is an ordinary change, and so is what takes it back: a tombstone for a
record that the batch made, what stood there before for one that it changed. Only what nobody
has touched since is taken back.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import islice
from typing import NamedTuple, Protocol

from .changes import DELETED, Key
from .clock import Timestamp
from .replica import Replica

AT_ONCE = 100  # writes in one transaction, so that others get their turn in between


class Row(NamedTuple):
    number: int  # its place in the batch
    key: Key
    values: Mapping[str, object]


class Done(NamedTuple):
    """One write, with all that it takes to undo it."""

    number: int
    key: Key
    at: Timestamp
    before: Mapping[str, object]  # what stood in the cells that it set
    is_new: bool  # there was no such record


class Journal(Protocol):
    """Where a batch is written down, in the transaction of its writes."""

    def note(self, done: Iterable[Done], reached: int) -> None:
        """These were done, and the batch has come to that place."""

    def reached(self) -> int:
        """The place that the batch has come to."""

    def last(self, limit: int) -> list[Done]:
        """The last writes that were not taken back yet, the very last first."""

    def forget(self, done: Iterable[Done], kept: int) -> None:
        """These were dealt with; so many of them had been touched since and stay."""


def put(replica: Replica, row: Row, author: str) -> Done | None:
    """Set the values of a row; None if they are so already. A deleted record comes back."""
    record = replica.store.load([row.key])[row.key]
    wanted = {**record.values, **row.values}
    wanted |= {DELETED: False} if record.deleted else {}
    change = replica.write(row.key, wanted, author)
    if change is None:
        return None
    before = {n: record.cells[n].value if n in record.cells else None for n in change.fields}
    return Done(row.number, row.key, change.at, before, not record.cells)


def undo(
    replica: Replica, done: Done, author: str, ours: Collection[Timestamp] = ()
) -> Timestamp | None:
    """Take one write back; None if somebody has touched the record since.

    ``ours`` are the writes that took back what the same batch wrote into it later on.
    """
    record = replica.store.load([done.key])[done.key]
    if record.at not in (done.at, *ours):
        return None
    before = {DELETED: True} if done.is_new else done.before
    change = replica.write(done.key, {**record.values, **before}, author)
    return change.at if change else record.at


def put_all(replica: Replica, rows: Iterable[Row], journal: Journal, author: str) -> Iterator[int]:
    """Write what was not written yet; say, again and again, which place was reached."""
    start = journal.reached()
    left = (row for row in rows if row.number > start)
    while some := list(islice(left, AT_ONCE)):
        with replica.store.transaction():
            found = [put(replica, row, author) for row in some]
            journal.note([done for done in found if done], some[-1].number)
        yield some[-1].number


def undo_all(replica: Replica, journal: Journal, author: str) -> Iterator[int]:
    """Take back what can be, the last first; say, again and again, how many were dealt with."""
    ours: set[Timestamp] = set()
    while some := journal.last(AT_ONCE):
        with replica.store.transaction():
            kept = 0
            for done in some:
                at = undo(replica, done, author, ours)
                kept += at is None
                ours |= {at} if at else set()
            journal.forget(some, kept)
        yield len(some)
