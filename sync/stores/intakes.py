"""Tables on their way into a replica's records, kept beside its database until they are confirmed.

What is known of a table lies in the database (``batches``); its rows, what would become of
each, and what was confirmed lie in files (``lines``), which are read as they are needed. A
file is there whole or not at all, so whatever was cut off is begun anew.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any

from .. import batch as batches
from ..batch import FREELY, Done, Row, Terms
from ..changes import Key
from ..clock import ZERO, Timestamp
from ..merge import Record
from ..replica import Replica
from .batches import DONE, RUNNING, UNDOING, UNDONE, Batch, Batches
from .crypto.cipher import key_of
from .json_lines import FileGone as FileGone
from .json_lines import Lines
from .listing import Listing, find
from .sqlite import SqliteStore

GRID, PLAN, ROWS = "grid", "plan", "rows"  # what lies in files
Confirmed = tuple[int, Key, Mapping[str, object], str]  # row, record, values, when last written
KEPT = 7 * 86_400_000  # ms that a table waits to be confirmed
MOST_ANSWERS = 50  # to one record; one is usual


@dataclass(frozen=True)
class Intakes:
    """All of one replica."""

    store: SqliteStore
    folder: Path

    @property
    def files(self) -> Lines:
        return Lines(self.folder, key_of(self.store.db.conn))

    @property
    def batches(self) -> Batches:
        return Batches(self.store)

    def begin(self, batch: Batch, grid: Iterable[list[str]]) -> None:
        """Keep a table to look at; those that waited too long are discarded."""
        self.tidy(batch.made)
        self.batches.save(batch)
        self.files.write(_of(batch.id, GRID), grid)

    def grid(self, name: str) -> Iterator[list[str]]:
        """The rows of the table.

        :raises FileGone:
        """
        return self.files.read(_of(name, GRID))

    def is_planned(self, batch: Batch) -> bool:
        """Whether it is known what would become of its rows, as its columns are read now."""
        return self.files.has(_notes(batch))

    def plan(self, batch: Batch) -> Iterator[str]:
        """What would become of each row, a line for each.

        :raises FileGone:
        """
        return self.files.texts(_plan(batch))

    def write_plan(
        self, batch: Batch, rows: Iterable[object], notes: Callable[[], object] = dict
    ) -> None:
        """Keep what would become of each row, and what is to be noted once all were looked at."""
        self.files.write(_plan(batch), rows)
        self.files.write(_notes(batch), [notes()])

    def notes(self, batch: Batch) -> Any:
        """What was noted of the table as a whole.

        :raises FileGone:
        """
        return next(self.files.read(_notes(batch)))

    def lay_out(self, name: str, layout: str) -> None:
        """Its columns are read in another way, so what was planned is planned again."""
        self.batches.put(name, layout=layout)
        self.files.drop(_of(name, PLAN))

    def confirm(self, name: str, rows: Iterable[Confirmed]) -> int:
        """Decide what is written, and that it may be; return how many rows that is."""
        total = self.files.write(_of(name, ROWS), rows)
        self.batches.put(name, state=RUNNING, total=total)
        return total

    def take_back(self, name: str, author: str) -> None:
        """From now on what was written may be taken back, in the name of who asked for it."""
        self.batches.put(name, state=UNDOING, author=author)

    def discard(self, name: str) -> None:
        self.files.drop(_of(name))
        self.batches.drop(name)

    def sweep(self, before: int) -> None:
        """Discard what was brought before that moment and never confirmed, and what is left
        of files that are done with."""
        for batch in self.batches.drafts(before):
            self.discard(batch.id)
        finished = {batch.id for batch in self.batches.finished()}
        for name in {file.partition("-")[0] for file in self.files.names()}:
            if name in finished or self.batches.find(name) is None:
                self.files.drop(_of(name))

    def tidy(self, now: int) -> None:
        """Let nothing lie here longer than it is of use: it may name persons."""
        self.sweep(now - KEPT)
        for batch in self.batches.finished():
            self.batches.settle(batch.id)

    def work(
        self,
        name: str,
        replica: Replica,
        told: Callable[[], object] = lambda: None,
        terms: Terms = FREELY,
    ) -> None:
        """Go on with what was confirmed, or is being taken back, to its end; tell of each step.

        :raises FileGone:
        """
        found = self.batches.find(name)
        assert found
        journal, author = self.batches.journal(name), found.author
        if found.state == RUNNING:
            rows = map(_row, self.files.read(_of(name, ROWS)))
            for _ in batches.put_all(replica, rows, journal, author, terms):
                told()
            self.batches.put(name, state=DONE)
            self.files.drop(_of(name))
        if found.state == UNDOING:
            for _ in batches.undo_all(replica, journal, author, terms):
                told()
            self.batches.put(name, state=UNDONE)


def answering(
    store: SqliteStore, link: str, made: Callable[[Record], tuple[str, Mapping[str, object]]]
) -> Callable[[Done, Record], Row | None]:
    """For ``Terms``: what takes a record back, unless one that names it in ``link`` does."""

    def is_answered(key: Key, seen: frozenset[str] = frozenset()) -> bool:
        """By a record that is not taken back itself."""
        wanted = Listing([key.area], equal={link: key.record_id}, limit=MOST_ANSWERS)
        rows = find(store.db, [link], key.record_type, wanted)
        names = {row["_id"] for row in rows} - seen
        return any(not is_answered(key._replace(record_id=n), seen | {n}) for n in names)

    def answer(done: Done, record: Record) -> Row | None:
        if is_answered(done.key):
            return None
        name, values = made(record)
        return Row(done.number, done.key._replace(record_id=name), values)

    return answer


def _of(name: str, part: str = "") -> str:
    """The name of a file of that table, or how the names of all begin."""
    return f"{name}-{part}"


def _plan(batch: Batch) -> str:
    """A plan goes by how the columns are read: one that was made in another way is not it."""
    digest = blake2b(batch.layout.encode(), digest_size=6).hexdigest()
    return _of(batch.id, f"{PLAN}-{digest}")


def _notes(batch: Batch) -> str:
    return f"{_plan(batch)}-notes"


def _row(said: tuple[int, list[str], dict[str, object], str]) -> Row:
    number, key, values, at = said
    return Row(number, Key(*key), values, Timestamp.parse(at) if at else ZERO)
