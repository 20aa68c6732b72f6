"""What SQLite and PostgreSQL spell differently: one small object for each of them.

Statements are written once, in what both take: ``"name"`` in double quotes, ``case``,
``coalesce``, ``cast``, ``substr``, ``insert … on conflict … do update``, ``?`` for a value.
Where no common spelling exists, the statement asks a ``Dialect``. A part of a statement is
its text and the values of its marks, in their order.

PostgreSQL sorts empty values last and text by the language of the database; SQLite sorts them
first and text by its bytes. Here both do as SQLite does: columns of text have the collation "C",
and ``directed`` says where empty values go. What sorts by Vietnamese rules has its key in a
column of bytes beside it.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache

Part = tuple[str, list[object]]
# Before 3.38, SQLite knew the function by its older name alone.
_FORMAT = "format" if sqlite3.sqlite_version_info >= (3, 38) else "printf"


class Dialect:
    """What is the same in both, and what each of the two says for itself."""

    name = ""
    types: Mapping[type, str] = {}
    formatting = "format"  # the function that puts texts into a text with ``%s``
    one_moment = ""  # begins a transaction whose reads all see the same moment

    def placed(self, sql: str) -> str:
        """The statement with the marks for values that the driver wants instead of ``?``.

        No ``?`` may stand in a literal.
        """
        raise NotImplementedError

    def among(self, column: str, values: Collection[str]) -> Part:
        """Whether a column of text is one of the values, however many there are."""
        raise NotImplementedError

    def table(self, columns: Mapping[str, type]) -> str:
        """A table to select from, of the rows that its one value holds: see ``rows``."""
        raise NotImplementedError

    def contains(self, column: str) -> str:
        """Whether a column of folded text has the next value in it."""
        raise NotImplementedError

    def directed(self, expression: str, down: bool = False) -> str:
        """A part of ``order by``: empty values come first; downward, last."""
        raise NotImplementedError

    def same(self, one: str, other: str) -> str:
        """Whether both are equal, or both empty."""
        raise NotImplementedError

    def by_index(self, name: str) -> str:
        """A hint behind the name of a table; empty where the planner takes none."""
        raise NotImplementedError

    @staticmethod
    def upsert(table: str, columns: Sequence[str], key: Sequence[str]) -> str:
        """Insert a row, or write it over the one of the same key."""
        names, marks = ", ".join(map(quoted, columns)), ", ".join("?" * len(columns))
        others = [quoted(name) for name in columns if name not in key]
        changes = ", ".join(f"{name} = excluded.{name}" for name in others)
        action = f"update set {changes}" if others else "nothing"
        at = ", ".join(map(quoted, key))
        return (
            f"insert into {quoted(table)} ({names}) values ({marks}) on conflict ({at}) do {action}"
        )


class Sqlite(Dialect):
    name = "sqlite"
    types = {int: "integer", float: "float", bool: "integer", str: "text", bytes: "blob"}
    formatting = _FORMAT
    one_moment = "begin deferred"

    def placed(self, sql: str) -> str:
        return sql

    def among(self, column: str, values: Collection[str]) -> Part:
        return f"{column} in (select value from json_each(?))", [json.dumps(sorted(values))]

    def table(self, columns: Mapping[str, type]) -> str:
        known = enumerate(columns)
        chosen = ", ".join(f"json_extract(value, '$[{at}]') as {quoted(n)}" for at, n in known)
        return f"(select {chosen} from json_each(?))"

    def contains(self, column: str) -> str:
        return f"instr({column}, ?) > 0"

    def directed(self, expression: str, down: bool = False) -> str:
        return f"{expression} desc" if down else expression

    def same(self, one: str, other: str) -> str:
        return f"{one} is {other}"

    def by_index(self, name: str) -> str:
        return f"indexed by {quoted(name)}" if name else "not indexed"


class Postgres(Dialect):
    name = "postgresql"
    types = {
        int: "bigint",
        float: "double precision",
        bool: "bigint",  # 0 or 1, so that the yeses add up
        str: 'text collate "C"',
        bytes: "bytea",
    }
    one_moment = "begin isolation level repeatable read read only"

    def placed(self, sql: str) -> str:
        return _percent(sql)

    def among(self, column: str, values: Collection[str]) -> Part:
        return f"{column} = any(?)", [sorted(values)]

    def table(self, columns: Mapping[str, type]) -> str:
        chosen = ", ".join(
            f"cast(value ->> {at} as {self.types[kind]}) as {quoted(name)}"
            if kind is not str
            else f"value ->> {at} as {quoted(name)}"
            for at, (name, kind) in enumerate(columns.items())
        )
        return f"(select {chosen} from jsonb_array_elements(cast(? as jsonb)) as given(value))"

    def contains(self, column: str) -> str:
        return f"strpos({column}, ?) > 0"

    def directed(self, expression: str, down: bool = False) -> str:
        return f"{expression} desc nulls last" if down else f"{expression} nulls first"

    def same(self, one: str, other: str) -> str:
        return f"{one} is not distinct from {other}"

    def by_index(self, name: str) -> str:
        return ""


SQLITE, POSTGRES = Sqlite(), Postgres()


def of(db: object) -> Dialect:
    """What that database speaks: what it says itself; an SQLite database says nothing."""
    dialect: Dialect = getattr(db, "dialect", SQLITE)
    return dialect


def rows(of_table: Iterable[Sequence[object]]) -> str:
    """The value from which ``Dialect.table`` reads its rows."""
    return json.dumps([list(row) for row in of_table])


def quoted(name: str) -> str:
    """A name of a table or column, whatever is in it."""
    return '"' + name.replace('"', '""') + '"'


@lru_cache(1024)
def _percent(sql: str) -> str:
    return sql.replace("%", "%%").replace("?", "%s")
