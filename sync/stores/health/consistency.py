"""Whether all that is derived from the log agrees with it: records, fingerprints, sums, copies.

The log is the truth where its rows are what was written, as their own digests say. Every record is
rebuilt from it, some hundreds at a time and in memory, and compared with the stored one, to the
letter. Only ``mend`` changes anything.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from typing import NamedTuple

from ... import rows
from ...changes import PARKED, Key
from ...merge import Record, fingerprint, total
from ...replica import Replica
from ..dialect import quoted
from ..sqlite import KEYED, SqliteStore
from ..sqlite_errors import translated
from ..tables import KINDS

AT_ONCE = 500  # records that are looked at between two steps
ENTRY, RECORD, FINGERPRINT, SUM, COPY = "entry", "record", "fingerprint", "sum", "copy"


class Finding(NamedTuple):
    """Something that is not as the log has it; ``key`` of a sum has no record id."""

    kind: str
    key: Key


class Step(NamedTuple):
    """How far a look has come."""

    done: int  # records
    all: int
    findings: tuple[Finding, ...]


def look(store: SqliteStore, replica: Replica) -> Iterator[Step]:
    """Look at everything; others may write in between two steps."""
    everything = keys(store)
    for wrong in store.look_through():
        yield Step(0, len(everything), tuple(Finding(ENTRY, key) for key in wrong))
    with _moment(store):
        yield Step(0, len(everything), tuple(_sums(store)))
    for start in range(0, len(everything), AT_ONCE):
        some = everything[start : start + AT_ONCE]
        with _moment(store):
            damaged = {damage.key for damage in store.damage() if not damage.reason}
            made = {k: v for k, v in replica.from_log(some).items() if k not in damaged}
            findings = (*_records(store, made), *_copies(store, made))
        yield Step(start + len(some), len(everything), findings)
    with _moment(store):
        yield Step(len(everything), len(everything), tuple(_orphans(store)))


def mend(replica: Replica, findings: Collection[Finding]) -> None:
    """Rebuild from the log what differs, where the log is the better of the two."""
    wrong = {finding.key for finding in findings if finding.kind not in (ENTRY, SUM)}
    assert isinstance(replica.store, SqliteStore)
    wrong -= _better_as_they_are(replica.store, wrong)
    notices = {key for key in wrong if key.record_type == PARKED}
    with replica.store.transaction():
        replica.rebuild(notices)
        replica.rebuild_subjects(replica.store.history(notices))
        replica.rebuild(wrong - notices)
        for area, record_type in {finding.key[:2] for finding in findings}:
            replica.store.recount([area], record_type)


def give_digests(replica: Replica) -> int:
    """Give the log's rows of an older database their digests; return how many records that were.

    Only where the log makes of a record what its fingerprint says, and so the other end, if
    the digests agree: what has changed on the disk before must not count as right.
    """
    store = replica.store
    assert isinstance(store, SqliteStore)
    names = ", ".join(Key._fields)
    sql = f"select distinct {names} from log where content_digest is null"
    with translated():
        waiting = [Key(*row) for row in store.db.conn.execute(sql)]
    given = 0
    for start in range(0, len(waiting), AT_ONCE):
        with store.transaction():
            made = replica.from_log(waiting[start : start + AT_ONCE])
            current = store.load(made)
            right = [
                key
                for key, record in made.items()
                if fingerprint(record) == fingerprint(current[key])
            ]
            store.give_digests(right)
            given += len(right)
    return given


def _better_as_they_are(store: SqliteStore, wrong: Collection[Key]) -> set[Key]:
    """The records that their fingerprint proves, while a row of their log has no digest."""
    undigested = f"select distinct t.area, t.record_type, t.record_id {KEYED.format(table='log')}"
    listed = json.dumps(list(wrong))
    with translated():
        undigested_rows = store.db.conn.execute(
            f"{undigested} where t.content_digest is null", [listed]
        )
        doubtful = {Key(*row) for row in undigested_rows}
    return {Key(*r[:3]) for r in _of(store, "records", doubtful) if rows.proves_itself(r)}


def keys(store: SqliteStore) -> list[Key]:
    """Every record that the log names, or that is stored."""
    names = ", ".join(Key._fields)
    sql = f"select {names} from log union select {names} from records order by {names}"
    with translated():
        return [Key(*row) for row in store.db.conn.execute(sql)]


def stored_rows(store: SqliteStore, some: Collection[Key]) -> dict[Key, rows.Row]:
    """The fingerprints and cells of those records, to the letter."""
    return {Key(*row[:3]): tuple(row[3:]) for row in _of(store, "records", some)}


def _sums(store: SqliteStore) -> Iterator[Finding]:
    """The sums that are not those of the fingerprints beside them."""
    fingerprints: dict[tuple[str, str], list[int]] = defaultdict(list)
    for area, kind, value in store.db.conn.execute(
        "select area, record_type, fingerprint from records"
    ):
        fingerprints[area, kind].append(rows.number_of(value))
    sums = {
        (area, kind): rows.number_of(value)
        for area, kind, value in store.db.conn.execute("select * from digests")
    }
    for pair in sorted({*fingerprints, *sums}):
        if total(fingerprints.get(pair, ())) != sums.get(pair, 0):
            yield Finding(SUM, Key(*pair, ""))


def _records(store: SqliteStore, made: dict[Key, Record]) -> Iterator[Finding]:
    """The records that are not as the log has them, or whose fingerprint is another's."""
    current = stored_rows(store, made)
    for key, record in made.items():
        wanted = rows.record_row(record)[3:] if record.cells else None
        row = current.get(key)
        if row != wanted:
            same = bool(row and wanted and row[1] == wanted[1])
            yield Finding(FINGERPRINT if same else RECORD, key)


