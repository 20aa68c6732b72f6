import pytest

from schemas.throttle import Limit
from server import attempts
from server.attempts import TooManyAttempts

LIMITS = {"login lan": Limit(2, 15)}
MINUTE = 60_000


def test_attempts_are_counted_within_their_minutes(db):
    attempts.note(db, LIMITS, 0)
    attempts.note(db, LIMITS, MINUTE)

    with pytest.raises(TooManyAttempts) as caught:
        attempts.note(db, LIMITS, 2 * MINUTE)
    assert 13 * 60 == caught.value.seconds
    attempts.note(db, LIMITS, 15 * MINUTE)


def test_one_limit_used_up_counts_against_no_other(db):
    both = {**LIMITS, "login from 10.0.0.1": Limit(9, 15)}
    attempts.note(db, LIMITS, 0)
    attempts.note(db, LIMITS, 0)
    with pytest.raises(TooManyAttempts):
        attempts.note(db, both, 1)

    assert 0 == db["attempt"].count_where("what = ?", ["login from 10.0.0.1"])


def test_a_clock_set_back_gives_no_attempt_for_nothing_and_locks_out_no_longer(db):
    attempts.note(db, LIMITS, 99 * MINUTE)
    attempts.note(db, LIMITS, 99 * MINUTE)
    for minute, seconds in [(0, 900), (14, 60)]:
        with pytest.raises(TooManyAttempts) as caught:
            attempts.note(db, LIMITS, minute * MINUTE)
        assert seconds == caught.value.seconds
    attempts.note(db, LIMITS, 15 * MINUTE)


def test_an_attempt_taken_back_leaves_others_of_that_moment(db):
    attempts.note(db, LIMITS, 0)
    attempts.note(db, LIMITS, 0)
    attempts.take_back(db, LIMITS, 0)

    assert 1 == db["attempt"].count


def test_what_is_forgotten_is_not_counted(db):
    attempts.note(db, LIMITS, 0)
    attempts.forget(db, "login lan")

    assert 0 == db["attempt"].count
