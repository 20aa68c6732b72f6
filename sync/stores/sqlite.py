"""The embedded store: one SQLite file.

Sets of keys and timestamps go in as one JSON parameter, so a query is one query however
many there are.
"""

from __future__ import annotations

import json
import logging
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from heapq import merge as in_order
from itertools import islice
from pathlib import Path

from sqlite_utils import Database

from .. import rows
from ..changes import ASIDE, REPEAT, Change, Entry, Key
from ..clock import Timestamp
from ..errors import StoreDamaged, StoreUnusable
from ..merge import Record
from ..ports import ChangeCounts, Checkpoint, Damage, Head, Page, Receipt
from ..wire import ROOM
from . import rebuilding, sums, tables, watermark
from .backups import backup
from .connection import Connection, connect
from .damage import READ as ENTRY
from .damage import DamagedRows, sound
from .dialect import SQLITE, quoted
from .sqlite_errors import translated
from .watermark import Watermark

__all__ = ["SqliteStore", "connect"]

log = logging.getLogger(__name__)

ONE_KEY = "area = ? and record_type = ? and record_id = ?"
PUT_RECORD = SQLITE.upsert("records", list(rows.RECORD), ("area", "record_type", "record_id"))
PUT_CHECKPOINT = SQLITE.upsert("checkpoint", ("id", "body", "digest"), ("id",))
ONE_RECORD = f"select * from records where {ONE_KEY}"
AT_ONCE = 500  # rows of the log that are looked at together
STANDING = ", ".join(f"{name} = ?" for name in list(rows.LOG)[1:7])
SCOPED = "area in (select value from json_each(?))"
# Joins a table with a set of keys that is one JSON parameter.
KEYED = """
    from json_each(?) as k cross join {table} as t
    on t.area = json_extract(k.value, '$[0]')
    and t.record_type = json_extract(k.value, '$[1]')
    and t.record_id = json_extract(k.value, '$[2]')
"""
STEP = 100  # entries of a page that are read at a time
FIELDS = list(rows.LOG).index("fields")


