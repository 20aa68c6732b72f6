"""How the API says no: the table of status codes, and a refusal signed like every answer."""

from __future__ import annotations

import logging
import sqlite3
from contextlib import suppress
from typing import NamedTuple

from flask import Blueprint, Response, g
from werkzeug.exceptions import RequestEntityTooLarge

from server.ambient import province
from server.attempts import TooManyAttempts
from server.keys.keyring import UnknownGeneration
from server.province import Province
from sync import wire
from sync.errors import MessageUnreadable, NotSigned, Refused, StoreBusy, StoreUnusable
from sync.messages import Refusal
from sync.wire import envelope, seal

STATUS = {
    "not-enrolled": 403,
    "revoked": 403,
    "unreadable": 400,
    "too-large": 413,
    "busy": 503,
    "stale": 409,
}
BUSY, OUT_OF_ORDER = 15, 900  # seconds until it is worth to ask again
log = logging.getLogger(__name__)


def bare(body: bytes, status: int = 200) -> Response:
    """Bytes that say by themselves what they are, in as few as possible."""
    answer = Response(body, status)
    del answer.headers["Content-Type"]
    return answer


def install(bp: Blueprint) -> None:
    bp.register_error_handler(Refused, lambda error: refusal(error.code, error.seconds, error.wall))
    bp.register_error_handler(MessageUnreadable, lambda _error: refusal("unreadable"))
    bp.register_error_handler(UnknownGeneration, lambda _error: refusal("unreadable"))
    # We know the device, and these bytes are not what it signed: the line changed them.
    bp.register_error_handler(NotSigned, lambda _error: refusal("unreadable"))
    bp.register_error_handler(RequestEntityTooLarge, lambda _error: refusal("too-large"))
    bp.register_error_handler(TooManyAttempts, lambda error: refusal("busy", error.seconds))
    bp.register_error_handler(StoreBusy, lambda _error: refusal("busy", BUSY))
    bp.register_error_handler(StoreUnusable, _out_of_order)
    bp.register_error_handler(sqlite3.OperationalError, _out_of_order)


class To(NamedTuple):
    """What must be known of a request to refuse it, so that its sender believes it."""

    nonce: str = ""
    generation: int | None = None  # of our keys, that the sender knows; none: the newest

    @classmethod
    def sender(cls, beginning: bytes) -> To:
        """As the first bytes of a request say; nothing of it, if they are none."""
        try:
            header = envelope.header(beginning)
        except MessageUnreadable:
            return cls()
        return cls(header.nonce_text, header.generation)


def refused(province: Province, to: To, code: str, seconds: int = 0, wall: int = 0) -> bytes:
    """A refusal as it is sent, perhaps before more than the header of a request was read."""
    keys = province.keyring.newest
    if to.generation is not None:
        with suppress(UnknownGeneration):
            keys = province.keyring.pair(to.generation)
    body = wire.encode(Refusal(code, seconds, wall or province.wall()))
    return seal.signed(body, keys.signing, seal.refusal_context(to.nonce))


def refusal(code: str, seconds: int = 0, wall: int = 0) -> Response:
    body = refused(province(), g.get("to", To()), code, seconds, wall)
    answer = bare(body, STATUS.get(code, 400))
    if seconds:
        answer.headers["Retry-After"] = str(seconds)
    return answer


def _out_of_order(error: Exception) -> Response:
    log.error("the database cannot be used", exc_info=error)
    return refusal("busy", OUT_OF_ORDER)
