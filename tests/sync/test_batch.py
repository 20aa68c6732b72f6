"""Writes that belong together: made, written down, and taken back, as ordinary changes."""

from itertools import count

import pytest

from sync.batch import Row, Terms, put, put_all, undo, undo_all
from sync.changes import DELETED, Key
from sync.clock import ZERO, marks
from sync.replica import Replica
from sync.stores.batches import Batch, Batches
from sync.stores.sqlite import SqliteStore, connect
from tests.contracts.projections import projections

KEY = Key("c1", "activity", "1")
OLD = {"title": "cũ", "women": 3}


@pytest.fixture
def replica(tmp_path):
    store = SqliteStore(connect(tmp_path / "store.db"), projections())
    yield Replica(store, "laptop", count(1000).__next__, marks("m"), notice_area="c1")
    store.db.close()


@pytest.fixture
def journal(replica):
    batches = Batches(replica.store)
    batches.save(Batch("b1", "activity", "c1", "so.csv", "Lan", 1))
    return batches.journal("b1")


def record(replica, key=KEY):
    return replica.store.load([key])[key]


def rows(many):
    return [Row(n, KEY._replace(record_id=f"r{n}"), {"title": f"{n}"}) for n in range(2, many + 2)]


def test_a_record_that_a_row_made_is_deleted_again(replica):
    done = put(replica, Row(2, KEY, {"title": "mới"}), "Lan")

    assert undo(replica, done, "Lan")
    assert record(replica).deleted


def test_a_record_that_a_row_changed_is_as_it_was(replica):
    replica.write(KEY, OLD)
    done = put(replica, Row(2, KEY, {"title": "mới", "men": 4}), "Lan")
    assert {"title": "mới", "women": 3, "men": 4} == record(replica).values

    assert undo(replica, done, "Lan")
    assert {**OLD, "men": None} == record(replica).values
    assert not record(replica).deleted


def test_a_row_brings_a_deleted_record_back_and_its_undo_deletes_it(replica):
    replica.write(KEY, {**OLD, DELETED: True})
    done = put(replica, Row(2, KEY, OLD), "Lan")
    assert not record(replica).deleted

    assert undo(replica, done, "Lan")
    assert record(replica).deleted
    assert OLD == record(replica).values


def test_what_somebody_has_touched_since_stays(replica):
    done = put(replica, Row(2, KEY, {"title": "mới"}), "Lan")
    replica.write(KEY, {"women": 5}, "Tuấn")

    assert not undo(replica, done, "Lan")
    assert {"title": "mới", "women": 5} == record(replica).values


def test_a_row_that_says_what_is_there_already_writes_nothing(replica):
    replica.write(KEY, OLD)

    assert put(replica, Row(2, KEY, OLD), "Lan") is None
    assert 1 == replica.store.end()


def test_all_of_a_batch_is_written_and_taken_back(replica, journal):
    list(put_all(replica, rows(250), journal, "Lan"))
    assert 250 == len(replica.store.fingerprints(["c1"], "activity"))

    assert 250 == sum(undo_all(replica, journal, "Lan"))
    keys = list(replica.store.fingerprints(["c1"], "activity"))
    assert all(found.deleted for found in replica.store.load(keys).values())
    assert [] == journal.last(9)


def test_a_batch_that_was_cut_off_goes_on_where_it_stopped(replica, journal):
    next(put_all(replica, rows(250), journal, "Lan"))
    before = replica.store.end()
    list(put_all(replica, rows(250), journal, "Lan"))

    assert 100 == before
    assert 250 == replica.store.end()


def test_two_rows_about_one_record_are_both_taken_back(replica, journal):
    replica.write(KEY, OLD)
    twice = [Row(2, KEY, {"title": "một"}), Row(3, KEY, {"title": "hai"})]
    list(put_all(replica, twice, journal, "Lan"))
    list(undo_all(replica, journal, "Lan"))

    assert OLD == record(replica).values
    assert 0 == Batches(replica.store).find("b1").kept


def test_how_many_stay_is_written_down(replica, journal):
    list(put_all(replica, rows(5), journal, "Lan"))
    replica.write(KEY._replace(record_id="r3"), {"women": 1}, "Tuấn")
    list(undo_all(replica, journal, "Lan"))

    assert 1 == Batches(replica.store).find("b1").kept
    assert 5 == Batches(replica.store).find("b1").written


def test_what_was_written_since_a_row_was_looked_at_is_passed_over(replica, journal):
    seen = replica.write(KEY, OLD).at
    replica.write(KEY, {"title": "người khác"})
    list(put_all(replica, [Row(2, KEY, {"title": "mới"}, seen)], journal, "Lan"))

    assert "người khác" == record(replica).values["title"]
    assert (0, 1) == told(replica)


def test_what_somebody_made_since_a_row_was_to_be_new_is_passed_over(replica, journal):
    replica.write(KEY, OLD)
    list(put_all(replica, [Row(2, KEY, {"title": "mới"}, ZERO)], journal, "Lan"))

    assert (OLD, (0, 1)) == (record(replica).values, told(replica))


@pytest.mark.parametrize("between", [1, 150])
def test_what_a_row_above_wrote_is_not_passed_over(replica, journal, between):
    """Neither within one transaction nor after it."""
    seen = replica.write(KEY, OLD).at
    first = Row(2, KEY, {"title": "một"}, seen)
    last = Row(between + 3, KEY, {"title": "hai"}, seen)
    others = [row._replace(number=row.number + 1) for row in rows(between)]
    list(put_all(replica, [first, *others, last], journal, "Lan"))

    assert "hai" == record(replica).values["title"]
    assert (between + 2, 0) == told(replica)


def test_nothing_is_written_or_taken_back_that_may_not_be(replica, journal):
    never = Terms(may=lambda record: False)
    list(put_all(replica, rows(2), journal, "Lan", never))
    assert (0, 2) == told(replica)

    replica.store.db.execute("update batch set reached = 0")
    list(put_all(replica, rows(2), journal, "Lan"))
    list(undo_all(replica, journal, "Lan", never))
    assert not record(replica, KEY._replace(record_id="r2")).deleted
    assert 2 == Batches(replica.store).find("b1").kept


def test_what_is_never_changed_is_taken_back_by_a_further_record(replica, journal):
    def answer(done, record):
        name = f"back-{done.key.record_id}"
        return Row(done.number, done.key._replace(record_id=name), {"women": 7})

    list(put_all(replica, rows(3), journal, "Lan"))
    list(undo_all(replica, journal, "Lan", Terms(answer=answer)))
    keys = list(replica.store.fingerprints(["c1"], "activity"))

    assert 6 == len(keys)
    assert not any(found.deleted for found in replica.store.load(keys).values())
    assert 0 == Batches(replica.store).find("b1").kept


def test_what_is_answered_already_stays_and_is_counted(replica, journal):
    list(put_all(replica, rows(2), journal, "Lan"))
    list(undo_all(replica, journal, "Lan", Terms(answer=lambda done, record: None)))

    assert 2 == Batches(replica.store).find("b1").kept
    assert 2 == replica.store.end()


def told(replica):
    its = Batches(replica.store).find("b1")
    return its.written, its.passed
