"""What every store promises to whoever reads on from a cursor."""

from hypothesis import given, settings
from hypothesis import strategies as st

from sync.changes import Key

from .entries import entry


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
    store.append([entry(2, "b.1", reason="closed")])

    page = store.feed(0, 9, {"79-01"}, "a.1")

    assert ["b.1"] == [c.replica for c in page.changes]
    assert 4 == page.cursor


def test_strays_are_merged_entries_of_another_feed(store):
    store.append([entry(1), entry(2, "b.1", "feed-1"), entry(3, "b.1", "feed-2")])

    assert [entry(2, "b.1", "feed-1")] == store.strays("feed-2")


def test_a_page_may_be_cut_short_and_goes_on_where_it_was_cut(store):
    store.append([entry(number, "b.1") for number in range(1, 8)])
    page = store.feed(0, 5, {"79-01"}, "")
    short = page.first(2)
    rest = store.feed(short.cursor, 9, {"79-01"}, "")

    assert [1, 2] == [c.number for c in short.changes]
    assert [3, 4, 5, 6, 7] == [c.number for c in rest.changes]
    assert (True, False) == (short.more, rest.more)
    assert page == page.first(5)


def test_the_feed_goes_through_several_areas_in_order_of_arrival(store):
    for number, area in enumerate("bacbaacb", 1):
        store.append([entry(number, "b.1", key=Key(area, "activity", "1"))])
    page = store.feed(1, 4, {"a", "b"}, "")

    assert [2, 4, 5, 6] == [c.number for c in page.changes]
    assert (2, 4, 5, 6) == page.places
    assert [8] == [c.number for c in store.feed(page.cursor, 4, {"a", "b"}, "").changes]


@settings(max_examples=40, deadline=None)
@given(history=st.lists(st.tuples(st.sampled_from("abc"), st.booleans()), max_size=20))
def test_whoever_follows_the_feed_page_by_page_misses_nothing(make, history):
    store = make()
    for number, (area, held) in enumerate(history, 1):
        key = Key(area, "activity", "1")
        store.append([entry(number, "b.1", key=key, reason="closed" if held else "")])
    cursor, got, more = 0, [], True
    while more:
        page = store.feed(cursor, 3, {"a", "b"}, "")
        cursor, more = page.cursor, page.more
        got += [c.number for c in page.changes]

    assert [n for n, (area, held) in enumerate(history, 1) if area in "ab" and not held] == got
    assert cursor == store.end()
