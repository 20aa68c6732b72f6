"""Bits that flip in the file of a database: made again from what else it knows, or noted."""

import sqlite3
from contextlib import closing

import pytest

from sync.changes import Change, Entry, Key
from sync.clock import Timestamp
from sync.errors import StoreDamaged
from sync.merge import Record, fingerprint, merge
from sync.ports import Checkpoint
from sync.stores.sqlite import SqliteStore, connect
from tests.contracts.projections import projections

KEY = Key("area-one", "activity", "recordone")
AT = Timestamp(1_764_300_000_000, 0, "markone")
NUMBER = 0x4142  # "AB" in a file
FIRST = Change(KEY, {"title": "Mường Bi", "women": 3}, AT, {}, "author", "device.one", 1)
SECOND = Change(
    KEY,
    {"title": "Hang Kia"},
    AT._replace(counter=1),
    {"title": AT},
    "author",
    "device.one",
    NUMBER,
)
THIRD = Change(KEY, {"women": 5}, AT._replace(counter=2), {}, "author", "device.two")
CHANGES = (FIRST, SECOND, THIRD)


@pytest.fixture
def path(tmp_path):
    """A database with a record that was written three times."""
    path = tmp_path / "store.db"
    store = SqliteStore(connect(path), projections())
    record = Record(KEY)
    for change in CHANGES:
        record = merge(record, change)
    store.append([Entry(FIRST), Entry(SECOND), Entry(THIRD, "server.f/1")])
    store.save([record])
    store.save_checkpoint(Checkpoint("device.one", 1))
    store.db.close()
    return path


def flip(path, table, old, new, nth=0):
    """Change bytes on the pages of a table itself; its indexes stay as they are."""
    assert len(old) == len(new)
    with closing(sqlite3.connect(path)) as conn:
        conn.execute("pragma wal_checkpoint(truncate)")
        sql = "select rootpage from sqlite_master where name = ?"
        ((page,),) = conn.execute(sql, [table])
        ((size,),) = conn.execute("pragma page_size")
    data = bytearray(path.read_bytes())
    at = (page - 1) * size - 1
    for _ in range(nth + 1):
        at = data.index(old, at + 1, page * size)
    data[at : at + len(old)] = new
    path.write_bytes(data)
    with closing(sqlite3.connect(path)) as conn:
        assert [("ok",)] == conn.execute("pragma quick_check").fetchall()


def opened(path):
    return SqliteStore(connect(path), projections())


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"markonedevice.one", b"mark\xefnedevice.one"),
        (b"markonedevice.one", b"marknnedevice.one"),
        (b"recordone", b"recordnne"),
        (b"area-one", b"areb-one"),
        (b"activity", b"actkvity"),
        (b"device.one", b"device.nne"),
        (b"server.f/1", b"server.g/1"),
        (b"device.oneAB", b"device.oneAC"),
    ],
)
def test_what_the_indexes_hold_as_well_is_made_again(path, old, new):
    flip(path, "log", old, new)
    store = opened(path)

    assert list(CHANGES) == [*store.feed(0, 9, {KEY.area}, "").changes]
    assert [] == store.damage()
    with store.transaction():
        pass
    raw = store.db.execute("select at, area, record_id, replica from log order by place").fetchone()
    assert (str(AT), KEY.area, KEY.record_id, "device.one") == raw
    assert "ok" == store.db.execute("pragma integrity_check").fetchone()[0]


def test_what_the_record_still_shows_is_made_again_from_its_cells(path):
    flip(path, "log", b"Hang Kia", b"Hang Kib")
    store = opened(path)

    assert list(CHANGES) == [e.change for e in store.history([KEY])]
    assert [] == store.damage()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Mường".encode(), "Mưỡng".encode()),
        (b"Bi", b"B\xe9"),
        (b'{"title":"M', b'{ttitle":"M'),
        (b'author{"title":"M', b'buthor{"title":"M'),
    ],
)
def test_what_nothing_proves_is_noted_and_stays_as_it_is(path, old, new):
    flip(path, "log", old, new, nth=0)
    store = opened(path)

    damaged = store.damage() or (store.history([KEY]) and store.damage())

    assert [(KEY, "device.one")] == [(d.key, d.replica) for d in damaged]
    with store.transaction():
        pass
    assert damaged == opened(path).damage()
    assert {damaged[0].at} == store.restore([c for c in CHANGES if c.at == damaged[0].at])
    assert [FIRST, SECOND] == list(store.own("device.one", 0, 9))


def test_a_damaged_checkpoint_is_read_from_its_other_row(path):
    flip(path, "checkpoint", b"device.one", b"device.nne")

    assert Checkpoint("device.one", 1) == opened(path).checkpoint()
    flip(path, "checkpoint", b"device.one", b"device.nne")
    with pytest.raises(StoreDamaged):
        opened(path).checkpoint()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"Hang Kia", b"Hang Kib"),
        (b"Hang Kia", b"Hang K\xe9a"),
        (b'{"title"', b'{ttitle"'),
        (b"area-one", b"areb-one"),
        (b"recordone", b"recordnne"),
    ],
)
def test_a_record_that_is_not_its_fingerprints_is_rebuilt_from_the_log(path, old, new):
    right = opened(path).load([KEY])
    flip(path, "records", old, new)
    store = opened(path)

    assert right == store.load([KEY])
    with store.transaction():
        pass
    assert [(1,)] == store.db.execute("select count(*) from records").fetchall()
    assert right == opened(path).load([KEY])
    assert {"activity": fingerprint(right[KEY])} == store.digests([KEY.area])


def test_a_record_stays_what_it_was_where_the_log_is_damaged_too(path):
    flip(path, "records", b"Hang Kia", b"Hang Kib")
    flip(path, "log", b'{"title":"H', b'{"titlf":"H')
    values = opened(path).load([KEY])[KEY].values

    assert {"title": "Mường Bi", "women": 5} == {**values, "title": "Mường Bi"}


def test_sums_and_fingerprints_that_are_no_numbers_stop_nothing(path):
    right = opened(path).load([KEY])[KEY]
    store = opened(path)
    store.db.execute("update digests set total = 'g' || substr(total, 2)")
    store.db.execute("update records set fingerprint = 'g' || substr(fingerprint, 2)")
    store.fingerprints([KEY.area], "activity")
    store.digests([KEY.area])
    store.save([right])
    store.recount([KEY.area], "activity")

    assert {"activity": fingerprint(right)} == store.digests([KEY.area])
    assert {KEY: fingerprint(right)} == store.fingerprints([KEY.area], "activity")


def test_what_says_why_a_change_is_held_is_made_again_and_its_time_is_unknown_if_unproved(path):
    store = opened(path)
    held = Change(KEY, {"x": 1}, AT._replace(counter=7), {}, "author", "device.three", 1)
    store.append([Entry(held, "", "closed", 0x41424344, 5)])
    store.db.close()
    flip(path, "log", b"closedABCD", b"clpsedABCD")
    again = opened(path).find([held.at])[held.at]
    flip(path, "log", b"clpsedABCD", b"closedABCE")
    unsure = opened(path).find([held.at])[held.at]

    assert Entry(held, "", "closed", 0x41424344, 5) == again
    assert Entry(held, "", "closed", 0, 0) == unsure


def test_an_index_that_has_changed_brings_nothing_out_of_its_area(path):
    flip(path, "fed", b"area-one", b"area-two")
    store = opened(path)

    assert () == store.feed(0, 9, {"area-two"}, "").changes