def _copies(store: SqliteStore, made: dict[Key, Record]) -> Iterator[Finding]:
    """The rows for reports that are not what the records make of them."""
    by_type: dict[str, list[Record]] = defaultdict(list)
    for record in made.values():
        if record.cells and record.key.record_type in store.projections:
            by_type[record.key.record_type].append(record)
    for name, records in by_type.items():
        for area, record_id in _unlike(store, name, records):
            yield Finding(COPY, Key(area, name, record_id))


def _unlike(store: SqliteStore, name: str, records: list[Record]) -> list[tuple[str, str]]:
    """Those that differ from what SQLite makes of the same values in columns of the same kinds."""
    conn, projection = store.db.conn, store.projections[name]
    columns = rows.columns_of(projection)
    names = ", ".join(quoted(column) for column in columns)
    kinds = ", ".join(f"{quoted(column)} {KINDS[kind]}" for column, kind in columns.items())
    conn.execute("drop table if exists temp.wanted")
    conn.execute(f"create temp table wanted ({kinds})")
    conn.executemany(
        f"insert into temp.wanted values ({', '.join('?' * len(columns))})",
        (rows.copy_row(record, projection) for record in records),
    )
    stored = ", ".join(f"t.{quoted(column)}" for column in columns)
    there = f"main.{quoted(name)} as t on t._area = w._area and t._id = w._id"
    stored_sql = f"select {stored} from temp.wanted as w cross join {there}"
    sql = f"select _area, _id from (select {names} from temp.wanted except {stored_sql})"
    return conn.execute(sql).fetchall()


def _orphans(store: SqliteStore) -> Iterator[Finding]:
    """Rows for reports of records that there are not."""
    for name in store.projections:
        sql = f"select _area, _id from {quoted(name)} except select area, record_id from records "
        for area, record_id in store.db.conn.execute(f"{sql} where record_type = ?", [name]):
            yield Finding(COPY, Key(area, name, record_id))


def _of(store: SqliteStore, table: str, wanted: Collection[Key]) -> list[rows.Row]:
    listed = json.dumps(list(wanted))
    return store.db.conn.execute(f"select t.* {KEYED.format(table=table)}", [listed]).fetchall()


@contextmanager
def _moment(store: SqliteStore) -> Iterator[None]:
    """Every query of the block sees the same records; nobody has to wait for it."""
    with translated():
        store.db.conn.execute("begin deferred")
        try:
            yield
        finally:
            store.db.conn.rollback()
