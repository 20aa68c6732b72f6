"""Small first, more while it goes well, less when it does not."""

from sync.pace import CALM, LEAST, MOST, QUICK, Pace


def quick(pace, millis=10):
    """The pace after a batch of its own was answered."""
    return pace.succeeded(millis, pace.budget)


def test_it_begins_small():
    assert 16 * 1024 == Pace().budget


def test_it_doubles_after_each_quick_success():
    assert 64 * 1024 == quick(quick(Pace(), QUICK - 1)).budget


def test_a_batch_that_was_on_its_way_before_it_grew_is_no_reason_to_grow_again():
    before = Pace()

    assert quick(before) == quick(before).succeeded(10, before.budget)


def test_it_stays_after_a_slow_one_and_after_a_clock_that_jumped():
    assert Pace() == quick(Pace(), QUICK) == quick(Pace(), -5)


def test_it_halves_after_two_failures_in_a_row_and_not_after_two_with_a_success_between():
    assert 8 * 1024 == Pace().failed().failed().budget
    assert 16 * 1024 == quick(Pace().failed()).failed().budget


def test_it_halves_at_once_when_the_server_says_too_large():
    assert 8 * 1024 == Pace().refused().budget


def test_it_grows_again_only_after_some_calm():
    pace = Pace().failed()
    for _ in range(CALM):
        pace = quick(pace)
        assert 16 * 1024 == pace.budget

    assert 32 * 1024 == quick(pace).budget


def test_it_keeps_within_its_bounds():
    fast = slow = Pace()
    for _ in range(20):
        fast, slow = quick(fast), slow.failed()

    assert (MOST, LEAST) == (fast.budget, slow.budget)
