"""An exchange goes on where the line was cut: with a real server, over a line of our own."""

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from schemas.records.activity import Activity
from sync.changes import Key
from sync.session import State

from .promises import digest, own

COUNT = 60  # records: some 8 KB
ONCE_MORE = 800  # bytes that a cut may cost: a question, its answer, and two times the headers
FAR = 0.1  # seconds: nobody asks how far something came before it has come
UP, DOWN = True, False


@pytest.fixture
def write(agent):
    """Save records that have little in common, all with one word in front."""

    def write(word, count=COUNT):
        noise = random.Random(word)
        for number in range(count):
            key = Key(agent.area, "activity", f"{word}-{number}")
            values = {**Activity.example(), "result_note": noise.randbytes(60).hex()}
            agent.replica().write(key, values, "Hoa")

    return write


def synced(agent):
    report = agent.sync()
    assert (None, State.SETTLED, 0) == (report.error, report.state, report.repaired)


def test_a_batch_that_is_cut_is_not_sent_again(agent, link, write):
    write("đầu")
    synced(agent)
    whole = link.up
    write("sau")
    link.cut_each((UP, whole // 3), (UP, whole // 3))
    link.delay = FAR
    synced(agent)

    assert 4 == link.requests.count("POST /api/v1/sync/rest")
    assert link.up < whole + 4 * ONCE_MORE
    assert 1 == link.requests.count("POST /api/v1/sync")
    assert 0 == agent.status().waiting


def test_a_page_that_is_cut_is_not_fetched_again(enrolled, agent, link, write):
    write("đầu")
    synced(agent)
    other = enrolled(link, agent.area)
    write("sau")
    synced(agent)
    link.cut_each((DOWN, 1500), (DOWN, 1500), (DOWN, 1500))
    link.delay = FAR
    synced(other)

    assert 3 == link.requests.count("POST /api/v1/sync/rest")
    assert 1 == link.requests.count("POST /api/v1/sync")
    here, there = (digest(each.folder / "centre.db", each.areas) for each in (agent, other))
    assert here == there


@pytest.mark.slow
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.lists(st.tuples(st.booleans(), st.integers(0, 6000)), max_size=4), st.integers(0, 1 << 32)
)
def test_wherever_and_however_often_it_is_cut_nothing_is_lost_or_doubled(
    agent, link, province, write, cuts, word
):
    write(word)
    link.cut_each(*cuts)
    for _ in range(len(cuts)):
        agent.sync()
    link.clear()
    synced(agent)
    name = agent.replica().name

    assert own(agent.folder / "centre.db", name) == own(province.folder / "province.db", name)
    assert 0 == agent.status().waiting
