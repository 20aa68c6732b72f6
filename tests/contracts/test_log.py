"""What every store promises of its log."""

from dataclasses import replace

from sync.changes import ASIDE, REPEAT, Entry
from sync.ports import Head

from .entries import KEY, change, entry, stamp


def test_a_change_has_one_place_but_its_repeats_are_numbered_too(store):
    store.append([entry(1)])
    again = replace(change(1), replica="a.2", number=1)
    store.append([Entry(again, reason=REPEAT)])

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


def test_the_log_keeps_who_wrote_what_they_saw_and_when_it_came(store):
    seen = {"title": stamp(3, "b-_1"), "women": stamp(4)}
    whole = Entry(replace(change(5, title="ậ", women=None), seen=seen), "f", "", 99, -1234)
    store.append([whole])

    assert [whole] == store.history([KEY])
