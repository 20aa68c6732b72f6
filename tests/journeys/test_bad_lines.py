"""Every way in which a line is bad, between a real machine and a real server.

Whatever the line does: nothing is lost, nothing is called done that is not, people are told
in a sentence, the next attempt is planned, and once the line is good both sides are equal.
"""

from random import Random
from uuid import UUID

import pytest

from client_agent.agent import Agent
from client_agent.syncing.plan import LONGEST
from client_agent.texts import sentence
from client_agent.transports.http import HttpTransport
from schemas.records.activity import Activity
from sync.changes import Key
from sync.errors import NotEnrolled, NotTheProvince, PeerUnreachable, Unreadable
from sync.session import State
from tests.enrolling import enrol

from . import middlebox
from .link import Link
from .promises import digest, own

MANY = 700  # records
SHORT = (5.0, 0.4)  # seconds of patience, to see a stall soon


@pytest.fixture(scope="module")
def link(province):
    link = Link(("127.0.0.1", province.port))
    yield link
    link.stop()


@pytest.fixture(scope="module")
def agent(province, communes, link, tmp_path_factory):
    """A machine at the end of that line, for all of these tests."""
    agent = Agent(tmp_path_factory.mktemp("machine") / "centre")
    enrol(agent, link.url, province.code(communes.pop()))
    yield agent
    agent.close()


@pytest.fixture(autouse=True)
def is_well(link, agent):
    link.clear()
    assert agent.sync().error is None


@pytest.fixture
def write(agent):
    """Save one more edit of the same record."""
    key = Key(agent.area, "activity", "bad-line-1")

    def write(note):
        opened = agent.store().load([key])[key]
        values = {**Activity.example(), **opened.values, "result_note": f"lần {note}"}
        return agent.replica().write(key, values, "Hoa", opened=opened)

    return write


@pytest.fixture
def try_it(agent, link, province, write):
    """Save and sync over the line as it is; then check what must be so whatever it did."""

    def try_it():
        confirmed = agent.status().confirmed
        write(len(own(agent.folder / "centre.db", agent.replica().name)))
        report = agent.sync()
        mine = own(agent.folder / "centre.db", agent.replica().name)
        held = own(province.folder / "province.db", agent.replica().name)

        assert agent.status().confirmed <= len(held)  # nothing is called done that is not
        assert held == mine[: len(held)]  # in order, and none of it twice
        if report.error:
            assert sentence(report.error, "vi") != sentence(report.error, "en")
            assert confirmed == agent.status().confirmed == len(mine) - agent.status().waiting
            assert State.SETTLED is not report.state
        assert 0 < agent.scheduler.next_attempt() <= agent.wall() + LONGEST * 1.2
        return report

    return try_it


@pytest.fixture
def settles(agent, link, province):
    """Whether everything is well once the line is, at once and without a repair."""

    def settles():
        link.clear()
        report = agent.sync()
        here = digest(agent.folder / "centre.db", agent.areas)
        there = digest(province.folder / "province.db", agent.areas)
        ended = (report.error, report.state, report.repaired, agent.status().waiting)
        return ended == (None, State.SETTLED, 0, 0) and here == there

    return settles


@pytest.mark.parametrize(
    "harm",
    [
        lambda link: link.slow_down(up=4000, down=4000),
        lambda link: setattr(link, "delay", 0.15),
        lambda link: link.stall_after(90, up=True, seconds=0.4),
        lambda link: link.stall_after(90, up=False, seconds=0.4),
        lambda link: setattr(link, "box", middlebox.mangled),
        lambda link: setattr(link, "box", middlebox.doubled),
    ],
    ids=["slow", "far away", "stalls up", "stalls down", "mangled headers", "doubled requests"],
)
def test_what_only_takes_longer_or_is_said_otherwise_gets_through(try_it, settles, link, harm):
    harm(link)

    assert try_it().error is None
    assert settles()


