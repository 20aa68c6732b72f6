"""Tables being imported into a replica's records, kept beside its database until confirmed.

The state of a table is in the database (``batches``); its rows, what would become of each, and
what was confirmed are in files (``json_lines``), which are read as needed. A file is written
whole or not at all, so work that was cut off starts again.
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
from .cipher import key_of
from .dialect import quoted
from .json_lines import FileGone as FileGone
from .json_lines import Lines
from .sqlite import SqliteStore
from .sqlite_errors import translated

FOLDER = "intakes"  # a stored name: folders of released versions have it
GRID, PLAN, ROWS = "grid", "plan", "rows"  # stored names: parts of file names
Confirmed = tuple[int, Key, Mapping[str, object], str]  # row, record, values, when last written
KEPT = 7 * 86_400_000  # ms that a table waits to be confirmed
MOST_ANSWERS = 50  # to one record; one is usual


@dataclass(frozen=True)
class Imports:
    """All imports of one replica."""

    store: SqliteStore
    folder: Path

    @classmethod
    def below(cls, home: Path, store: SqliteStore) -> Imports:
        """Those in the data folder of the agent or the server."""
        return cls(store, home / FOLDER)

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
        """What would become of each row, one line of JSON a row.

        :raises FileGone:
        """
        return self.files.texts(_plan(batch))

    def write_plan(
        self, batch: Batch, rows: Iterable[object], notes: Callable[[], object] = dict
    ) -> None:
        """Keep what would become of each row; ``notes`` is called once all rows are written."""
        self.files.write(_plan(batch), rows)
        self.files.write(_notes(batch), [notes()])

    def notes(self, batch: Batch) -> Any:
        """What was noted about the table as a whole.

        :raises FileGone:
        """
        return next(self.files.read(_notes(batch)))

    def lay_out(self, name: str, layout: str) -> None:
        """Read the columns in another way; the plan is made again."""
        self.batches.put(name, layout=layout)
        self.files.drop(_of(name, PLAN))

    def confirm(self, name: str, rows: Iterable[Confirmed]) -> int:
        """Allow these rows to be written; return how many there are."""
        total = self.files.write(_of(name, ROWS), rows)
        self.batches.put(name, state=RUNNING, total=total)
        return total

    def take_back(self, name: str, author: str) -> None:
        """Allow the written rows to be undone, in the name of ``author``."""
        self.batches.put(name, state=UNDOING, author=author)

    def discard(self, name: str) -> None:
        self.files.drop(_of(name))
        self.batches.drop(name)

    def sweep(self, before: int) -> None:
        """Discard tables from before that time (ms) that nobody confirmed, and leftover files."""
        for batch in self.batches.drafts(before):
            self.discard(batch.id)
        finished = {batch.id for batch in self.batches.finished()}
        for name in {file.partition("-")[0] for file in self.files.names()}:
            if name in finished or self.batches.find(name) is None:
                self.files.drop(_of(name))

    def tidy(self, now: int) -> None:
        """Delete what is no longer needed, because it may name persons."""
        self.sweep(now - KEPT)
        for batch in self.batches.finished():
            self.batches.settle(batch.id)

    def work(
        self,
        name: str,
        replica: Replica,
        after_step: Callable[[], object] = lambda: None,
        terms: Terms = FREELY,
    ) -> None:
        """Write what was confirmed, or undo it, to the end; resumes where it was cut off.

        ``after_step`` is called after each transaction.

        :raises FileGone:
        """
        batch = self.batches.find(name)
        assert batch
        journal, author = self.batches.journal(name), batch.author
        if batch.state == RUNNING:
            rows = map(_row, self.files.read(_of(name, ROWS)))
            for _ in batches.put_all(replica, rows, journal, author, terms):
                after_step()
            self.batches.put(name, state=DONE)
            self.files.drop(_of(name))
        if batch.state == UNDOING:
            for _ in batches.undo_all(replica, journal, author, terms):
                after_step()
            self.batches.put(name, state=UNDONE)


def answering(
    store: SqliteStore, link: str, made: Callable[[Record], tuple[str, Mapping[str, object]]]
) -> Callable[[Done, Record], Row | None]:
    """For ``Terms``: the record that reverses another; none if a record names it in ``link``."""

    def is_answered(key: Key, seen: frozenset[str] = frozenset()) -> bool:
        """By a record that is not reversed itself."""
        where = f"_deleted = 0 and _area = ? and {quoted(link)} = ?"
        sql = f"select _id from {quoted(key.record_type)} where {where} order by _id limit ?"
        with translated():
            rows = store.db.conn.execute(sql, [key.area, key.record_id, MOST_ANSWERS]).fetchall()
        names = {name for (name,) in rows} - seen
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
    """The digest is of how the columns are read, so a plan for other columns is not used."""
    digest = blake2b(batch.layout.encode(), digest_size=6).hexdigest()
    return _of(batch.id, f"{PLAN}-{digest}")


def _notes(batch: Batch) -> str:
    return f"{_plan(batch)}-notes"


def _row(line: tuple[int, list[str], dict[str, object], str]) -> Row:
    number, key, values, at = line
    return Row(number, Key(*key), values, Timestamp.parse(at) if at else ZERO)
