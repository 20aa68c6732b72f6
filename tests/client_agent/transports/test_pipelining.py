"""Two connections to a real socket: what is asked ahead, and what becomes of it."""

from threading import Event
from time import sleep

import pytest

from client_agent.transports.ends import Ends, Way
from client_agent.transports.http import HttpTransport
from client_agent.transports.pipelining import Lines
from sync.errors import PeerUnreachable
from sync.messages import Question, Request
from sync.wire import seal

from ..province import served

FIRST, SECOND, THIRD = (Request("d1.x", waiting=3 - n, schema=str(n)) for n in range(3))
SOON, LAIN, LATE = 0.01, 0.1, 30  # seconds


class Holding:
    """A province that answers nothing before it may, and cuts as many answers as it is told."""

    def __init__(self, province):
        self.province, self.may, self.both, self.cuts = province, Event(), Event(), 0

    def __call__(self, environ, start_response):
        body = self.province(environ, start_response)
        if len(self.asked) == 2:
            self.both.set()
        self.may.wait(LATE)
        self.cuts -= 1
        return [body[0][:-9]] if self.cuts >= 0 else body

    @property
    def asked(self):
        return [request.schema for request in self.province.asked]


@pytest.fixture
def holding(province):
    return Holding(province)


@pytest.fixture
def lines(holding, province):
    seed = seal.new_seed()
    province.enrol("d1", seal.public_key(seed))
    with served(holding) as url:
        made = Lines(HttpTransport(Way(url), Ends("d1", seed, province.key)))
        yield made
        holding.may.set()
        made.close()


def test_an_exchange_keeps_what_was_said_and_how_long_it_took(lines, holding):
    holding.may.set()
    lines.exchange(FIRST)

    assert 0 < lines.took < LATE
    assert lines.said.answer


def test_the_next_is_under_way_before_the_first_is_answered(lines, holding):
    lines.begin(FIRST)
    waited = lines.is_unanswered(SOON)
    lines.begin_next(SECOND)
    holding.both.wait(LATE)
    holding.may.set()
    found = [lines.exchange(each).replica for each in (FIRST, SECOND)]

    assert waited
    assert ["d1.x", "d1.x"] == found
    assert {"0", "1"} == set(holding.asked)


def test_to_close_it_waits_for_nothing_that_is_under_way(lines, holding):
    lines.begin(FIRST)
    line, closed = lines._lines[0], Event()
    line.close = closed.set
    lines.close()
    before = closed.is_set()
    holding.may.set()

    assert closed.wait(LATE)
    assert not before


def test_what_has_lain_is_told_from_what_took_long(lines, holding):
    holding.may.set()
    lines.begin(FIRST)
    lines.is_unanswered(LATE)
    sleep(LAIN)
    lines.exchange(FIRST)

    assert LAIN <= lines.lay
    assert lines.took + lines.lay < LATE


def test_an_answer_ends_the_waiting(lines, holding):
    holding.may.set()
    lines.begin(FIRST)

    assert not lines.is_unanswered(LATE)


def test_what_was_asked_ahead_in_vain_is_let_end_and_forgotten(lines, holding):
    lines.begin(FIRST)
    lines.begin_next(SECOND)
    holding.cuts = 2
    holding.may.set()
    with pytest.raises(PeerUnreachable):
        lines.exchange(FIRST)
    lines.exchange(THIRD)

    assert ["0", "1", "2"] == sorted(holding.asked)
    assert "2" == holding.asked[-1]


def test_a_question_waits_until_nothing_is_under_way(lines, holding):
    lines.begin(FIRST)
    lines.begin_next(SECOND)
    holding.may.set()

    assert {} == lines.inquire(Question("d1.x")).digests
    assert 2 == len(holding.asked)
