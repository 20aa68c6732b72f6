"""Many writes that belong together: made a few at a time, written down, and taken back.

Each write of a batch is an ordinary change, and so is what takes it back: a tombstone for a
record that the batch made, what stood there before for one that it changed, a further record
that answers one of which nothing is ever changed. Only what nobody has touched since is
written to, and taken back.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple, Protocol

from .changes import DELETED, Key
from .clock import ZERO, Timestamp
from .merge import Record
from .replica import Replica

AT_ONCE = 100  # writes in one transaction, so that others get their turn in between


class Row(NamedTuple):
    number: int  # its place in the batch
    key: Key
    values: Mapping[str, object]
    seen: Timestamp | None = None  # when it was last written, for who looked at it; None: whenever


class Done(NamedTuple):
    """One write, with all that it takes to undo it."""

    number: int
    key: Key
    at: Timestamp
    before: Mapping[str, object]  # what stood in the cells that it set
    is_new: bool  # there was no such record


@dataclass(frozen=True)
class Terms:
    """What a batch goes by."""

    may: Callable[[Record], bool] = lambda _record: True  # whether it may write to that record
    answer: Callable[[Done, Record], Row | None] | None = None
    """Of records that are never changed: the one that takes another back; None if there is one."""


FREELY = Terms()


class Journal(Protocol):
    """Where a batch is written down, in the transaction of its writes."""

    def note(self, done: Iterable[Done], reached: int, passed: int = 0) -> None:
        """These were done, so many rows passed over, and the batch has come to that place."""

    def wrote(self, at: Timestamp) -> bool:
        """Whether that is a write of this batch."""

    def reached(self) -> int:
        """The place that the batch has come to."""

    def last(self, limit: int) -> list[Done]:
        """The last writes that were not taken back yet, the very last first."""

    def forget(self, done: Iterable[Done], kept: int) -> None:
        """These were dealt with; so many of them had been touched since and stay."""


def put(replica: Replica, row: Row, author: str) -> Done | None:
    """Set the values of a row; None if they are so already. A deleted record comes back."""
    return _put(replica, row, replica.store.load([row.key])[row.key], author)


def _put(replica: Replica, row: Row, record: Record, author: str) -> Done | None:
    wanted = {**record.values, **row.values}
    wanted |= {DELETED: False} if record.deleted else {}
    change = replica.write(row.key, wanted, author)
    if change is None:
        return None
    before = {n: record.cells[n].value if n in record.cells else None for n in change.fields}
    return Done(row.number, row.key, change.at, before, not record.cells)


def undo(
    replica: Replica,
    done: Done,
    author: str,
    ours: Collection[Timestamp] = (),
    terms: Terms = FREELY,
) -> Timestamp | None:
    """Take one write back; None if somebody has touched the record since.

    ``ours`` are the writes that took back what the same batch wrote into it later on.
    """
    record = replica.store.load([done.key])[done.key]
    if record.at not in (done.at, *ours) or not terms.may(record):
        return None
    if terms.answer:
        answer = terms.answer(done, record)
        made = put(replica, answer, author) if answer else None
        return made.at if made else None
    before = {DELETED: True} if done.is_new else done.before
    change = replica.write(done.key, {**record.values, **before}, author)
    return change.at if change else record.at


def put_all(
    replica: Replica, rows: Iterable[Row], journal: Journal, author: str, terms: Terms = FREELY
) -> Iterator[int]:
    """Write what was not written yet; say, again and again, which place was reached.

    What was changed since its row was looked at is passed over, not written over.
    """
    start = journal.reached()
    left = (row for row in rows if row.number > start)
    while some := list(islice(left, AT_ONCE)):
        with replica.store.transaction():
            written: list[Done] = []
            passed = 0
            for row in some:
                record = replica.store.load([row.key])[row.key]
                if not _is_unchanged(record.at, row, journal, written) or not terms.may(record):
                    passed += 1
                elif done := _put(replica, row, record, author):
                    written.append(done)
            journal.note(written, some[-1].number, passed)
        yield some[-1].number


def undo_all(
    replica: Replica, journal: Journal, author: str, terms: Terms = FREELY
) -> Iterator[int]:
    """Take back what can be, the last first; say, again and again, how many were dealt with."""
    ours: set[Timestamp] = set()
    while some := journal.last(AT_ONCE):
        with replica.store.transaction():
            kept = 0
            for done in some:
                at = undo(replica, done, author, ours, terms)
                kept += at is None
                ours |= {at} if at else set()
            journal.forget(some, kept)
        yield len(some)


def _is_unchanged(at: Timestamp, row: Row, journal: Journal, written: Iterable[Done]) -> bool:
    """Whether the record is as it was looked at, or as a row above in this batch left it."""
    is_seen = row.seen is None or at == row.seen
    return is_seen or any(done.at == at for done in written) or (at != ZERO and journal.wrote(at))
