"""Two connections to the province, used in turn: a batch is on its way before the answer has come.

Over a slow link a fifth of the time of a long sync went by in waiting for answers. Pages that come
down need one connection, and a thread, so that one comes while another is taken in. What is not
begun ahead needs neither.
"""

from __future__ import annotations

from concurrent.futures import Future, wait
from functools import partial
from threading import Thread
from time import monotonic
from typing import NamedTuple

from sync.messages import Question, Reply, Request, Response

from .http import HttpTransport, Said


class UnderWay(NamedTuple):
    request: Request
    line: HttpTransport
    begun: float  # seconds
    answer: Future[tuple[Response, float]]  # and when it came


class Lines:
    def __init__(self, line: HttpTransport) -> None:
        self._lines = [line]
        self._under_way: list[UnderWay] = []  # two at the most
        self.said: Said | None = None  # the last answer to an exchange
        self.took = 0.0  # seconds from its request to it
        self.lay = 0.0  # seconds that it has lain here

    def exchange(self, request: Request) -> Response:
        """The answer to a request, which may be under way.

        :raises PeerUnreachable: if no answer came  :raises Refused: if the answer was no
        """
        here = self._find(request)
        if here is None:
            here = self._made(request)
            _carry(here)
        else:
            self._under_way.remove(here)
        response, came = here.answer.result()
        self.said, self.took, self.lay = here.line.said, came - here.begun, monotonic() - came
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
        (here,) = self._under_way
        wait([here.answer], max(0, here.begun + seconds - monotonic()))
        return not here.answer.done()

    def inquire(self, question: Question) -> Reply:
        """:raises PeerUnreachable: if no answer came  :raises Refused: if the answer was no"""
        self._let_end()
        return self._lines[0].inquire(question)

    def close(self) -> None:
        """Let go of it; what is under way ends by itself, and nobody waits for it."""
        busy = [each.line for each in self._under_way]
        for line in self._lines:
            if line not in busy:
                line.close()
        for each in self._under_way:
            each.answer.add_done_callback(partial(_closed, each.line))

    def _find(self, request: Request) -> UnderWay | None:
        """The request, if it is under way; if another is, nobody wants its answer any more."""
        found = next((each for each in self._under_way if each.request is request), None)
        if found is None:
            self._let_end()
        return found

    def _let_end(self) -> None:
        wait([each.answer for each in self._under_way])
        self._under_way.clear()

    def _made(self, request: Request) -> UnderWay:
        return UnderWay(request, self._free(), monotonic(), Future())

    def _free(self) -> HttpTransport:
        busy = [each.line for each in self._under_way]
        if len(busy) == len(self._lines):
            self._lines.append(self._lines[0].another())
        return next(line for line in self._lines if line not in busy)

    def _start(self, made: UnderWay) -> None:
        self._under_way.append(made)
        Thread(target=_carry, args=(made,), daemon=True).start()


def _closed(line: HttpTransport, _answer: Future[tuple[Response, float]]) -> None:
    line.close()


def _carry(under_way: UnderWay) -> None:
    try:
        response = under_way.line.exchange(under_way.request)
        under_way.answer.set_result((response, monotonic()))
    except BaseException as exc:  # whoever waits for the answer is told
        under_way.answer.set_exception(exc)
