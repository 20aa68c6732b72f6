"""What was said lately is held for a while, at both ends, and makes what follows shorter."""

from contextlib import suppress
from dataclasses import replace
from random import Random
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync import wire
from sync.changes import Change, Key
from sync.clock import Timestamp
from sync.errors import MessageUnreadable
from sync.messages import Request
from sync.wire import frame
from sync.wire.prefixes import LONGEST, SHORTEST, TextCache, digest

ROOM = 100


def test_a_text_is_found_by_the_name_that_it_was_given():
    held = TextCache(ROOM)

    assert b"some text" == held.get(held.keep(b"some text"))
    assert b"" == held.get(0) == held.get(1)


def test_the_oldest_goes_first_unless_it_was_said_again():
    held = TextCache(ROOM)
    first, second = held.keep(bytes(40)), held.keep(bytes(41))
    held.keep(bytes(40))
    third = held.keep(bytes(42))

    assert [40, 0, 42] == [len(held.get(name)) for name in (first, second, third)]


@pytest.mark.parametrize("size", [SHORTEST - 1, LONGEST + 1, 2 * LONGEST + 1])
def test_a_text_that_is_too_short_or_too_long_is_not_held_and_says_so(size):
    assert 0 == TextCache(3 * LONGEST).keep(bytes(size))


@given(st.lists(st.binary(max_size=60)))
def test_no_more_is_ever_held_than_there_is_room_for(texts):
    held = TextCache(ROOM)
    names = {held.keep(text) for text in texts}

    assert sum(len(held.get(name)) for name in names) <= ROOM


@given(
    st.binary(max_size=3000), st.binary(max_size=40), st.binary(min_size=SHORTEST, max_size=3000)
)
def test_what_follows_on_a_held_text_comes_back(text, tail, before):
    packed = frame.pack(text, tail, before)

    assert digest(before) == frame.follows(packed)
    assert (text, tail) == frame.unpack(packed, 1 << 20, before)


@pytest.mark.parametrize("before", [b"", b"something else"])
def test_what_follows_on_something_else_is_refused(before):
    with pytest.raises(MessageUnreadable, match="not kept"):
        frame.unpack(frame.pack(b"text", before=b"said earlier"), 1 << 20, before)


@given(st.data())
def test_whatever_is_garbled_in_what_follows_is_refused_or_read(data):
    packed = bytearray(frame.pack(b"text of some length", before=b"said earlier"))
    packed[data.draw(st.integers(0, len(packed) - 1))] ^= data.draw(st.integers(1, 255))
    with suppress(MessageUnreadable):
        frame.unpack(bytes(packed), 1000, b"said earlier")


def test_the_second_batch_takes_fewer_bytes_after_the_first():
    ours, theirs = TextCache(1 << 20), TextCache(1 << 20)
    first, second = batch(0), batch(50)
    body = wire.follow(first, ours, 0)
    _, text = wire.read(Request, body, theirs)
    name = theirs.keep(text)
    following = wire.follow(second, ours, name)

    assert second == wire.read(Request, following, theirs)[0]
    assert len(following) < 0.9 * len(wire.encode(second))


def batch(start):
    """Changes as centres make them: the same words in other places."""
    words = Random(1)
    words = [f"{word}{words.getrandbits(24):x}" for word in ("lớp", "học", "xã", "hội") * 40]
    return Request("a.1", sent=start, changes=tuple(change(words, start + n) for n in range(50)))


def change(words, number):
    random = Random(number)
    key = Key("c1", "activity", str(UUID(int=random.getrandbits(128))))
    title = " ".join(random.choices(words, k=12))
    return replace(
        Change(key, {"title": title}, Timestamp(1000 + number, 0, f"m{number}")), author="a"
    )
