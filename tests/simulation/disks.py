"""Disks that can be imaged, put back, copied, that rot, and that lose power amid a step."""

from functools import lru_cache

from sqlite_utils import Database

from sync.changes import REPEAT
from sync.rows import row_entry
from sync.stores.damage import sound
from sync.stores.memory import MemoryStore
from sync.stores.sqlite import ENTRY, SqliteStore
from tests.contracts.projections import projections

OLD = projections(activity={"title": int, "women": int})
_entry = lru_cache(100_000)(row_entry)  # a world reads its logs at every step
_sound = lru_cache(100_000)(sound)
NEW = projections(activity={"title": int, "women": int, "newer": int}, lesson={"title": int})


class PowerCut(Exception):
    pass


class Disk:
    """A store that can lose power: the call after the next ``fuse`` calls never returns."""

    def __init__(self, store):
        self.store, self.fuse = store, None

    def __getattr__(self, name):
        if self.fuse is not None and name != "transaction":
            self.fuse -= 1
            if self.fuse < 0:
                self.fuse = None
                raise PowerCut
        return getattr(self.store, name)


class MemoryDisk(Disk):
    def __init__(self, image=None):
        super().__init__(MemoryStore())
        vars(self.store).update(image or {})
        vars(self.store).update(self.image())  # the image stays as it is

    def image(self):
        return self.store.image()

    def records(self):
        return self.store.records

    def rows(self):
        return self.store.log

    def log(self):
        if not self.store.spoiled:
            return self.store.log
        return [e for e in self.store.log if not self._is_spoiled(e)]

    def spoil(self, at):
        self.store.spoil(at)

    def spoiled(self):
        return {e.change.at for e in self.store.log if self._is_spoiled(e)}

    def _is_spoiled(self, entry):
        return entry.change.at in self.store.spoiled and entry.reason != REPEAT

    def check_copies(self):
        pass

    def forget(self, entry):
        self.store.log = [e for e in self.store.log if e != entry]


class SqliteDisk(Disk):
    def __init__(self, image=None, tables=OLD):
        db = Database(memory=True)
        if image:
            db.conn.deserialize(image)
        self.tables = tables
        super().__init__(SqliteStore(db, tables))

    def image(self):
        return self.store.db.conn.serialize()

    def upgraded(self):
        return SqliteDisk(self.image(), NEW)

    def records(self):
        keys = {e.change.key for e in self.rows()}
        return {key: r for key, r in self.store.load(keys).items() if r.cells}

    def check_copies(self):
        """The tables for reports say what the records say."""
        for name, (columns, *_) in self.tables.items():
            made = {k: r.values for k, r in self.records().items() if k.record_type == name}
            rows = {(row["_area"], row["_id"]): row for row in self.store.db[name].rows}
            assert {(k.area, k.record_id) for k in made} == rows.keys()
            for key, values in made.items():
                row = rows[key.area, key.record_id]
                flat = {c: values.get(c) for c in columns if _is_plain(values.get(c))}
                assert flat == {c: row[c] for c in flat}

    def rows(self):
        """All entries, also those that are not what was written."""
        return list(map(_entry, self._read()))

    def log(self):
        return list(filter(None, map(_sound, self._read())))

    def spoil(self, at):
        sql = f"update log set author = author || '?' where at = ? and held <> '{REPEAT}'"
        self.store.db.execute(sql, [str(at)])

    def spoiled(self):
        return {_entry(row).change.at for row in self._read() if not _sound(row)}

    def _read(self):
        return self.store.db.execute(f"select {ENTRY} from log order by place")

    def forget(self, entry):
        self.store.db["log"].delete_where("at = ?", [str(entry.change.at)])


def _is_plain(value):
    """Whether a column of whole numbers holds it as it is: a machine may say anything."""
    return value is None or (type(value) is int and -(2**63) <= value < 2**63)
