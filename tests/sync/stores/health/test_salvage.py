"""What is taken from a damaged file is proved; what is not proved is left there."""

import shutil
import sqlite3

import pytest

from sync.changes import ASIDE, Entry, Key
from sync.clock import marks
from sync.replica import Replica
from sync.rows import entry_row
from sync.stores.health import pages, salvage
from sync.stores.sqlite import SqliteStore, connect
from tests.contracts.entries import entry
from tests.contracts.projections import projections


@pytest.fixture
def path(tmp_path):
    """A centre's database with three changes, two of them of one record."""
    store = SqliteStore(connect(tmp_path / "live.db"), projections())
    replica = Replica(store, "d1", lambda: 1_353_571_500_000, marks("m"))
    for name, title in (("r1", "Một"), ("r1", "Hai"), ("r2", "Ba")):
        replica.write(Key("a1", "activity", name), {"title": title, "venue": "Mường Bi"}, "Lan")
    store.backup(tmp_path / "file.db")
    store.db.close()
    return tmp_path / "file.db"


def _missing(path, known=frozenset(), areas=("a1",)):
    found = salvage.missing(path, lambda stamps: known & set(stamps), areas)
    return sorted((e.change.key.record_id, e.change.fields.get("title", "")) for e in found)


def _change(path, sql):
    with sqlite3.connect(path) as conn:
        assert conn.execute(sql).rowcount
    conn.close()


def test_all_changes_are_found_but_those_that_are_known(path):
    known = {e.change.at for e in salvage.missing(path, lambda _: set(), ["a1"])[:1]}

    assert [("r1", "Hai"), ("r1", "Một"), ("r2", "Ba")] == _missing(path)
    assert 2 == len(_missing(path, known))
    assert [] == _missing(path, areas=["a2"])


def test_a_value_that_changed_on_the_disk_is_the_one_that_the_record_proves(path):
    _change(path, "update log set fields = replace(fields, 'Ba', 'Bo')")

    assert ("r2", "Ba") in _missing(path)


def test_a_change_whose_entry_is_gone_is_made_again_of_its_record(path):
    _change(path, "delete from log")

    assert [("r1", ""), ("r1", "Hai"), ("r2", "Ba")] == _missing(path)  # and where it was held


def test_a_record_that_changed_on_the_disk_proves_nothing(path):
    _change(path, "update records set cells = replace(cells, 'Ba', 'Bo')")
    _change(path, "delete from log where record_id = 'r2'")

    assert [("r1", "Hai"), ("r1", "Một")] == _missing(path)


def test_an_entry_under_another_records_name_is_put_right(path):
    _change(path, "update log set record_id = 'rX' where record_id = 'r2'")

    assert [("r1", "Hai"), ("r1", "Một"), ("r2", "Ba")] == _missing(path)


@pytest.mark.parametrize(
    "spoiled",
    [
        {"at": "0000000000001-0000"},
        {"at": "1-0-m"},
        {"number": None},
        {"number": -1},
        {"held": "x"},
        {"replica": "d1"},
        {"fields": "{}"},
        {"fields": '{"title": '},
        {"area": ""},
        {"record_type": 7},
        {"seen": "[]x"},
    ],
)
def test_an_entry_that_does_not_fit_itself_is_none(spoiled):
    names = ["place", *salvage.rows.LOG]
    whole = dict(zip(names, (1, *entry_row(entry(1, title="a"))), strict=True)) | {
        "replica": "d1.x"
    }

    assert isinstance(salvage.entry(tuple(whole.values())), Entry)
    assert salvage.entry(tuple({**whole, **spoiled}.values())) is None


def test_what_was_set_aside_stays_set_aside(path):
    was = f"feed = 'f', number = null, held = '{ASIDE}', place_digest = null"
    _change(path, f"update log set {was}")
    found = salvage.missing(path, lambda _: set(), ["a1"])

    assert {ASIDE} == {e.reason for e in found}


def test_rows_of_a_table_are_read_as_far_as_they_can_be(path, tmp_path):
    assert 3 == len(salvage.table(path, "log"))
    assert [] == salvage.table(path, "staff")
    (tmp_path / "none.db").write_bytes(b"x" * 5000)
    assert [] == salvage.table(tmp_path / "none.db", "log")


def test_the_end_of_a_log_that_sqlite_leaves_out_is_noticed(tmp_path):
    store = SqliteStore(connect(tmp_path / "live.db"), projections())
    replica = Replica(store, "d1", lambda: 1_353_571_500_000, marks("m"))
    replica.write(Key("a1", "activity", "r1"), {"title": "Một"})
    for name in ("live.db", "live.db-wal"):
        shutil.copy(tmp_path / name, tmp_path / name.replace("live", "cut"))
    store.db.close()
    known = {replica_at(tmp_path / "cut.db")}

    assert not salvage.cut(tmp_path / "cut.db", 10_000, lambda _: set())
    assert not salvage.cut(tmp_path / "cut.db", 1, lambda _: set())
    with (tmp_path / "cut.db-wal").open("r+b") as file:
        file.seek(pages.frames(tmp_path / "cut.db")[1][1].place)  # a frame before the last commit
        file.write(b"?")
    assert salvage.cut(tmp_path / "cut.db", 1, lambda _: set())
    assert not salvage.cut(tmp_path / "cut.db", 1, lambda _: known)


def replica_at(path):
    (found,) = salvage.missing(path, lambda _: set(), ["a1"])
    return found.change.at
