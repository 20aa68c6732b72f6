"""The tables of the embedded store: made once, widened when a record type has grown.

What was made is written down as a digest, so that opening the file a second time costs
one read, and takes no lock.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from hashlib import blake2b
from itertools import islice
from sqlite3 import Connection

from .. import rows
from ..changes import REPEAT
from ..merge import Record

SCHEMA = (
    "create table if not exists layout (digest text not null)",
    "create table if not exists log (place integer primary key, at text not null, "
    "replica text not null, number integer, feed text not null, held text not null, "
    "received integer not null, clock_offset integer not null, area text not null, "
    "record_type text not null, record_id text not null, author text not null, "
    "fields text not null, seen text not null)",
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
    "create table if not exists checkpoint (id integer primary key, body text not null)",
)
KINDS = {int: "integer", float: "float", bool: "integer", str: "text"}
AT_ONCE = 1000  # records that are copied into a widened table at a time

Projections = Mapping[str, rows.Projection]


def prepare(conn: Connection, projections: Projections) -> None:
    """Make what is missing. Inside a transaction."""
    for statement in SCHEMA:
        conn.execute(statement)
    for name, projection in projections.items():
        if _widened(conn, name, projection):
            refill(conn, name, projection)
    conn.execute("delete from layout")
    conn.execute("insert into layout values (?)", [digest(projections)])


def is_prepared(conn: Connection, projections: Projections) -> bool:
    known = conn.execute("select 1 from sqlite_master where name = 'layout'").fetchone()
    return bool(known) and conn.execute("select digest from layout").fetchone() == (
        digest(projections),
    )


def digest(projections: Projections) -> str:
    """What these tables look like, in a few letters."""
    columns = {
        name: {column: kind.__name__ for column, kind in projection.columns.items()}
        for name, projection in projections.items()
    }
    text = json.dumps([SCHEMA, columns], sort_keys=True)
    return blake2b(text.encode(), digest_size=16).hexdigest()


def refill(conn: Connection, name: str, projection: rows.Projection) -> None:
    """Copy all records of a type into its table anew."""
    found = conn.execute("select * from records where record_type = ?", [name])
    while batch := list(islice(found, AT_ONCE)):
        copy(conn, name, projection, map(rows.row_record, batch))


def copy(
    conn: Connection, name: str, projection: rows.Projection, records: Iterable[Record]
) -> None:
    """Put those records into the table of their type."""
    marks = ", ".join("?" * (len(rows.HIDDEN) + len(projection.columns)))
    names = ", ".join(f"[{column}]" for column in [*rows.HIDDEN, *projection.columns])
    sql = f"insert or replace into [{name}] ({names}) values ({marks})"
    conn.executemany(sql, (rows.copy_row(record, projection) for record in records))


def _widened(conn: Connection, name: str, projection: rows.Projection) -> bool:
    """Make or widen the table of a record type; return whether anything in it is new."""
    before = {row[1] for row in conn.execute(f"pragma table_info([{name}])")}
    wanted = {column: KINDS[kind] for column, kind in projection.columns.items()}
    if not before:
        columns = ", ".join(f"[{column}] {kind}" for column, kind in wanted.items())
        conn.execute(
            f"create table [{name}] (_area text not null, _id text not null, "
            f"_deleted integer not null, {columns}, primary key (_area, _id))"
        )
        return True
    new = [column for column in wanted if column not in before]
    for column in new:
        conn.execute(f"alter table [{name}] add column [{column}] {wanted[column]}")
    return bool(new)
