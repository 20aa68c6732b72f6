"""UUIDs travel as bytes; nothing else does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.wire.trailer import Tail

from ..strategies import ids


@given(st.lists(st.lists(ids, max_size=5), max_size=3))
def test_names_come_back_in_their_order(columns):
    tail = Tail()
    said = [tail.put(names) for names in columns]
    back = Tail(bytes(tail.data))

    assert columns == [back.take(each) for each in said]


@given(st.integers(0, 2**128 - 1))
def test_a_digest_is_sixteen_bytes(number):
    tail = Tail()
    tail.put_number(number)

    assert 16 == len(tail.data)
    assert number == Tail(bytes(tail.data)).take_number()


def test_a_uuid_among_others_is_still_sixteen_bytes():
    tail = Tail()

    assert [0, "hoa-binh"] == tail.put(["0b8f5a52-6c5e-4f5e-9d0a-0c1d2e3f4a5b", "hoa-binh"])
    assert 16 == len(tail.data)


@pytest.mark.parametrize("said", [1, 10**12, [0], [None], [["a"]], "a\0", [{}]])
def test_more_than_there_is_cannot_be_taken(said):
    with pytest.raises((ValueError, TypeError)):
        Tail(b"too short").take(said)
