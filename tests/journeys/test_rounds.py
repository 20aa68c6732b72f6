"""Lines fail, machines are killed, servers are put back, and no promise is broken."""

import pytest

from . import promises
from .clerk import Confirmed, Saved
from .forks import Red
from .rounds import Rounds

ROUNDS, SEED = 100, 2012


@pytest.fixture(scope="module")
def rounds(tmp_path_factory):
    rounds = Rounds(tmp_path_factory.mktemp("rounds"), SEED)
    yield rounds
    rounds.close()


@pytest.mark.slow
def test_no_promise_is_broken_in_a_hundred_rounds_of_kills_and_bad_lines(rounds):
    for number in range(ROUNDS):
        rounds.play(number)
    rounds.settle()

    assert ROUNDS * 2 < rounds.count["saved"], f"seed {SEED}"
    assert {"cut", "stalls", "box", "server", "restored", "copied"} <= set(rounds.count)


@pytest.mark.slow
def test_the_ledger_notices_a_promise_that_does_not_hold(rounds):
    database = rounds.province.folder / "province.db"
    false = [Saved("record-00", "never written"), Confirmed("nobody.x", 1)]
    rounds.saved.append(false[0])
    with pytest.raises(Red, match="never written"):
        rounds.settle()
    rounds.saved.pop()

    assert {false[0]} == promises.missing(database, rounds.area, false)
    assert [false[1]] == promises.unconfirmed(database, false)
