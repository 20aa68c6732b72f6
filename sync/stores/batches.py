"""Batches in the embedded store: what was imported at once, and how to take it back.

They lie beside the log and are written in its transactions, so that a power cut in the
middle of a batch leaves exactly what is written down.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from ..batch import Done
from ..changes import Key
from ..clock import Timestamp
from .dialect import SQLITE
from .sqlite import SqliteStore
from .sqlite_errors import translated

DRAFT, RUNNING, DONE, UNDOING, UNDONE = "draft", "running", "done", "undoing", "undone"
SCHEMA = (
    "create table if not exists batch (id text primary key, record_type text not null, "
    "area text not null, name text not null, author text not null, made integer not null, "
    "state text not null, layout text not null, total integer not null, "
    "reached integer not null, written integer not null, kept integer not null, "
    "passed integer not null default 0)",
    "create table if not exists batch_write (batch text, number integer, area text, "
    "record_type text, record_id text, at text, before text, is_new integer, "
    "primary key (batch, number))",
)
WRITE = "number, area, record_type, record_id, at, before, is_new"
SINCE = (  # what was merged into its records after each write of a batch
    "select w.number, l.at from batch_write as w join log as l on l.area = w.area and "
    "l.record_type = w.record_type and l.record_id = w.record_id "
    "where w.batch = ? and l.held = '' and l.at > w.at"
)


@dataclass(frozen=True)
class Batch:
    id: str
    record_type: str
    area: str
    name: str  # of the file
    author: str
    made: int  # when, in milliseconds
    state: str = DRAFT
    layout: str = ""  # how its file is to be read, for who reads it
    total: int = 0  # rows to write
    reached: int = 0  # the last row that was dealt with
    written: int = 0  # changes that stand, or stood before they were taken back
    kept: int = 0  # of these, not taken back: somebody had touched the record
    passed: int = 0  # rows left out: somebody had touched the record since it was looked at


class Batches:
    def __init__(self, store: SqliteStore) -> None:
        self._store, self._db = store, store.db
        with translated():
            if "passed" in store.db.table("batch").columns_dict:
                return
            with store.transaction():
                for statement in _missing(store.db.table("batch").exists()):
                    store.db.conn.execute(statement)

    def save(self, batch: Batch) -> None:
        """Keep it in place of the one with its id."""
        row = asdict(batch)
        with self._store.transaction():
            self.run(SQLITE.upsert("batch", list(row), ("id",)), [list(row.values())])

    def find(self, name: str) -> Batch | None:
        return next(iter(self._batches("id = ?", [name])), None)

    def of_type(self, record_type: str, area: str) -> list[Batch]:
        """The newest first."""
        return self._batches("record_type = ? and area = ?", [record_type, area])

    def finished(self) -> list[Batch]:
        """Those that have nothing more to write."""
        return self._batches("state in (?, ?)", [DONE, UNDONE])

    def drafts(self, before: int) -> list[Batch]:
        """Those that were made before that moment and never confirmed."""
        return self._batches("state = ? and made < ?", [DRAFT, before])

    def drop(self, name: str) -> None:
        with self._store.transaction():
            self.run("delete from batch where id = ?", [[name]])
            self.run("delete from batch_write where batch = ?", [[name]])

    def put(self, name: str, **changed: Any) -> Batch:
        """Change what is kept of a batch; it must be there."""
        columns = ", ".join(f"{column} = ?" for column in changed)  # never what a journal counts
        with self._store.transaction():
            self.run(f"update batch set {columns} where id = ?", [[*changed.values(), name]])
        batch = self.find(name)
        if batch is None:
            raise KeyError(name)
        return batch

    def settle(self, name: str) -> None:
        """Forget the earlier values of records that somebody has changed since.

        They never come back, and may have been erased.
        """
        ours = {at for (at,) in self.rows("select at from batch_write where batch = ?", [name])}
        touched = {number for number, at in self.rows(SINCE, [name]) if at not in ours}
        if touched:
            with self._store.transaction():
                self.forget(name, touched, len(touched))

    def forget(self, name: str, numbers: Iterable[int], kept: int) -> None:
        rows = [[name, number] for number in numbers]
        self.run("delete from batch_write where batch = ? and number = ?", rows)
        self.run("update batch set kept = kept + ? where id = ?", [[kept, name]])

    def journal(self, name: str) -> Journal:
        return Journal(self, name)

    def rows(self, sql: str, args: list[Any]) -> list[Any]:
        with translated():
            return self._db.conn.execute(sql, args).fetchall()

    def run(self, sql: str, rows: Iterable[list[Any]]) -> None:
        with translated():
            self._db.conn.executemany(sql, rows)

    def _batches(self, where: str, args: list[Any]) -> list[Batch]:
        names = ", ".join(Batch.__dataclass_fields__)
        rows = self.rows(f"select {names} from batch where {where} order by made desc, id", args)
        return [Batch(*row) for row in rows]


class Journal:
    """What ``sync.batch`` writes down of one batch."""

    def __init__(self, batches: Batches, name: str) -> None:
        self._batches, self._name = batches, name

    def note(self, done: Iterable[Done], reached: int, passed: int = 0) -> None:
        rows = [
            [self._name, one.number, *one.key, str(one.at), _json(dict(one.before)), one.is_new]
            for one in done
        ]
        self._batches.run(f"insert into batch_write (batch, {WRITE}) values (?{', ?' * 7})", rows)
        sql = (
            "update batch set reached = ?, written = written + ?, passed = passed + ? where id = ?"
        )
        self._batches.run(sql, [[reached, len(rows), passed, self._name]])

    def wrote(self, at: Timestamp) -> bool:
        sql = "select 1 from batch_write where batch = ? and at = ?"
        return bool(self._batches.rows(sql, [self._name, str(at)]))

    def reached(self) -> int:
        batch = self._batches.find(self._name)
        return batch.reached if batch else 0

    def last(self, limit: int) -> list[Done]:
        sql = f"select {WRITE} from batch_write where batch = ? order by number desc limit ?"
        return [_done(row) for row in self._batches.rows(sql, [self._name, limit])]

    def forget(self, done: Iterable[Done], kept: int) -> None:
        self._batches.forget(self._name, [one.number for one in done], kept)


def _missing(is_there: bool) -> Iterable[str]:
    """What makes the tables; older ones could not pass a row over."""
    return (
        ["alter table batch add column passed integer not null default 0"] if is_there else SCHEMA
    )


def _done(row: tuple[Any, ...]) -> Done:
    number, area, record_type, record_id, at, before, is_new = row
    key = Key(area, record_type, record_id)
    return Done(number, key, Timestamp.parse(at), json.loads(before), bool(is_new))


_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
