"""What every store promises when one of its rows is no longer what was written."""

from dataclasses import replace

import pytest

from sync.changes import REPEAT, Entry, Key
from sync.ports import Head
from sync.stores.memory import MemoryStore

from .entries import KEY, change, entry, stamp

OTHER = Key("79-01", "activity", "2")


def spoil(store, at):
    """Change a letter of that entry, as a disk does that grows old."""
    if isinstance(store, MemoryStore):
        store.spoil(at)
        return
    sql = "update log set fields = replace(fields, 'right', 'wrong') where at = ?"
    assert 1 == store.db.execute(sql, [str(at)]).rowcount


@pytest.fixture
def spoiled(store):
    """Three changes of which the second is damaged, and reading came across it."""
    store.append(
        [entry(1, title="a"), entry(2, title="right", key=OTHER), entry(3, title="c")],
    )
    store.amend([entry(3, feed="f", title="c")])
    spoil(store, stamp(2))
    assert 2 == len(store.feed(0, 9, {"79-01"}, "").changes)
    return store


def test_a_damaged_row_is_passed_over_by_all_that_reads_the_log(spoiled):
    page = spoiled.feed(0, 9, {"79-01"}, "")

    assert [1, 3] == [c.at.millis for c in page.changes]
    assert ((1, 3), 3, False) == (page.places, page.cursor, page.more)
    assert {stamp(1), stamp(3)} == set(spoiled.find([stamp(1), stamp(2), stamp(3)]))
    assert [] == spoiled.history([OTHER])
    assert [1, 3] == [c.at.millis for c in spoiled.own("a.1", 0, 9)]


def test_a_page_that_ends_at_a_damaged_row_goes_on_behind_it(spoiled):
    first = spoiled.feed(0, 1, {"79-01"}, "")
    rest = spoiled.feed(first.cursor, 9, {"79-01"}, "")

    assert first.more
    assert [3] == [c.at.millis for c in rest.changes]


def test_it_is_noted_with_what_is_known_of_it(spoiled):
    (noted,) = spoiled.damage({"79-01"})

    assert (2, stamp(2), OTHER, "a.1", 2, "") == noted
    assert [] == spoiled.damage({"79-02"})
    assert [noted] == spoiled.damage()


def test_the_head_of_a_history_is_known_although_its_row_is_damaged(store):
    store.append([entry(1, title="a"), entry(2, title="right")])
    spoil(store, stamp(2))

    assert Head(2, stamp(2)) == store.head("a.1")


def test_only_the_same_change_takes_the_place_of_a_damaged_row(spoiled):
    right = change(2, title="right", key=OTHER)

    assert set() == spoiled.restore([replace(right, fields={"title": "other"})])
    assert set() == spoiled.restore([replace(right, author="Hoa")])
    assert set() == spoiled.restore([change(9, title="right", key=OTHER)])
    assert {stamp(2)} == spoiled.restore([replace(right, replica="b.7", number=5)])
    assert [Entry(right)] == spoiled.history([OTHER])
    assert [] == spoiled.damage()


def test_a_restored_change_comes_once_more_to_whoever_follows_the_feed(spoiled):
    cursor = spoiled.feed(0, 9, {"79-01"}, "").cursor
    spoiled.restore([change(2, title="right", key=OTHER)])

    assert [2] == [c.at.millis for c in spoiled.feed(cursor, 9, {"79-01"}, "").changes]
    assert [1, 2, 3] == [c.number for c in spoiled.own("a.1", 0, 9) if c.number]


def test_who_is_sure_replaces_whatever_stood_there(spoiled):
    assert {stamp(2)} == spoiled.restore([change(2, title="sure", key=OTHER)], is_sure=True)
    assert ["sure"] == [e.change.fields["title"] for e in spoiled.history([OTHER])]


def test_a_sound_row_is_never_replaced(spoiled):
    assert set() == spoiled.restore([change(1, title="other")], is_sure=True)
    assert ["a", "c"] == [e.change.fields["title"] for e in spoiled.history([KEY])]


def test_a_repeat_of_a_damaged_change_can_be_logged(spoiled):
    again = replace(change(2, title="right", key=OTHER), replica="a.2", number=1)
    spoiled.append([Entry(again, reason=REPEAT)])

    assert Head(1, stamp(2)) == spoiled.head("a.2")
