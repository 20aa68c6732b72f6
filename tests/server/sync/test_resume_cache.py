"""What has come of a request, piece by piece over any number of connections."""

from hypothesis import given
from hypothesis import strategies as st

from server.sync.resume_cache import ResumeCache
from sync.wire.envelope import Header
from sync.wire.resume import WORTH, Rest

CALLED = bytes(range(16))
REQUEST = Header("d1", bytes(8)).pack() + CALLED + bytes(range(200)) * 10
PLACES = st.integers(0, 1) | st.integers(0, 2000)


def part(start, end):
    return Rest(CALLED, 0, start, REQUEST[start:end])


def test_what_came_is_the_beginning_that_has_no_gap():
    cache = ResumeCache()
    ends = [(0, 0), (0, 1500), (1600, 1900), (1500, 1900)]
    came = [len(cache.add_part(part(*each))) for each in ends]

    assert [0, 1500, 1500, 1900] == came


def test_what_is_as_quickly_said_again_is_not_kept_whoever_sends_it():
    cache = ResumeCache()
    came = [len(cache.add_part(part(*each))) for each in [(0, WORTH - 1), (0, 0), (0, WORTH)]]

    assert [0, 0, WORTH] == came


@given(st.lists(st.tuples(PLACES, PLACES)))
def test_whatever_comes_in_whatever_order_is_never_put_together_wrongly(pieces):
    cache = ResumeCache()
    reached = 0
    for start, end in pieces:
        there = cache.add_part(part(start, end))
        reached = max(reached, end) if start <= reached and end >= WORTH else reached

        assert REQUEST[:reached] == there


def test_an_answer_is_kept_and_the_request_let_go():
    cache = ResumeCache()
    cache.add_part(part(0, 2000))
    cache.keep_answer(REQUEST, b"answer")

    assert (b"answer", b"") == (cache.answer(CALLED), cache.add_part(Rest(CALLED)))


def test_of_two_answers_the_first_stays_for_half_of_it_may_have_come():
    cache = ResumeCache()
    given = [cache.keep_answer(REQUEST, answer) for answer in (b"the first", b"another")]

    assert [b"the first"] * 3 == [*given, cache.answer(CALLED)]


def test_what_has_the_name_of_another_is_another():
    cache = ResumeCache()
    cache.add_part(part(0, 2000))

    assert b"" == cache.add_part(Rest(b"another request."))
