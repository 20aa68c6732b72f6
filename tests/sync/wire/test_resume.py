"""The rest of an exchange that was cut, as it is written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.errors import MessageUnreadable
from sync.wire.envelope import NAME, Header
from sync.wire.resume import HEAD, Rest, name, unpack

PLACES = st.integers(0, 2**32 - 1)


@given(st.builds(Rest, st.binary(min_size=NAME, max_size=NAME), PLACES, PLACES, st.binary()))
def test_a_rest_comes_back_as_it_was_said(said):
    assert said == unpack(said.pack())


@given(st.binary(max_size=HEAD.size - 1))
def test_what_is_too_short_is_no_rest(data):
    with pytest.raises(MessageUnreadable):
        unpack(data)


def test_a_request_is_called_by_the_beginning_of_its_signature():
    front = Header("9c41d2aa", bytes(8)).pack()

    assert b"0123456789abcdef" == name(front + b"0123456789abcdef" + b"and the rest of it")
    assert b"" == name(front + b"0123") == name(b"")
