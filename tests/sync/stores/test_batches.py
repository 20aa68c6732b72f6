"""What was brought in at once is kept beside the log, and with it how to take it back."""

from dataclasses import replace
from itertools import count

import pytest

from sync.batch import Done, Row, put_all, undo_all
from sync.changes import Change, Entry, Key
from sync.clock import ZERO, Timestamp, marks
from sync.replica import Replica
from sync.stores.batches import DONE, DRAFT, Batch, Batches
from sync.stores.sqlite import SqliteStore, connect
from tests.contracts.projections import projections

ONE = Batch("b1", "activity", "c1", "so.csv", "Lan", made=5, total=3)
WRITE = Done(2, Key("c1", "activity", "r1"), Timestamp(7, 0, "m"), {"title": None}, True)
KEYS = Key("c1", "activity", "r1"), Key("c1", "activity", "r2")


@pytest.fixture
def store(tmp_path):
    store = SqliteStore(connect(tmp_path / "store.db"), projections())
    yield store
    store.db.close()


def test_batches_of_a_type_and_an_area_come_the_newest_first(store):
    batches = Batches(store)
    for name, made, area in (("b1", 1, "c1"), ("b2", 2, "c1"), ("b3", 3, "c2")):
        batches.save(Batch(name, "activity", area, "so.csv", "Lan", made))

    assert ["b2", "b1"] == [batch.id for batch in batches.of_type("activity", "c1")]
    assert [] == batches.of_type("evaluation", "c1")


def test_a_batch_is_changed_and_dropped(store):
    batches = Batches(store)
    batches.save(ONE)

    assert DONE == batches.put("b1", state=DONE).state == batches.find("b1").state
    batches.drop("b1")
    assert batches.find("b1") is None
    with pytest.raises(KeyError):
        batches.put("b1", state=DONE)


def test_writes_are_kept_to_the_letter_until_they_are_dealt_with(store):
    batches = Batches(store)
    batches.save(ONE)
    journal = batches.journal("b1")
    journal.note([WRITE], reached=4)

    assert [WRITE] == journal.last(9)
    assert 4 == journal.reached()
    journal.forget([WRITE], kept=1)
    assert [] == journal.last(9)
    assert (1, 1) == (batches.find("b1").written, batches.find("b1").kept)


def test_what_is_noted_in_a_transaction_that_fails_was_never_noted(store):
    batches = Batches(store)
    batches.save(ONE)
    with pytest.raises(ZeroDivisionError):
        _noted_in_vain(store, batches.journal("b1"))

    assert ONE == Batches(store).find("b1")


def test_what_is_changed_of_a_batch_is_only_that(store):
    """What its journal counts meanwhile is counted."""
    batches = Batches(store)
    batches.save(ONE)
    batches.journal("b1").note([WRITE], reached=4)
    batches.put("b1", state=DONE)

    assert (DONE, 4, 1) == (
        batches.find("b1").state,
        batches.find("b1").reached,
        batches.find("b1").written,
    )


def test_a_batch_knows_its_own_writes(store):
    batches = Batches(store)
    batches.save(ONE)
    batches.journal("b1").note([WRITE], reached=4, passed=2)

    assert 2 == batches.find("b1").passed
    assert [True, False] == [batches.journal("b1").wrote(at) for at in (WRITE.at, ZERO)]
    assert not batches.journal("b2").wrote(WRITE.at)


def test_drafts_are_found_by_their_age(store):
    batches = Batches(store)
    for name, state, made in (("old", DRAFT, 1), ("new", DRAFT, 9), ("done", DONE, 1)):
        batches.save(replace(ONE, id=name, state=state, made=made))

    assert ["old"] == [batch.id for batch in batches.drafts(before=5)]


def test_batches_of_an_older_version_are_kept(store):
    """It could not pass a row over."""
    batches = Batches(store)
    batches.save(ONE)
    store.db.conn.execute("alter table batch drop column passed")

    assert ONE == Batches(store).find("b1")


def test_what_stood_before_is_forgotten_of_records_that_were_touched_since(store):
    """It never comes back, and may have been erased; a write of the batch's own is no touch."""
    hub = Replica(store, "server", count(1000).__next__, marks("m"), is_hub=True)
    batches = Batches(store)
    batches.save(replace(ONE, state=DONE))
    journal = batches.journal("b1")
    rows = [Row(2, KEYS[0], {"title": "B"}), Row(3, KEYS[1], {"title": "B"})]
    rows += [Row(4, KEYS[1], {"venue": "C"})]
    for key in KEYS:
        hub.write(key, {"title": "A"})
    list(put_all(hub, rows, journal, "Lan"))
    hub.write(KEYS[0], {"title": None})
    batches.settle("b1")

    assert [4, 3] == [done.number for done in journal.last(9)]
    assert 1 == batches.find("b1").kept
    list(undo_all(hub, journal, "Lan"))
    assert [None, "A"] == [store.load([key])[key].values["title"] for key in KEYS]
    assert 1 == batches.find("b1").kept


def test_what_is_parked_touches_nothing(store):
    batches = Batches(store)
    batches.save(replace(ONE, state=DONE))
    batches.journal("b1").note([WRITE], reached=4)
    change = Change(WRITE.key, {"title": None}, Timestamp(9, 0, "n"))
    store.append([Entry(change, reason="outside the home area")])
    batches.settle("b1")

    assert [WRITE] == batches.journal("b1").last(9)


def _noted_in_vain(store, journal):
    with store.transaction():
        journal.note([WRITE], reached=4)
        raise ZeroDivisionError
