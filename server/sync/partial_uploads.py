"""The web server's way of receiving, so that what comes of a request that is cut is not lost.

waitress hands on whole requests only, and forgets what came of others. It also reads what is
announced, up to the largest file that anybody may upload; what machines send is far smaller.
"""

from __future__ import annotations

from copy import copy
from functools import partial

from waitress.adjustments import Adjustments
from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser
from waitress.server import BaseWSGIServer

from sync import wire
from sync.wire import resume
from sync.wire.resume import Rest

from .resume_cache import ResumeCache

EXCHANGES = "/api/v1/sync"
RESTS = "/api/v1/sync/rest"
QUESTIONS = "/api/v1/questions"
SIGNED, UNSIGNED = (EXCHANGES, RESTS, QUESTIONS), ("/api/v1/enrol", "/api/v1/greeting")
# Bytes of a body. Half of it is read, so that its refusal can be a signed one.
MACHINES, STRANGERS = 2 * wire.MOST, 64 * 1024
LONGEST = 256 * 1024  # bytes of a body; a batch has half of that, and more would be in memory twice


def keep_what_is_cut(server: BaseWSGIServer, cache: ResumeCache) -> None:
    """Have the server tell of every exchange while it comes in."""
    server.channel_class = partial(_Channel, cache)


class _Channel(HTTPChannel):  # type: ignore[misc]  # waitress has no types
    def __init__(self, cache: ResumeCache, *args: object, **named: object) -> None:
        self.parser_class = partial(_Parser, cache)
        super().__init__(*args, **named)


class _Parser(HTTPRequestParser):  # type: ignore[misc]
    def __init__(self, cache: ResumeCache, adjustments: Adjustments) -> None:
        super().__init__(adjustments)
        self._adjustments = adjustments
        self._cache = cache
        self._body = b""

    def parse_header(self, header_plus: bytes) -> None:
        """Bound the body by whom it is for, before any of it is read."""
        super().parse_header(header_plus)
        bound = STRANGERS if self.path in UNSIGNED else MACHINES if self.path in SIGNED else 0
        if bound:
            bounded = copy(self._adjustments)
            bounded.max_request_body_size = bound
            self.adj = bounded

    def received(self, data: bytes) -> int:
        is_body = self.body_rcv is not None
        consumed: int = super().received(data)
        if is_body and 0 < self.content_length <= LONGEST and self.path in (EXCHANGES, RESTS):
            self._body += data[:consumed]
            if part := self._part():
                self._cache.add_part(part)
        return consumed

    def _part(self) -> Rest | None:
        if len(self._body) < resume.HEAD.size:
            return None
        if self.path == RESTS:
            return resume.unpack(self._body)
        name = resume.name(self._body)
        return Rest(name, piece=self._body) if name else None
