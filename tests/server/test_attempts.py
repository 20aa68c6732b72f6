import pytest

from server import attempts
from server.attempts import Limit, TooManyAttempts

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


def test_a_clock_that_was_put_back_locks_nobody_out(db):
    attempts.note(db, LIMITS, 99 * MINUTE)
    attempts.note(db, LIMITS, 99 * MINUTE)
    attempts.note(db, LIMITS, 0)

    assert 1 == db["attempt"].count


def test_what_is_forgotten_is_not_counted(db):
    attempts.note(db, LIMITS, 0)
    attempts.forget(db, "login lan")

    assert 0 == db["attempt"].count