class SqliteStore:
    """Keeps the log and the records, and a copy of each known record type in its own table.

    With the path of its file, it notes beside it how far the log has come (``watermark``).
    """

    def __init__(
        self, db: Database, projections: tables.Projections, path: Path | None = None
    ) -> None:
        self.db = db
        self._path = path
        self._has_grown = False
        self.projections = projections
        self._sql = Connection(db.conn)
        self._damage = DamagedRows(self._sql)
        self._stale: dict[Key, Record] = {}  # as the log has them, and their rows do not
        with translated():
            if tables.is_prepared(db.conn, projections):
                return
        with translated(), self.transaction():
            tables.prepare(db.conn, projections)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        is_inner = self._sql.conn.in_transaction
        with self._sql.transaction():
            yield
            if self._damage.is_pending and not is_inner:
                self._damage.write_down()
            if self._stale and not is_inner:
                self._write_stale()
        if self._has_grown and not self.db.conn.in_transaction:
            self._has_grown = False
            self.note()

    def note(self) -> None:
        """Note beside the file how far the log has come; what was saved does not depend on it."""
        if not self._path:
            return
        columns = "place, at, replica, number"
        where = f"held <> '{REPEAT}' order by place desc limit 1"
        with suppress(StoreUnusable):
            result = self._sql.rows(f"select {columns} from log where {where}")
            for place, at, replica, number in result:
                if number is None:  # it came from others
                    replica = self.checkpoint().name
                    number, own = self.head(replica)
                    mark = Watermark(place, at, replica, number, str(own) if number else "")
                else:
                    mark = Watermark(place, at, replica, number, at)
                watermark.note(self._path, mark)

    def checkpoint(self) -> Checkpoint:
        """:raises StoreDamaged: if neither of its two rows is what was written"""
        result = self._sql.rows("select body, digest from checkpoint order by id")
        if not result:
            return Checkpoint()
        for body, digest in result:
            with suppress(TypeError, ValueError):
                if digest in (None, rows.checksum(body)):
                    name, sent, feed, cursor, receipt, *more = json.loads(body)
                    return Checkpoint(name, sent, feed, cursor, Receipt(*receipt), *more)
        raise StoreDamaged("the checkpoint is not what was written")

    def save_checkpoint(self, checkpoint: Checkpoint) -> None:
        body = json.dumps(checkpoint)
        twice = [[number, body, rows.checksum(body)] for number in (1, 2)]  # one may be damaged
        self._sql.run(PUT_CHECKPOINT, twice)

    def append(self, entries: Iterable[Entry]) -> None:
        columns = [*rows.LOG, *rows.CHECKS]
        names, marks = ", ".join(columns), ", ".join("?" * len(columns))
        with self.transaction():
            self._has_grown = True
            sql = f"insert into log ({names}) values ({marks})"
            self._sql.run(sql, map(rows.checked_row, entries))

    def amend(self, entries: Iterable[Entry]) -> None:
        changed = list(map(rows.entry_row, entries))
        this_change = f"at = ? and held <> '{REPEAT}'"
        with self.transaction():  # numbers may swap places, and no two may ever be the same
            if self._damage.is_pending:
                self._damage.write_down()
            self._sql.run(
                f"update log set number = null where {this_change}", [row[:1] for row in changed]
            )
            sql = f"update log set {STANDING}, place_digest = ? where {this_change}"
            self._sql.run(sql, [(*row[1:7], rows.place_digest(row), row[0]) for row in changed])

    def end(self) -> int:
        return int(self._sql.rows("select coalesce(max(place), 0) from log")[0][0])

    def head(self, replica: str) -> Head:
        where = "replica = ? order by number desc limit 1"
        result = self._sql.rows(f"select {ENTRY} from log where {where}", [replica])
        if not result:
            return Head()
        for entry in self._damage.entries(result):
            return Head(entry.change.number, entry.change.at)
        damage = self._damage.at(result[0][-1])
        return Head(damage.number, damage.at) if damage else Head()

    def own(self, replica: str, after: int, limit: int) -> tuple[Change, ...]:
        where = "replica = ? and number > ? order by number limit ?"
        result = self._sql.rows(f"select {ENTRY} from log where {where}", [replica, after, limit])
        return tuple(entry.change for entry in self._damage.entries(result))

    def feed(self, after: int, limit: int, areas: Collection[str], except_from: str) -> Page:
        end = self.end()  # first, so that no later arrival is passed over
        by_area = [self._places(area, after, end, except_from, limit + 1) for area in areas]
        places = [place for (place,) in islice(in_order(*by_area), limit + 1)]
        result = entries_at(self._sql, places[:limit])
        right = {
            row[-1]: entry.change
            for row in result
            for entry in self._damage.entries([row])
            if entry.change.key.area in areas  # an index may be damaged, too
        }
        more, places = len(places) > len(result), places[: len(result)]
        return Page(tuple(right.values()), tuple(right), places[-1] if more else end, more)

    def find(self, stamps: Collection[Timestamp]) -> dict[Timestamp, Entry]:
        where = f"at in (select value from json_each(?)) and held <> '{REPEAT}'"
        texts = json.dumps(list(map(str, stamps)))
        result = self._sql.rows(f"select {ENTRY} from log where {where}", [texts])
        return {entry.change.at: entry for entry in self._damage.entries(result)}

    def repeats(self, stamps: Collection[Timestamp]) -> list[Change]:
        where = f"at in (select value from json_each(?)) and held = '{REPEAT}'"
        texts = json.dumps(list(map(str, stamps)))
        result = self._sql.rows(f"select {ENTRY} from log where {where}", [texts])
        return [entry.change for entry in self._damage.entries(result)]

    def history(self, keys: Collection[Key]) -> list[Entry]:
        entry = ", ".join(f"t.{name}" for name in ENTRY.split(", "))
        where = f"where t.held <> '{REPEAT}' order by t.place"
        sql = f"select {entry} {KEYED.format(table='log')} {where}"
        return self._damage.entries(self._sql.rows(sql, [json.dumps(list(set(keys)))]))

    def strays(self, feed: str) -> list[Entry]:
        merged = "from log indexed by strays where held = '' and feed > ''"
        other = f"(select place {merged} and feed {{}} ?)"
        where = f"place in {other.format('<')} or place in {other.format('>')}"
        sql = f"select {ENTRY} from log where {where} order by place"
        return self._damage.entries(self._sql.rows(sql, [feed, feed]))

    def damage(self, areas: Collection[str] | None = None) -> list[Damage]:
        return self._damage.among(areas)

    def restore(self, changes: Collection[Change], is_sure: bool = False) -> set[Timestamp]:
        with self.transaction():
            return self._damage.restore(changes, is_sure)

    def entries(self) -> Iterator[Entry]:
        """Every entry of the log that can be read, in order of arrival."""
        for page in self._pages():
            yield from self._damage.entries(page)

    def look_through(self) -> Iterator[list[Key]]:
        """Read every row of the log, some hundreds at a time; yield the keys of damaged ones.

        A row is damaged that is not what was written, whether it could be repaired or not.
        """
        for page in self._pages():
            yield [self._damage.key(row) for row in page if sound(row) is None]

    def give_digests(self, keys: Collection[Key]) -> None:
        """Let the rows of those records that have none count as right from now on."""
        with self.transaction():
            sql = f"select {ENTRY} from log where content_digest is null and {ONE_KEY}"
            made = [self._damage.digested(row) for key in keys for row in self._sql.rows(sql, key)]
            sets = "fields = ?, seen = ?, content_digest = ?, place_digest = ?"
            self._sql.run(f"update log set {sets} where place = ?", filter(None, made))

    def set_damage_aside(self, stamps: Collection[Timestamp]) -> None:
        with self.transaction():
            self._damage.write_down()
            args = [[str(at)] for at in stamps]
            self._sql.run(f"update damage set held = '{ASIDE}' where at = ?", args)

    def load(self, keys: Collection[Key]) -> dict[Key, Record]:
        sql = f"select t.* {KEYED.format(table='records')}"
        result = self._sql.rows(sql, [json.dumps(list(set(keys)))])
        proved = (
            rows.row_record(row, self.projections) for row in result if rows.proves_itself(row)
        )
        records = {key: self.empty(key) for key in keys} | {record.key: record for record in proved}
        if len(result) > sum(bool(record.cells) for record in records.values()):
            made = self._made_again(key for key, record in records.items() if not record.cells)
            records |= {key: replace(one, read=records[key].read) for key, one in made.items()}
        return records

    def empty(self, key: Key) -> Record:
        """The record in which nothing was written, as its type is read."""
        known = self.projections.get(key.record_type)
        return Record(key, read=known.read) if known else Record(key)

    def save(self, records: Collection[Record]) -> None:
        full = [record for record in records if record.cells]
        gone = [record.key for record in records if not record.cells]
        made = list(map(rows.record_row, full))
        with self.transaction():
            self._add_up([record.key for record in records], made)
            self._sql.run(PUT_RECORD, made)
            self._sql.run(f"delete from records where {ONE_KEY}", gone)
            self._copy(full, gone)

    def digests(self, areas: Collection[str]) -> dict[str, int]:
        return sums.read(self._sql, areas)

    def recount(self, areas: Collection[str], record_type: str) -> None:
        with self.transaction():
            sums.recount(self._sql, areas, record_type)

    def fingerprints(self, areas: Collection[str], record_type: str) -> dict[Key, int]:
        where = f"{SCOPED} and record_type = ?"
        sql = f"select area, record_type, record_id, fingerprint from records where {where}"
        result = self._sql.rows(sql, [json.dumps(list(areas)), record_type])
        return {Key(*row[:3]): rows.number_of(row[3]) for row in result}

    def change_counts(self) -> ChangeCounts:
        """How many changes stand where, for the person who made them."""
        checkpoint = self.checkpoint()
        own = self.head(checkpoint.name).number
        ((aside,),) = self._sql.rows(f"select count(*) from log where held = '{ASIDE}'")
        return ChangeCounts(own, checkpoint.sent, own - checkpoint.sent, aside)

    def refill(self) -> None:
        """Fill every copy again from the records: what they are made of has changed."""
        with translated(), self.transaction():
            for name, projection in self.projections.items():
                tables.refill(self._sql.conn, name, projection)

    def backup(self, path: str | Path, pause: Callable[[], object] = lambda: None) -> int:
        """Write a copy of the whole database to ``path``, read back row by row, or none at all.

        Returns how many rows are not what was written, here as well as in the copy.
        """
        return backup(self._sql.conn, Path(path), pause)

    def _made_again(self, keys: Iterable[Key]) -> dict[Key, Record]:
        """Those of the records that are there, with another fingerprint than their cells'."""
        made = {}
        for key in keys:
            for row in self._sql.rows(ONE_RECORD, key):
                log.warning("the row of the record %s is damaged", key)
                history = self.history([key])
                made[key] = rebuilding.rebuild(
                    key, history, rebuilding.parked_by_server(self._sql, history)
                )
                if any(damage.key == key and not damage.reason for damage in self.damage()):
                    made[key] = rebuilding.filled(made[key], row)
                else:
                    self._stale[key] = made[key]
        return made

    def _write_stale(self) -> None:
        """Put those records in place whose rows were found damaged."""
        stale, self._stale = self._stale, {}
        for key, record in stale.items():
            if not all(map(rows.proves_itself, self._sql.rows(ONE_RECORD, key))):
                self.save([record])
                sums.recount(self._sql, [key.area], key.record_type)

    def _pages(self) -> Iterator[rows.Rows]:
        """All rows of the log, some hundreds at a time."""
        sql = f"select {ENTRY} from log where place > ? order by place limit {AT_ONCE}"
        place = 0
        while page := self._sql.rows(sql, [place]):
            place = page[-1][-1]
            yield page

    def _places(self, area: str, after: int, end: int, except_from: str, limit: int) -> rows.Rows:
        """Where the merged changes of an area lie; answered by an index alone."""
        where = "held = '' and area = ? and place > ? and place <= ? and replica <> ?"
        sql = f"select place from log where {where} order by place limit ?"
        return self._sql.rows(sql, [area, after, end, except_from, limit])

    def _copy(self, full: Collection[Record], gone: Collection[Key]) -> None:
        by_type: dict[str, list[Record]] = defaultdict(list)
        for record in full:
            by_type[record.key.record_type].append(record)
        with translated():
            for name in self.projections.keys() & by_type.keys():
                tables.copy(self._sql.conn, name, self.projections[name], by_type[name])
        for area, name, record_id in gone:
            if name in self.projections:
                self._sql.run(
                    f"delete from {quoted(name)} where _area = ? and _id = ?", [[area, record_id]]
                )

    def _add_up(self, keys: Collection[Key], made: Iterable[rows.Row]) -> None:
        """Take the records' old fingerprints off their sums, and add the new ones."""
        more: dict[tuple[str, str], int] = defaultdict(int)
        sql = f"select t.area, t.record_type, fingerprint {KEYED.format(table='records')}"
        for area, name, old in self._sql.rows(sql, [json.dumps(list(set(keys)))]):
            more[area, name] -= rows.number_of(old)
        for area, name, _, new, _ in made:
            more[area, name] += int(new, 16)
        sums.add(self._sql, more)


def entries_at(sql: Connection, places: Sequence[int]) -> list[rows.Row]:
    """The entries at those places, in their order; only the first, if they hold very much.

    A conflict that grew over years has every write that met it. Two thousand like that would
    fill the memory, for a page of a few.
    """
    query = f"select {ENTRY} from json_each(?) cross join log on place = value order by place"
    entries: list[rows.Row] = []
    size = 0  # letters
    for start in range(0, len(places), STEP):
        some = sql.rows(query, [json.dumps(places[start : start + STEP])])
        entries += some
        size += sum(len(row[FIELDS]) for row in some)
        if size > ROOM:
            break
    return entries
