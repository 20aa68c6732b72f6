"""The plan, on any clock whatever."""

from hypothesis import given
from hypothesis import strategies as st

from client_agent.syncing.plan import (
    EVERY,
    LONGEST,
    MINUTE,
    SOON,
    History,
    after_attempt,
    next_attempt,
    rebased,
)

NOW = 1_800_000_000_000
times = st.integers(0, 4_000_000_000_000)
histories = st.builds(
    History,
    last=times,
    failures=st.integers(0, 10_000),
    saved=times,
    wish=st.integers(0, LONGEST),
    jitter=st.floats(-1, 1),
    every=st.integers(MINUTE, LONGEST),
)


@given(times, histories, st.integers(1, 10**6))
def test_while_anything_waits_an_attempt_lies_ahead_and_not_far(now, history, waiting):
    assert next_attempt(now, history, waiting) <= now + LONGEST * 1.2


@given(times, histories, st.integers(0, 1), st.lists(st.integers(-(10**12), 10**12), max_size=5))
def test_no_setting_of_the_clock_puts_an_attempt_off_for_ever(now, history, waiting, jumps):
    slept = 0
    for jump in [*jumps, *[0] * 50]:
        history = rebased(history, now)
        due = next_attempt(now, history, waiting)
        if due <= now:
            break
        pause = min(due - now, 5 * MINUTE)
        slept += pause
        now = max(0, now + pause + jump)

    assert due <= now
    assert slept <= LONGEST * 1.2 * (1 + len(jumps))


def test_before_the_first_attempt_it_is_time():
    assert next_attempt(NOW, History(), 0) <= NOW


def test_when_all_is_well_the_schedule_holds():
    assert NOW + 30 * MINUTE == next_attempt(NOW, History(last=NOW), 0)


def test_jitter_is_a_fifth():
    assert NOW + 36 * MINUTE == next_attempt(NOW, History(last=NOW, jitter=1), 0)
    assert NOW + 24 * MINUTE == next_attempt(NOW, History(last=NOW, jitter=-1), 0)


def test_soon_after_the_first_save_and_not_after_each():
    assert NOW - 5000 + SOON == next_attempt(NOW, History(last=NOW - 9000, saved=NOW - 5000), 3)


def test_back_off_doubles_up_to_two_hours():
    found = [next_attempt(NOW, History(NOW, n), 1) - NOW for n in (1, 2, 3, 7, 8, 9, 10**9)]

    assert [1, 2, 4, 64, 120, 120, 120] == [ms // MINUTE for ms in found]


def test_a_save_shortens_a_long_back_off_and_not_a_short_one():
    assert NOW + MINUTE == next_attempt(NOW, History(NOW, 1, saved=NOW), 1)
    assert NOW + 10 * MINUTE == next_attempt(NOW, History(NOW, 9, saved=NOW), 1)


def test_a_busy_server_is_given_its_time():
    assert NOW + 50 * MINUTE == next_attempt(NOW, History(NOW, wish=50 * MINUTE), 0)
    assert NOW + 5 * MINUTE == next_attempt(NOW, History(NOW, 1, NOW, wish=5 * MINUTE), 1)


def test_a_server_cannot_wish_us_away():
    assert LONGEST == after_attempt(History(), NOW, True, 10**12).wish


def test_failures_are_counted_in_a_row():
    assert 3 == after_attempt(History(failures=2), NOW, failed=True).failures
    assert 0 == after_attempt(History(failures=2), NOW, failed=False).failures


def test_the_plan_survives_a_restart(offline, write):
    from client_agent.agent import Agent

    write(offline)
    offline.sync()
    later = Agent(offline.folder, offline.wall)

    assert 1 == later.scheduler.history().failures
    assert offline.scheduler.next_attempt() == later.scheduler.next_attempt()
    assert later.scheduler.next_attempt() > later.wall()
    later.close()


def test_a_clock_set_back_is_noticed_once_and_time_goes_on(offline):
    offline.sync()
    offline.wall = lambda: 1_000_000
    found = offline.scheduler.history()
    offline.wall = lambda: 1_000_000 + MINUTE

    assert 1_000_000 == found.last == offline.scheduler.history().last


def test_a_schedule_that_a_person_set_is_kept_within_reason(agent):
    from dataclasses import replace

    from client_agent import config

    for minutes, expected in [(-5, MINUTE), (60, 60 * MINUTE), (10**9, EVERY)]:
        config.save(agent.folder, replace(agent.settings, every=minutes))

        assert expected == agent.scheduler.history().every
