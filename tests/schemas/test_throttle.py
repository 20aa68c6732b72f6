from hypothesis import given
from hypothesis import strategies as st

from schemas.throttle import GrowingWait, Limit, duration

LIMIT, PIN = Limit(3, 15), GrowingWait(5, 30, 900)
times = st.integers(0, 10**7)


@given(st.lists(times, max_size=8), times)
def test_after_its_wait_an_attempt_is_allowed_and_no_second_sooner(attempts, now):
    seconds = LIMIT.wait(attempts, now)
    stored = LIMIT.counted(attempts, now)

    assert 0 == LIMIT.wait(stored, now + seconds * 1000)
    assert seconds == 0 or 0 < LIMIT.wait(stored, now + (seconds - 1) * 1000)


@given(st.integers(0, 10**9), times, times)
def test_after_its_wait_a_pin_is_heard_and_no_second_sooner(failed, last, now):
    seconds, last_stored = PIN.wait(failed, last, now), min(last, now)

    assert 0 == PIN.wait(failed, last_stored, now + seconds * 1000)
    assert seconds == 0 or 0 < PIN.wait(failed, last_stored, now + (seconds - 1) * 1000)


@given(st.lists(times, max_size=8), times)
def test_a_clock_set_back_locks_nobody_out_for_longer_than_the_rule_says(attempts, now):
    assert LIMIT.wait(attempts, now) <= LIMIT.minutes * 60
    assert PIN.wait(10**6, max(attempts, default=0), now) <= PIN.longest


@given(st.lists(times, min_size=3, max_size=8), times)
def test_a_clock_set_back_gives_no_attempt_for_nothing(attempts, back):
    assert 0 < LIMIT.wait(attempts, min(*attempts, back))
    assert 0 < PIN.wait(PIN.free, max(attempts), min(*attempts, back))


def test_the_wait_grows_and_ends_growing():
    assert [0, 30, 60] == [PIN.after(PIN.free - 1), PIN.after(PIN.free), PIN.after(PIN.free + 1)]
    assert PIN.longest == PIN.after(10**6)


def test_a_wait_in_words_is_never_shorter_than_it_is():
    assert ("1 giây", "1 second") == duration(1)
    assert ("119 giây", "119 seconds") == duration(119)
    assert ("3 phút", "3 minutes") == duration(121)
