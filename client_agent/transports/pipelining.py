"""Pipelining: a batch is sent before the answer to the last has come, over two connections in turn.

Over a slow link a fifth of the time of a long sync was spent waiting for answers. For pages that
come down one connection is enough, and a thread, so that one page arrives while another is taken
in. A request that is not sent ahead needs neither.
"""

from __future__ import annotations

from concurrent.futures import Future, wait
from functools import partial
from threading import Thread
from time import monotonic
from typing import NamedTuple

from sync.messages import Question, Reply, Request, Response

from .http import HttpTransport, SignedAnswer


class UnderWay(NamedTuple):
    request: Request
    transport: HttpTransport
    begun: float  # seconds
    answer: Future[tuple[Response, float]]  # and when it came


class Pipeline:
    """Exchanges with the province, one at a time or with the next sent ahead."""

    def __init__(self, transport: HttpTransport) -> None:
        self._transports = [transport]
        self._under_way: list[UnderWay] = []  # two at the most
        self.signed_answer: SignedAnswer | None = None  # the last answer to an exchange
        self.took = 0.0  # seconds from its request to its arrival
        self.age = 0.0  # seconds since its arrival

    def exchange(self, request: Request) -> Response:
        """The answer to a request, which may be under way.

        :raises PeerUnreachable: if no answer came  :raises Refused: if the answer was no
        """
        sent = self._find(request)
        if sent is None:
            sent = self._made(request)
            _carry(sent)
        else:
            self._under_way.remove(sent)
        response, came = sent.answer.result()
        self.signed_answer = sent.transport.signed_answer
        self.took, self.age = came - sent.begun, monotonic() - came
        return response

    def begin(self, request: Request) -> None:
        """Send it, and do not wait for the answer."""
        if self._find(request) is None:
            self._start(self._made(request))

    def begin_next(self, request: Request) -> None:
        """Send what is to be exchanged after the request that is under way."""
        self._start(self._made(request))

    def is_unanswered(self, seconds: float) -> bool:
        """Whether what is under way has no answer so many seconds after it began."""
        (sent,) = self._under_way
        wait([sent.answer], max(0, sent.begun + seconds - monotonic()))
        return not sent.answer.done()

    def inquire(self, question: Question) -> Reply:
        """:raises PeerUnreachable: if no answer came  :raises Refused: if the answer was no"""
        self._let_end()
        return self._transports[0].inquire(question)

    def close(self) -> None:
        """Close the connections; a request under way ends by itself, and nobody waits for it."""
        busy = [each.transport for each in self._under_way]
        for transport in self._transports:
            if transport not in busy:
                transport.close()
        for each in self._under_way:
            each.answer.add_done_callback(partial(_closed, each.transport))

    def _find(self, request: Request) -> UnderWay | None:
        """The request, if it is under way; the answer to any other is dropped."""
        sent = next((each for each in self._under_way if each.request is request), None)
        if sent is None:
            self._let_end()
        return sent

    def _let_end(self) -> None:
        wait([each.answer for each in self._under_way])
        self._under_way.clear()

    def _made(self, request: Request) -> UnderWay:
        return UnderWay(request, self._free(), monotonic(), Future())

    def _free(self) -> HttpTransport:
        busy = [each.transport for each in self._under_way]
        if len(busy) == len(self._transports):
            self._transports.append(self._transports[0].another())
        return next(each for each in self._transports if each not in busy)

    def _start(self, made: UnderWay) -> None:
        self._under_way.append(made)
        Thread(target=_carry, args=(made,), daemon=True).start()


def _closed(transport: HttpTransport, _answer: Future[tuple[Response, float]]) -> None:
    transport.close()


def _carry(under_way: UnderWay) -> None:
    try:
        response = under_way.transport.exchange(under_way.request)
        under_way.answer.set_result((response, monotonic()))
    except BaseException as exc:  # raised where the answer is waited for
        under_way.answer.set_exception(exc)
