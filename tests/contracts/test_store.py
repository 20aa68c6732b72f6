"""What every store promises of records and transactions."""

import pytest

from sync.changes import Key
from sync.merge import Record, fingerprint, merge
from sync.ports import Checkpoint, Head, Receipt

from .entries import KEY, entry, record


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


def fail_after_an_inner_transaction(store):
    with store.transaction():
        with store.transaction():
            store.append([entry(1)])
        raise RuntimeError("the inner one had ended well")


def test_a_transaction_inside_another_joins_it(store):
    with pytest.raises(RuntimeError):
        fail_after_an_inner_transaction(store)

    assert 0 == store.end()


def test_after_a_failure_the_next_transaction_is_kept(store):
    with pytest.raises(RuntimeError):
        power_cut_in_the_middle(store)
    with store.transaction(), store.transaction():
        store.append([entry(1)])

    assert 1 == store.end()


def test_many_at_once_are_as_one_by_one(store):
    keys = [Key("79-01", "activity", str(number)) for number in range(2000)]
    entries = [entry(n + 1, key=key, title=f"{n}") for n, key in enumerate(keys)]
    records = [merge(Record(e.change.key), e.change) for e in entries]
    store.append(entries)
    store.save(records)

    assert {record.key: record for record in records} == store.load(keys)
    assert entries == store.history(keys)
    assert {e.change.at: e for e in entries} == store.find([e.change.at for e in entries])
    assert {"activity": sum(map(fingerprint, records)) % 2**128} == store.digests({"79-01"})


def test_nothing_is_found_for_nothing(store):
    store.append([entry(1)])

    assert ({}, {}, []) == (store.find([]), store.load([]), store.history([]))
