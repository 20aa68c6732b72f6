"""The tables of the embedded store: made once, widened when a record type has grown.

A digest of what was made is stored, so that opening the file a second time costs one read, and
takes no lock. There is one more digest for each record type's own table: a table whose digest has
changed is filled again. An older program puts its digest in place of them all, so what it wrote is
filled again, too.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from hashlib import blake2b
from itertools import islice
from sqlite3 import Connection

from .. import rows
from ..changes import REPEAT, UNREADABLE
from ..merge import Record
from .dialect import SQLITE, quoted

SCHEMA = (
    "create table if not exists layout (digest text not null)",
    "create table if not exists log (place integer primary key, at text not null, "
    "replica text not null, number integer, feed text not null, held text not null, "
    "received integer not null, clock_offset integer not null, area text not null, "
    "record_type text not null, record_id text not null, author text not null, "
    "fields text not null, seen text not null, content_digest integer, place_digest integer)",
    "create table if not exists damage (place integer primary key, at text not null, "
    "area text not null, record_type text not null, record_id text not null, "
    "replica text not null, number integer not null, held text not null)",
    "create index if not exists recorded on log (area, record_type, record_id)",
    f"create unique index if not exists stamped on log (at) where held <> '{REPEAT}'",
    "create unique index if not exists numbered on log (replica, number)",
    "create index if not exists fed on log (held, area, place, replica)",
    "create index if not exists strays on log (feed) where held = '' and feed > ''",
    "create table if not exists records (area text, record_type text, record_id text, "
    "fingerprint text not null, cells text not null, "
    "primary key (area, record_type, record_id))",
    "create table if not exists digests (area text, record_type text, total text not null, "
    "primary key (area, record_type))",
    "create table if not exists checkpoint (id integer primary key, body text not null, "
    "digest integer)",
)
UNDIGESTED = (
    "create index if not exists undigested on log (area, record_type, record_id) "
    "where content_digest is null"
)
LATER = {  # columns that older databases lack
    "log": ("content_digest", "place_digest"),
    "checkpoint": ("digest",),
}
KINDS = SQLITE.types
YEAR = "_year"  # in an index: the year of the day
UNREAD = f"{UNREADABLE} <> ''"
AT_ONCE = 1000  # records that are copied into a widened table at a time

Projections = Mapping[str, rows.Projection]


def prepare(conn: Connection, projections: Projections) -> None:
    """Make what is missing. Inside a transaction."""
    for statement in SCHEMA:
        conn.execute(statement)
    _add_later_columns(conn)
    conn.execute(UNDIGESTED)
    there = {line for (line,) in conn.execute("select digest from layout")}
    made = {name: _line(name, projection) for name, projection in projections.items()}
    for name, projection in projections.items():
        if _widened(conn, name, projection) or made[name] not in there:
            _drop_indexes(conn, name, projection)
            refill(conn, name, projection)
        _make_indexes(conn, name, projection)
    conn.execute("delete from layout")
    lines = [digest(projections), *made.values()]
    conn.executemany("insert into layout values (?)", [[line] for line in lines])


def is_prepared(conn: Connection, projections: Projections) -> bool:
    known = conn.execute("select 1 from sqlite_master where name = 'layout'").fetchone()
    first = "select digest from layout order by rowid limit 1"
    return bool(known) and conn.execute(first).fetchone() == (digest(projections),)


def digest(projections: Projections) -> str:
    """What these tables look like, in a few letters."""
    return _digest(
        SCHEMA, UNDIGESTED, {name: _shape(projection) for name, projection in projections.items()}
    )


def _line(name: str, projection: rows.Projection) -> str:
    return f"{name} {_digest(_shape(projection))}"


def _shape(projection: rows.Projection) -> list[object]:
    columns = {name: kind.__name__ for name, kind in rows.columns_of(projection).items()}
    return [columns, dict(projection.indexes), projection.day, projection.recipe]


def _digest(*things: object) -> str:
    text = json.dumps(things, sort_keys=True)
    return blake2b(text.encode(), digest_size=16).hexdigest()


def refill(conn: Connection, name: str, projection: rows.Projection) -> None:
    """Copy all records of a type into its table again."""
    rows_of_type = conn.execute("select * from records where record_type = ?", [name])
    while batch := list(islice(rows_of_type, AT_ONCE)):
        copy(conn, name, projection, filter(None, map(rows.readable_record, batch)))


def copy(
    conn: Connection, name: str, projection: rows.Projection, records: Iterable[Record]
) -> None:
    """Put those records into the table of their type."""
    columns = rows.columns_of(projection)
    sql = SQLITE.upsert(name, list(columns), ("_area", "_id"))
    conn.executemany(sql, (rows.copy_row(record, projection) for record in records))


def _add_later_columns(conn: Connection) -> None:
    for table, columns in LATER.items():
        before = {row[1] for row in conn.execute(f'pragma table_info("{table}")')}
        for column in columns:
            if column not in before:
                conn.execute(f'alter table "{table}" add column "{column}" integer')


def _widened(conn: Connection, name: str, projection: rows.Projection) -> bool:
    """Make or widen the table of a record type; return whether anything in it is new."""
    before = {row[1] for row in conn.execute(f"pragma table_info({quoted(name)})")}
    every = rows.columns_of(projection).items()
    wanted = {column: KINDS[kind] for column, kind in every if column not in rows.HIDDEN}
    if not before:
        columns = ", ".join(f"{quoted(column)} {kind}" for column, kind in wanted.items())
        conn.execute(
            f"create table {quoted(name)} (_area text not null, _id text not null, "
            f"_deleted integer not null, {columns}, primary key (_area, _id))"
        )
        return True
    new = [column for column in wanted if column not in before]
    for column in new:
        conn.execute(f"alter table {quoted(name)} add column {quoted(column)} {wanted[column]}")
    return bool(new)


def year_of(day: str) -> str:
    """The year of a day as the indexes have it."""
    return f'substr("{day}", 1, 4)'


def _make_indexes(conn: Connection, name: str, projection: rows.Projection) -> None:
    for suffix, columns in projection.indexes.items():
        parts = [year_of(projection.day) if c == YEAR else f'"{c}"' for c in columns]
        made = f'create index if not exists "{name}_{suffix}" on "{name}"'
        conn.execute(f"{made} ({', '.join(parts)})")

    if UNREADABLE in projection.columns:  # few are, so this costs next to nothing
        made = f'create index if not exists "{name}{UNREADABLE}" on "{name}" (_area, _id)'
        conn.execute(f"{made} where {UNREAD}")


def _drop_indexes(conn: Connection, name: str, projection: rows.Projection) -> None:
    """A table is filled more quickly without; and an index that has changed is made again."""
    for suffix in projection.indexes:
        conn.execute(f'drop index if exists "{name}_{suffix}"')
