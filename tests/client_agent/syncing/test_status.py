import itertools

from client_agent.syncing.status import attention
from sync.changes import DELETED, Key


def test_a_change_is_waiting_and_then_confirmed(agent, write):
    write(agent)
    before = agent.status()
    agent.sync()
    after = agent.status()

    assert (1, 1, 0) == (before.saved, before.waiting, before.confirmed)
    assert (1, 0, 1) == (after.saved, after.waiting, after.confirmed)
    assert (None, 1) == (before.receipt, after.receipt.head)


def test_the_last_error_goes_when_a_sync_ends_well(agent, province, write):
    from sync.errors import Busy

    province.refuses = Busy(seconds=1)
    agent.sync()
    told = agent.status().last_error
    province.refuses = None
    agent.sync()

    assert "bận" in told.vi
    assert agent.status().last_error is None


def test_a_clock_that_shows_a_time_long_past_is_noticed_without_a_network(agent, province):
    province.time = itertools.count(agent.wall())
    agent.sync()
    last = agent.store().checkpoint().receipt.wall
    agent.wall = lambda: last - 3_600_000

    assert -3_600_000 == agent.status().clock_offset


def test_before_enrolment_no_attempt_is_promised(tmp_path):
    from client_agent.agent import Agent

    agent = Agent(tmp_path)

    assert 0 == agent.status().next_attempt
    agent.close()


def test_a_conflict_needs_a_person_until_somebody_closes_it(agent, province, write):
    key = write(agent)
    agent.sync()
    opened = agent.store().load([key])[key]
    province.hub.write(key, {"title": "Tỉnh sửa"}, "Tỉnh")
    agent.replica().write(key, {**opened.values, "title": "Xã sửa"}, "Lan", opened)
    agent.sync()
    (conflict,) = attention(agent)
    needed = agent.status().needs_you
    closed = {**conflict.values, "closed": sorted(conflict.values["writes"])}
    agent.replica().write(conflict.key, closed, "Lan", conflict)

    assert 1 == needed
    assert 0 == agent.status().needs_you


def test_a_parked_change_needs_a_person(agent, province):
    notice = Key("a1", "parked_change", "x")
    province.hub.write(notice, {"reason": "no", "fields": {}}, "")
    agent.sync()
    needed = agent.status().needs_you
    province.hub.write(notice, {DELETED: True}, "")
    agent.sync()

    assert (1, 0) == (needed, agent.status().needs_you)
