"""A write is the difference a person made, with what they had in front of them."""

from itertools import count

import pytest

from sync.changes import ASIDE, DELETED, Change, Key
from sync.clock import Timestamp, marks
from sync.merge import Record
from sync.replica import Replica
from sync.stores.memory import MemoryStore

KEY = Key("c1", "activity", "1")


@pytest.fixture
def replica():
    now = count(1000)
    return Replica(MemoryStore(), "laptop", now.__next__, marks("m"), notice_area="c1")


def record(replica):
    return replica.store.load([KEY])[KEY]


def test_it_names_itself_after_its_device_once(replica):
    again = Replica(replica.store, "laptop", lambda: 0, marks("n"))

    assert replica.name == again.name
    assert replica.name.startswith("laptop.m")


def test_a_save_that_changes_nothing_is_no_change(replica):
    replica.write(KEY, {"title": "a"})

    assert replica.write(KEY, {"title": "a"}) is None
    assert replica.write(KEY, {"title": "a"}, opened=record(replica)) is None
    assert 1 == replica.store.end()


def test_a_change_carries_its_author_its_number_and_what_it_replaced(replica):
    first = replica.write(KEY, {"title": "a", "women": 1}, "Lan")
    second = replica.write(KEY, {"title": "b"}, "Hoa")

    assert ("Lan", 1, {}) == (first.author, first.number, first.seen)
    assert ("Hoa", 2, {"title": first.at}) == (second.author, second.number, second.seen)


def test_deleting_and_restoring_are_changes_that_saw_the_whole_record(replica):
    first = replica.write(KEY, {"title": "a"})
    deletion = replica.write(KEY, {DELETED: True})
    assert {"title": first.at} == deletion.seen
    assert record(replica).deleted

    restored = replica.write(KEY, {DELETED: False})
    assert {"title": first.at, DELETED: deletion.at} == restored.seen
    assert not record(replica).deleted
    assert {"title": "a"} == record(replica).values


def test_what_was_empty_when_opened_has_seen_nothing(replica):
    replica.write(KEY, {"title": "a"})
    change = replica.write(KEY, {"title": "b"}, opened=Record(KEY))

    assert {} == change.seen


def test_records_can_be_rebuilt_from_the_log(replica):
    replica.write(KEY, {"title": "a"})
    replica.write(KEY, {"women": 3})
    before = record(replica)
    replica.store.save([Record(KEY)])
    replica.rebuild([KEY])

    assert before == record(replica)


def test_what_was_made_before_it_was_enrolled_again_is_sent_again_and_not_set_aside(replica):
    other, mine = (
        Change(KEY, {"title": n}, Timestamp(9, 0, n), replica=f"{n}.x") for n in ("other", "old")
    )
    replica.take_in([other, mine], "gone/1")
    replica.formerly = ["old"]
    must_send = replica.settle(replica.store.strays("new/1"))

    assert must_send
    assert [mine.at] == [change.at for change in replica.store.own(replica.name, 0, 9)]
    assert [other.at] == [e.change.at for e in replica.store.history([KEY]) if e.reason == ASIDE]
