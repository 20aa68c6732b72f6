"""What every store promises. Each store runs all of these."""

from dataclasses import replace

import pytest

from sync.changes import ASIDE, REPEAT, Change, Entry, Key
from sync.clock import Timestamp
from sync.merge import Record, fingerprint, merge
from sync.ports import Checkpoint, Head, Receipt
from sync.stores.memory import MemoryStore
from sync.stores.sqlite import SqliteStore, connect

from .projections import projections

KEY = Key("79-01", "activity", "1")


@pytest.fixture(params=["memory", "sqlite"])
def store(request, tmp_path):
    if request.param == "memory":
        return MemoryStore()
    return SqliteStore(connect(tmp_path / "store.db"), projections())


def stamp(number, replica="a.1"):
    return Timestamp(number, 0, replica)


def change(number, replica="a.1", key=KEY, **fields):
    return Change(key, fields, stamp(number, replica), {}, "Lan", replica, number)


def entry(number, replica="a.1", feed="", held="", **more):
    return Entry(change(number, replica, **more), feed, held)


def record(key=KEY, number=1, **fields):
    return merge(Record(key), change(number, key=key, **fields))


def test_a_record_comes_back_as_it_was_saved(store):
    saved = record(title="Lớp xóa mù chữ", participants=12)
    store.save([saved])

    assert {KEY: saved} == store.load([KEY])


def test_values_of_an_unexpected_kind_come_back_to_the_letter(store):
    saved = record(title=12, participants="12", women=True, notes=[1, {"a": None}], other=1.5)
    store.save([saved])

    assert {KEY: saved} == store.load([KEY])
    assert sorted(map(str, saved.cells.items())) == sorted(
        map(str, store.load([KEY])[KEY].cells.items())
    )


def test_a_record_of_an_unknown_type_is_kept(store):
    saved = record(Key("79-01", "from-a-newer-version", "1"), x=1)
    store.save([saved])

    assert {saved.key: saved} == store.load([saved.key])


def test_records_of_one_id_in_two_areas_are_two_records(store):
    here, there = record(title="a"), record(Key("79-02", "activity", "1"), title="b")
    store.save([here, there])

    assert {here.key: here, there.key: there} == store.load([here.key, there.key])


def test_a_record_without_cells_is_gone(store):
    store.save([record(title="a")])
    store.save([Record(KEY)])

    assert {KEY: Record(KEY)} == store.load([KEY])
    assert {} == store.digests({"79-01"})


def test_digests_are_the_sums_of_the_records_by_type_and_scope(store):
    first, second = record(title="a"), record(Key("79-02", "activity", "2"), title="b")
    store.save([first])
    store.save([record(title="other", number=2), second])
    store.save([first, record(Key("79-01", "scholarship", "1"), amount=1)])

    both = store.digests({"79-01", "79-02"})
    assert (fingerprint(first) + fingerprint(second)) % 2**128 == both["activity"]
    assert {"activity": fingerprint(second)} == store.digests({"79-02"})
    assert {KEY: fingerprint(first)} == store.fingerprints({"79-01"}, "activity")


def test_the_feed_gives_changes_in_order_of_arrival_and_resumes_after_its_cursor(store):
    store.append([entry(1, "b.1", title="b1"), entry(1, "a.1", title="a1")])
    first = store.feed(0, 1, {"79-01"}, "")
    store.append([entry(2, "a.1", title="a2")])
    rest = store.feed(first.cursor, 9, {"79-01"}, "")

    assert first.more
    assert ["b1"] == [c.fields["title"] for c in first.changes]
    assert ["a1", "a2"] == [c.fields["title"] for c in rest.changes]
    assert not rest.more
    assert store.end() == rest.cursor


def test_the_feed_keeps_to_its_areas_and_leaves_out_the_asker_and_what_is_held(store):
    there = Key("79-02", "activity", "1")
    store.append([entry(1, "a.1"), entry(1, "b.1"), entry(1, "c.1", key=there)])
    store.append([entry(2, "b.1", held="closed")])

    page = store.feed(0, 9, {"79-01"}, "a.1")

    assert ["b.1"] == [c.replica for c in page.changes]
    assert 4 == page.cursor


def test_a_change_has_one_place_but_its_repeats_are_numbered_too(store):
    store.append([entry(1)])
    again = replace(change(1), replica="a.2", number=1)
    store.append([Entry(again, held=REPEAT)])

    assert (Head(1, stamp(1)), Head(1, stamp(1))) == (store.head("a.1"), store.head("a.2"))
    assert [entry(1)] == store.history([KEY])
    assert {stamp(1): entry(1)} == store.find([stamp(1), stamp(2)])


def test_the_head_is_the_last_number_of_one_replica(store):
    store.append([entry(1, "a.1"), entry(2, "a.1"), entry(1, "b.1")])

    assert Head(2, stamp(2)) == store.head("a.1")
    assert Head() == store.head("c.1")
    assert [2] == [c.number for c in store.own("a.1", 1, 9)]


def test_amending_renumbers_and_sets_aside_in_place(store):
    store.append([entry(1, title="x"), entry(2, title="y"), entry(7, "b.1", "feed-1")])
    swapped = [replace(change(1, title="x"), number=2), replace(change(2, title="y"), number=1)]
    store.amend([*map(Entry, swapped), entry(7, "b.1", "feed-1", ASIDE)])

    assert ["y", "x"] == [c.fields["title"] for c in store.own("a.1", 0, 9)]
    assert ["x", "y"] == [e.change.fields.get("title") for e in store.history([KEY])][:2]
    assert [] == store.strays("feed-2")


def test_strays_are_merged_entries_of_another_feed(store):
    store.append([entry(1), entry(2, "b.1", "feed-1"), entry(3, "b.1", "feed-2")])

    assert [entry(2, "b.1", "feed-1")] == store.strays("feed-2")


def power_cut_in_the_middle(store):
    with store.transaction():
        store.append([entry(1, title="half")])
        store.save([record(title="half")])
        store.save_checkpoint(Checkpoint("a.1", 1, "f", 1))
        raise RuntimeError("power cut")


def test_a_failed_transaction_leaves_no_trace(store):
    with pytest.raises(RuntimeError):
        power_cut_in_the_middle(store)

    assert Head() == store.head("a.1")
    assert Checkpoint() == store.checkpoint()
    assert {} == store.digests({"79-01"})


def test_the_checkpoint_comes_back(store):
    store.save_checkpoint(Checkpoint("a.1", 3, "server.x/1", 7, Receipt(5, 3, 1 << 127, -8)))

    assert Checkpoint("a.1", 3, "server.x/1", 7, Receipt(5, 3, 1 << 127, -8)) == store.checkpoint()


def test_an_upgrade_copies_what_waited_into_the_new_columns(tmp_path):
    db = connect(tmp_path / "store.db")
    old = SqliteStore(db, projections(activity={"title": str}))
    old.save([record(title="a", women=3), record(Key("79-01", "scholarship", "1"), amount=5)])
    SqliteStore(db, projections())

    assert [("a", 3)] == [(row["title"], row["women"]) for row in db["activity"].rows]
    assert [5] == [row["amount"] for row in db["scholarship"].rows]
