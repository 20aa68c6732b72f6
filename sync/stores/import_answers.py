"""What people answered about the tables they imported, kept in a replica's database for the next.

An answer belongs to whose tables they are, a centre's or an office's, and to a record type.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from .sqlite import SqliteStore
from .sqlite_errors import translated

SCHEMA = (
    'create table if not exists "intake_answer" ("whose" text not null, '
    '"record_type" text not null, "kind" text not null, "name" text not null, '
    '"key" text not null, "answer" text not null, "author" text not null, '
    '"made" integer not null, '
    'primary key ("whose", "record_type", "kind", "name", "key"))'
)
COLUMNS = '"kind", "name", "key", "answer", "author", "made"'
ONE = '"whose" = ? and "record_type" = ? and "kind" = ? and "name" = ? and "key" = ?'


class Answer(NamedTuple):
    kind: str  # of the question
    name: str  # the field that it is about
    key: str  # what was typed, or the heading of the column
    answer: str
    author: str = ""
    made: int = 0  # when, in milliseconds


class Answers:
    def __init__(self, store: SqliteStore, whose: str, record_type: str) -> None:
        self._store, self._whose = store, [whose, record_type]
        with translated():
            if not store.db.table("intake_answer").exists():
                with store.transaction():
                    store.db.conn.execute(SCHEMA)

    def all(self) -> list[Answer]:
        """The newest first."""
        sql = (
            f'select {COLUMNS} from "intake_answer" where "whose" = ? and "record_type" = ? '
            'order by "made" desc, "kind", "name", "key"'
        )
        with translated():
            return [Answer(*row) for row in self._store.db.conn.execute(sql, self._whose)]

    def keep(self, answers: Iterable[Answer]) -> None:
        """Keep them in place of earlier ones to the same questions."""
        sql = (
            f'insert into "intake_answer" ("whose", "record_type", {COLUMNS}) '
            "values (?, ?, ?, ?, ?, ?, ?, ?) "
            'on conflict ("whose", "record_type", "kind", "name", "key") do update set '
            '"answer" = excluded."answer", "author" = excluded."author", "made" = excluded."made"'
        )
        self._run(sql, [[*self._whose, *one] for one in answers])

    def forget(self, questions: Iterable[tuple[str, str, str]]) -> None:
        """Forget the answers to questions of that kind, field and key."""
        sql = f'delete from "intake_answer" where {ONE}'
        self._run(sql, [[*self._whose, *one] for one in questions])

    def _run(self, sql: str, rows: list[list[object]]) -> None:
        if rows:
            with translated(), self._store.transaction():
                self._store.db.conn.executemany(sql, rows)