def write_much(agent):
    """So much that it takes some batches, none of which is like another."""
    random = Random(len(own(agent.folder / "centre.db", agent.replica().name)))
    with agent.store().transaction():
        for _ in range(MANY):
            note = f"{random.getrandbits(400):x}"
            key = Key(agent.area, "activity", str(UUID(int=random.getrandbits(128))))
            agent.replica().write(key, {**Activity.example(), "result_note": note}, "Hoa")


def test_over_a_slow_line_the_next_batch_is_sent_before_the_last_is_answered(agent, settles, link):
    write_much(agent)
    link.clear()
    link.slow_down(up=10_000, down=10_000)
    report = agent.sync()

    assert (None, MANY) == (report.error, report.sent)
    assert 2 == link.connections
    assert settles()


@pytest.mark.parametrize("count", [30_000, 36_000, 42_000, 48_000])
def test_a_slow_line_that_is_cut_while_two_batches_are_under_way_loses_nothing(
    agent, settles, province, link, count
):
    write_much(agent)
    link.cut_after(count, up=True)
    link.heals = True
    link.slow_down(up=20_000, down=20_000)
    report = agent.sync()
    mine = own(agent.folder / "centre.db", agent.replica().name)

    assert (None, MANY) == (report.error, report.sent)
    assert mine == own(province.folder / "province.db", agent.replica().name)
    assert settles()


@pytest.mark.parametrize("up", [True, False], ids=["up", "down"])
@pytest.mark.parametrize("count", [0, 30, 150])
def test_a_line_without_a_byte_is_given_up_and_the_rest_is_for_later(
    try_it, settles, link, monkeypatch, up, count
):
    link.stall_after(count, up=up, seconds=60)
    with monkeypatch.context() as impatient:
        impatient.setattr(HttpTransport, "patience", SHORT)
        report = try_it()

    assert "stalled" == report.error.reason
    assert settles()


@pytest.mark.parametrize("status", middlebox.STATUS)
def test_a_portal_is_no_province_whatever_it_answers_with(try_it, settles, link, status):
    link.box = middlebox.portal(status)

    assert isinstance(try_it().error, NotTheProvince)
    assert settles()


@pytest.mark.parametrize("is_told", [True, False], ids=["and says so", "silently"])
@pytest.mark.parametrize("count", [0, 1, 63, 64, 65, 80])
def test_a_box_that_passes_half_an_answer_passes_none(try_it, settles, link, count, is_told):
    link.box = middlebox.truncated(count, is_told=is_told)

    assert isinstance(try_it().error, PeerUnreachable)
    assert settles()


def test_a_box_that_passes_half_an_answer_is_asked_for_the_other_half(try_it, settles, link):
    link.box = middlebox.truncated(150)

    assert try_it().error is None
    assert ["POST /api/v1/sync", "POST /api/v1/sync/rest"] == link.requests[-2:]
    assert settles()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("up", "kinds"),
    [(True, Unreadable | NotEnrolled | NotTheProvince), (False, NotTheProvince)],
    ids=["up", "down"],
)
def test_a_byte_that_another_came_for_is_noticed_wherever_it_is(try_it, settles, link, up, kinds):
    """In the request, the province notices and says so, over a nonce that may be garbled, too."""
    errors = []
    for place in range(0, 260, 4 if up else 8):
        link.box = middlebox.corrupted(place, up=up, mask=1 << place % 8)
        errors.append(try_it().error)
    is_ok = settles()

    assert all(isinstance(error, kinds) for error in errors), errors
    assert not up or any(isinstance(error, Unreadable) for error in errors)
    assert is_ok


def test_a_byte_that_another_came_for_once_is_asked_for_again_at_once(try_it, settles, link):
    boxes = iter([middlebox.corrupted(10, up=True)])
    link.box = lambda request, ask: next(boxes, middlebox.plain)(request, ask)

    assert try_it().error is None
    assert settles()


def test_answers_to_earlier_requests_undo_nothing_and_neither_do_the_requests(
    try_it, settles, link
):
    link.box = middlebox.Late()
    errors = [try_it().error for _ in range(5)]

    assert all(isinstance(error, PeerUnreachable) for error in errors)
    assert settles()
