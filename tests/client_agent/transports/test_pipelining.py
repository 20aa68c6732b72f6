"""Two connections to a real socket: what is asked ahead, and what becomes of it."""

from threading import Event
from time import sleep

import pytest

from client_agent.transports.ends import Ends, Way
from client_agent.transports.http import HttpTransport
from client_agent.transports.pipelining import Pipeline
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
def transport(holding, province):
    seed = seal.new_seed()
    province.enrol("d1", seal.public_key(seed))
    with served(holding) as url:
        yield HttpTransport(Way(url), Ends("d1", seed, province.key))
        holding.may.set()


@pytest.fixture
def pipeline(holding, transport):
    made = Pipeline(transport)
    yield made
    holding.may.set()
    made.close()


def test_an_exchange_keeps_what_was_said_and_how_long_it_took(pipeline, holding):
    holding.may.set()
    pipeline.exchange(FIRST)

    assert 0 < pipeline.took < LATE
    assert pipeline.signed_answer.answer


def test_the_next_is_under_way_before_the_first_is_answered(pipeline, holding):
    pipeline.begin(FIRST)
    waited = pipeline.is_unanswered(SOON)
    pipeline.begin_next(SECOND)
    holding.both.wait(LATE)
    holding.may.set()
    found = [pipeline.exchange(each).replica for each in (FIRST, SECOND)]

    assert waited
    assert ["d1.x", "d1.x"] == found
    assert {"0", "1"} == set(holding.asked)


def test_to_close_it_waits_for_nothing_that_is_under_way(pipeline, transport, holding):
    pipeline.begin(FIRST)
    closed = Event()
    transport.close = closed.set
    pipeline.close()
    before = closed.is_set()
    holding.may.set()

    assert closed.wait(LATE)
    assert not before


def test_what_has_lain_is_distinguished_from_what_took_long(pipeline, holding):
    holding.may.set()
    pipeline.begin(FIRST)
    pipeline.is_unanswered(LATE)
    sleep(LAIN)
    pipeline.exchange(FIRST)

    assert LAIN <= pipeline.age
    assert pipeline.took + pipeline.age < LATE


def test_an_answer_ends_the_waiting(pipeline, holding):
    holding.may.set()
    pipeline.begin(FIRST)

    assert not pipeline.is_unanswered(LATE)


def test_what_was_asked_ahead_in_vain_is_let_end_and_forgotten(pipeline, holding):
    pipeline.begin(FIRST)
    pipeline.begin_next(SECOND)
    holding.cuts = 2
    holding.may.set()
    with pytest.raises(PeerUnreachable):
        pipeline.exchange(FIRST)
    pipeline.exchange(THIRD)

    assert ["0", "1", "2"] == sorted(holding.asked)
    assert "2" == holding.asked[-1]


def test_a_question_waits_until_nothing_is_under_way(pipeline, holding):
    pipeline.begin(FIRST)
    pipeline.begin_next(SECOND)
    holding.may.set()

    assert {} == pipeline.inquire(Question("d1.x")).digests
    assert 2 == len(holding.asked)
