"""Bytes are kept for a while: the last ones, and never more than there is room for."""

from hypothesis import given
from hypothesis import strategies as st

from sync.wire.byte_cache import Recent

ROOM = 100


def test_what_was_put_is_there_until_it_is_dropped():
    recent = Recent(ROOM)
    recent.put("a", b"old")
    recent.put("a", b"new")
    found = recent.get("a")
    recent.drop("a")
    recent.drop("never there")

    assert (b"new", b"", b"") == (found, recent.get("a"), recent.get("b"))


def test_of_two_that_are_put_first_the_first_stays():
    recent = Recent(ROOM)
    given = [recent.put_first("a", data) for data in (b"one", b"", b"another")]
    too_much = recent.put_first("b", bytes(ROOM + 1))

    assert [b"one"] * 3 == given
    assert ROOM + 1 == len(too_much)


def test_what_was_put_first_goes_first_unless_it_was_put_again():
    recent = Recent(ROOM)
    for name in "abac":
        recent.put(name, bytes(40))

    assert [40, 0, 40] == [len(recent.get(name)) for name in "abc"]


@given(st.lists(st.tuples(st.sampled_from("abcd"), st.none() | st.binary(max_size=150))))
def test_no_more_is_ever_kept_than_there_is_room_for_and_room_is_not_lost(done):
    recent = Recent(ROOM)
    for name, data in done:
        recent.drop(name) if data is None else recent.put(name, data)
    kept = sum(len(recent.get(name)) for name in "abcd")
    recent.put("last", bytes(ROOM - kept))

    assert kept <= ROOM
    assert ROOM == sum(len(recent.get(name)) for name in ("last", *"abcd"))
