"""A backup is whole and sound, or it is not there."""

import json
import sqlite3

import pytest

from sync.errors import StoreDamaged, StoreUnusable
from sync.stores.backups import check
from sync.stores.sqlite import SqliteStore, connect
from tests.contracts.entries import KEY, entry, record
from tests.contracts.projections import projections


def test_a_backup_holds_what_was_committed_and_is_one_file(store, tmp_path):
    store.append([entry(1)])
    store.save([record(title="a")])
    store.backup(tmp_path / "copy.db")

    assert [tmp_path / "copy.db"] == list(tmp_path.glob("copy*"))
    copy = SqliteStore(connect(tmp_path / "copy.db"), projections())
    assert {KEY: record(title="a")} == copy.load([KEY])


def test_a_backup_replaces_the_one_before_it(store, tmp_path):
    for number in (1, 2):
        store.append([entry(number)])
        store.backup(tmp_path / "copy.db")

    assert 2 == SqliteStore(connect(tmp_path / "copy.db"), projections()).end()


def test_a_backup_that_cannot_be_written_leaves_nothing_behind(store, tmp_path):
    with pytest.raises(StoreUnusable):
        store.backup(tmp_path / "nowhere" / "copy.db")
    assert ["store.db"] == [p.name for p in tmp_path.iterdir() if p.suffix == ".db"]


def test_a_database_that_is_not_sound_is_reported(store, tmp_path):
    store.append([entry(number, title="x" * 3000) for number in range(1, 50)])
    store.backup(tmp_path / "copy.db")
    whole = bytearray((tmp_path / "copy.db").read_bytes())
    whole[40_000:60_000] = bytes(20_000)
    (tmp_path / "copy.db").write_bytes(whole)

    with pytest.raises(StoreDamaged):
        check(sqlite3.connect(tmp_path / "copy.db"))


def test_an_index_that_lacks_a_row_is_not_sound(store):
    """Whoever is looked up by it would be unknown, though the row itself stands as it did."""
    conn = store.db.conn
    conn.execute("create table machine (name text)")
    conn.execute("create index machine_name on machine (name)")
    ((row,),) = conn.execute(
        "select json_array(type, name, tbl_name, rootpage, sql) "
        "from sqlite_master where name = 'machine_name'"
    ).fetchall()
    conn.execute("pragma writable_schema = on")
    conn.execute("delete from sqlite_master where name = 'machine_name'")
    conn.execute("pragma writable_schema = reset")
    conn.execute("insert into machine values ('a')")
    conn.execute("pragma writable_schema = on")
    conn.execute("insert into sqlite_master values (?, ?, ?, ?, ?)", json.loads(row))
    conn.execute("pragma writable_schema = reset")

    assert [("ok",)] == conn.execute("pragma quick_check").fetchall()
    with pytest.raises(StoreDamaged):
        check(conn)
