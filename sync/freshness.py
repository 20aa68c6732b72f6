"""Which requests are new: a captured one is not answered for ever, a wrong clock blocks nothing.

A request states the time at the server: the sender's clock, less how far that ran ahead when last
measured. If this is more than a day from the server's time, or if the device sent the request
before (a replay), the server answers ``stale`` and the time to state instead. The device asks again
at once, without a person. Files on sticks are exempt: they may be in a drawer for years.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from .errors import Stale
from .messages import Question, Reply, Request
from .replica import Replica

DAY = 24 * 3600 * 1000  # milliseconds
KEPT = 16  # requests of a device that are remembered one by one
TRIES = 3  # that a client makes with the server's time, one after the other


class Recent(NamedTuple):
    """What is kept of the requests of a device."""

    asked: tuple[tuple[str, int], ...] = ()  # the last ones: nonce, and stated time
    floor: int = 0  # the largest time stated by one that is not among them any more


NOTHING = Recent()


def stated(message: Request | Question) -> int:
    """The time at the server, in milliseconds, as the sender believes."""
    return message.wall - message.offset * 1000


def admitted(recent: Recent, nonce: str, at: int, now: int) -> Recent:
    """What is kept from now on, if a request with that nonce, stated for ``at``, is a new one.

    :raises Stale: if it is not; its ``wall`` is a time that is worth to be stated now
    """
    is_known = any(nonce == known for known, _ in recent.asked)
    if abs(at - now) > DAY or at <= recent.floor or is_known:
        raise Stale(nonce, wall=max(now, recent.floor + 1))
    asked = sorted([*recent.asked, (nonce, at)], key=lambda each: each[1])
    dropped = [time for _, time in asked[:-KEPT]]
    return Recent(tuple(asked[-KEPT:]), max([recent.floor, *dropped]))


def offset_of(wall: int, there: int) -> int:
    """Whole seconds that a clock runs ahead of the server's; never so that less is stated."""
    return (wall - there) // 1000


class Asking:
    """Asks questions with the time that the server knows, and again if it says ``stale``."""

    def __init__(self, replica: Replica, inquire: Callable[[Question], Reply]) -> None:
        self._replica, self._inquire = replica, inquire
        self._offset = replica.store.checkpoint().receipt.offset // 1000
        self._there = 0  # the time that the server gave us to state, if it was not yet

    def __call__(self, question: Question) -> Reply:
        """:raises Stale: if the server will not take any time  :raises SyncError:"""
        for _ in range(TRIES):
            try:
                return self._ask(question)
            except Stale as refusal:
                if not refusal.wall:
                    raise
                self._there = refusal.wall
        return self._ask(question)

    def _ask(self, question: Question) -> Reply:
        wall = self._replica.wall()
        if self._there:  # by the very reading that is sent: the clock may jump again meanwhile
            self._offset, self._there = offset_of(wall, self._there), 0
        return self._inquire(replace(question, wall=wall, offset=self._offset))
