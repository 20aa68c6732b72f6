"""The embedded store: one SQLite file, through sqlite-utils.

Sets of keys and timestamps go in as one JSON parameter, so a query is one query however
many there are.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager

from sqlite_utils import Database

from .. import rows
from ..changes import REPEAT, Change, Entry, Key
from ..clock import Timestamp
from ..merge import MODULUS, Record
from ..ports import Checkpoint, Head, Page

KEYED = """
    from json_each(?) as k cross join [{table}] as t
    on t.area = json_extract(k.value, '$[0]')
    and t.record_type = json_extract(k.value, '$[1]')
    and t.record_id = json_extract(k.value, '$[2]')
"""
SCOPED = "area in (select value from json_each(?))"


class SqliteStore:
    """Keeps the log and the records, and a copy of each known record type in its own table."""

    def __init__(self, db: Database, tables: Mapping[str, Mapping[str, type]]) -> None:
        self.db = db
        self.tables = tables
        db.conn.isolation_level = None  # transactions begin and end where we say, nowhere else
        db.enable_wal()
        db["log"].create(rows.LOG, pk="place", if_not_exists=True)
        db["log"].create_index(["area", "record_type", "record_id"], if_not_exists=True)
        once = f"create unique index if not exists stamped on log (at) where held <> '{REPEAT}'"
        db.execute("create unique index if not exists numbered on log (replica, number)")
        db.execute(once)
        db.execute("create index if not exists strays on log (feed) where held = ''")
        key = ("area", "record_type", "record_id")
        db["records"].create(rows.RECORD, pk=key, if_not_exists=True)
        db["digests"].create(
            {"area": str, "record_type": str, "total": str}, pk=key[:2], if_not_exists=True
        )
        db["checkpoint"].create({"id": int, "body": str}, pk="id", if_not_exists=True)
        for name, columns in tables.items():
            self._create(name, columns)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        # IMMEDIATE: two readers that both turn writers would make one of them fail.
        self.db.conn.execute("begin immediate")
        try:
            yield
        except BaseException:
            self.db.conn.rollback()
            raise
        self.db.conn.commit()

    def checkpoint(self) -> Checkpoint:
        found = next(self.db.query("select body from checkpoint"), None)
        return Checkpoint(*json.loads(found["body"])) if found else Checkpoint()

    def save_checkpoint(self, checkpoint: Checkpoint) -> None:
        self._run("insert or replace into checkpoint values (1, ?)", [[json.dumps(checkpoint)]])

    def append(self, entries: Iterable[Entry]) -> None:
        sql = f"insert into log ({', '.join(list(rows.LOG)[1:])}) values (?,?,?,?,?,?,?,?,?)"
        self._run(sql, map(rows.entry_row, entries))

    def amend(self, entries: Iterable[Entry]) -> None:
        changed = list(map(rows.entry_row, entries))
        mine = f"at = ? and held <> '{REPEAT}'"
        self._run(f"update log set number = null where {mine}", [row[:1] for row in changed])
        sql = f"update log set replica = ?, number = ?, feed = ?, held = ?, body = ? where {mine}"
        self._run(sql, [(*row[1:5], row[8], row[0]) for row in changed])

    def end(self) -> int:
        return next(self.db.query("select coalesce(max(place), 0) as top from log"))["top"]

    def head(self, replica: str) -> Head:
        sql = "select number, at from log where replica = ? order by number desc limit 1"
        found = next(self.db.query(sql, [replica]), None)
        return Head(found["number"] or 0, Timestamp.parse(found["at"])) if found else Head()

    def own(self, replica: str, after: int, limit: int) -> tuple[Change, ...]:
        where = "replica = ? and number > ?"
        found = self.db["log"].rows_where(where, [replica, after], order_by="number", limit=limit)
        return tuple(rows.row_entry(row).change for row in found)

    def feed(self, after: int, limit: int, areas: Collection[str], except_from: str) -> Page:
        end = self.end()  # first, so that no later arrival is passed over
        where = f"place > ? and place <= ? and held = '' and {SCOPED} and replica <> ?"
        args = [after, end, json.dumps(list(areas)), except_from]
        found = list(self.db["log"].rows_where(where, args, order_by="place", limit=limit + 1))
        page, more = found[:limit], len(found) > limit
        changes = tuple(rows.row_entry(row).change for row in page)
        return Page(changes, page[-1]["place"] if more else end, more)

    def find(self, stamps: Collection[Timestamp]) -> dict[Timestamp, Entry]:
        where = f"at in (select value from json_each(?)) and held <> '{REPEAT}'"
        found = self.db["log"].rows_where(where, [json.dumps(list(map(str, stamps)))])
        entries = map(rows.row_entry, found)
        return {entry.change.at: entry for entry in entries}

    def history(self, keys: Collection[Key]) -> list[Entry]:
        sql = f"select t.* {KEYED.format(table='log')} and held <> '{REPEAT}' order by place"
        return list(map(rows.row_entry, self.db.query(sql, [json.dumps(list(set(keys)))])))

    def strays(self, feed: str) -> list[Entry]:
        where = "held = '' and (feed > ? or feed < ?) and feed > ''"
        found = self.db["log"].rows_where(where, [feed, feed], order_by="place")
        return list(map(rows.row_entry, found))

    def load(self, keys: Collection[Key]) -> dict[Key, Record]:
        sql = f"select t.* {KEYED.format(table='records')}"
        found = map(rows.row_record, self.db.query(sql, [json.dumps(list(set(keys)))]))
        return {key: Record(key) for key in keys} | {record.key: record for record in found}

    def save(self, records: Collection[Record]) -> None:
        self._add_up([record.key for record in records], -1)
        full = [record for record in records if record.cells]
        gone = [record for record in records if not record.cells]
        self._run("insert or replace into records values (?,?,?,?,?)", map(rows.record_row, full))
        mine = "area = ? and record_type = ? and record_id = ?"
        self._run(f"delete from records where {mine}", [record.key for record in gone])
        self._add_up([record.key for record in full], 1)
        for name in self.tables.keys() & {record.key.record_type for record in records}:
            self._copy(name, [record for record in records if record.key.record_type == name])

    def digests(self, areas: Collection[str]) -> dict[str, int]:
        sums: dict[str, int] = defaultdict(int)
        for row in self.db["digests"].rows_where(SCOPED, [json.dumps(list(areas))]):
            sums[row["record_type"]] = (sums[row["record_type"]] + int(row["total"], 16)) % MODULUS
        return {name: value for name, value in sums.items() if value}

    def fingerprints(self, areas: Collection[str], record_type: str) -> dict[Key, int]:
        where = f"{SCOPED} and record_type = ?"
        found = self.db["records"].rows_where(where, [json.dumps(list(areas)), record_type])
        key = ("area", "record_type", "record_id")
        return {Key(*(row[name] for name in key)): int(row["fingerprint"], 16) for row in found}

    def _create(self, name: str, columns: Mapping[str, type]) -> None:
        """Make or widen the table of a record type, and fill what is new in it."""
        before = self.db[name].columns_dict if self.db[name].exists() else {}
        wanted = {**rows.HIDDEN, **columns}
        self.db[name].create(wanted, pk=("_area", "_id"), transform=True)
        if wanted.keys() - before.keys():
            found = self.db["records"].rows_where("record_type = ?", [name])
            self._copy(name, list(map(rows.row_record, found)))

    def _copy(self, name: str, records: Collection[Record]) -> None:
        columns = self.tables[name]
        full = [rows.copy_row(record, columns) for record in records if record.cells]
        gone = [record.key for record in records if not record.cells]
        names = ", ".join(f"[{column}]" for column in [*rows.HIDDEN, *columns])
        marks = ", ".join(f":{column}" for column in [*rows.HIDDEN, *columns])
        self._run(f"insert or replace into [{name}] ({names}) values ({marks})", full)
        self._run(f"delete from [{name}] where _area = ? and ? <> '' and _id = ?", gone)

    def _add_up(self, keys: Collection[Key], sign: int) -> None:
        """Add the fingerprints of those records to their sums, or take them off."""
        sql = f"select t.area, t.record_type, fingerprint {KEYED.format(table='records')}"
        sums: dict[tuple[str, str], int] = defaultdict(int)
        for row in self.db.query(sql, [json.dumps(list(set(keys)))]):
            sums[row["area"], row["record_type"]] += sign * int(row["fingerprint"], 16)
        for (area, record_type), more in sums.items():
            args = [area, record_type]
            found = next(self.db["digests"].rows_where("area = ? and record_type = ?", args), None)
            value = (int(found["total"], 16) if found else 0) + more
            self._run(
                "insert or replace into digests values (?, ?, ?)",
                [[*args, f"{value % MODULUS:032x}"]],
            )

    def _run(self, sql: str, args: Iterable[object]) -> None:
        self.db.conn.executemany(sql, args)
