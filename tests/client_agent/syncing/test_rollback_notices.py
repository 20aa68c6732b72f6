"""Whose history was another one is found from where we stood, and told for a month."""

import pytest

from client_agent.syncing import rollback_notices
from client_agent.syncing.rollback_notices import MACHINE, SERVER
from sync.ports import Checkpoint

HERE = Checkpoint("one.a", 5, "server.x/1", 9)


@pytest.mark.parametrize(
    ("after", "whose"),
    [
        (HERE._replace(sent=7, cursor=12), ""),
        (HERE._replace(name="one.b"), MACHINE),
        (HERE._replace(feed="server.y/1"), SERVER),
        (HERE._replace(feed="server.y/1", name="one.b"), SERVER),
        (HERE._replace(feed="server.x/2", name="one.b"), ""),  # another scope, nothing else
    ],
)
def test_whose_history_it_was(after, whose):
    assert whose == rollback_notices.detect(HERE, after)


def test_before_the_first_sync_there_is_no_history():
    assert "" == rollback_notices.detect(Checkpoint("one.a"), HERE._replace(name="one.b"))


def test_it_is_reported_with_its_day_in_both_languages_and_for_a_month(agent):
    agent.state.set(**rollback_notices.fact(MACHINE, agent.wall()))
    told = rollback_notices.notice(agent)

    assert "bản cũ" in told.vi
    assert "older state" in told.en
    assert "/20" in told.vi
    agent.state.set(**rollback_notices.fact(MACHINE, agent.wall() - rollback_notices.SHOWN - 1))
    assert rollback_notices.notice(agent) is None


def test_where_nothing_happened_nothing_is_reported_or_kept(agent):
    assert {} == rollback_notices.fact("", 1)
    assert rollback_notices.notice(agent) is None
