"""One order for all writes, whatever the clocks say."""

from hypothesis import given
from hypothesis import strategies as st

from sync.clock import AGREED, ZERO, Timestamp, base36, corrected, marks, tick

from .strategies import stamps

written = st.builds(
    Timestamp, st.integers(0, 2**45), st.integers(0, 2**40), st.text("Ab3-_.é", max_size=9)
)


@given(written)
def test_a_timestamp_comes_back_from_its_text(stamp):
    assert stamp == Timestamp.parse(str(stamp))


@given(stamps, st.integers(-(2**45), 2**45), st.text(max_size=5))
def test_a_write_sorts_after_what_its_author_saw_even_with_a_broken_clock(last, wall, mark):
    assert last < tick(last, wall, mark)
    assert 0 <= tick(last, wall, mark).millis


def test_a_clock_before_1970_writes_after_zero():
    assert Timestamp(0, 1, "m") == tick(ZERO, -5000, "m")


def test_a_clock_beyond_all_reason_counts_as_the_last_moment_that_there_is():
    first = tick(ZERO, 10**18, "x")

    assert (10**13 - 1, 0, "x") == first
    assert (10**13 - 1, 1, "y") == tick(first, 10**18, "y")


def test_marks_grow_behind_their_prefix():
    mark = marks("Ab3dE9xQ")

    assert ["Ab3dE9xQ0", "Ab3dE9xQ1"] == [mark(), mark()]


@given(st.integers(0, 10**15))
def test_a_number_in_letters_is_that_number(number):
    assert number == int(base36(number), 36)


@given(st.integers(0, 2**45), st.integers(-(2**40), 2**40), st.integers(1, 2**45))
def test_a_corrected_time_is_never_after_the_server_received_it(claimed, offset, received):
    assert corrected(claimed, offset, received) <= received


@given(st.integers(0, 2**45), st.integers(1 - AGREED, AGREED - 1))
def test_a_clock_that_agrees_with_the_server_is_not_corrected(claimed, offset):
    assert 0 == corrected(claimed, offset, 0)
