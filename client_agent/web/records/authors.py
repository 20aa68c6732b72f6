"""Who wrote something, on which computer, and when: as far as this computer knows."""

from __future__ import annotations

from typing import NamedTuple

from flask import g

from sync.changes import device_of
from sync.clock import Timestamp

from ..context import agent
from ..language import say

SERVER = "server"
AGREED = 60_000  # clocks that differ by less agree


class Signed(NamedTuple):
    """Who wrote something, where, and when; times in milliseconds, 0 for not known."""

    author: str
    place: str
    claimed: int
    corrected: int  # 0: that clock was right, as far as is known
    received: int


def signed(at: Timestamp, received: int, offset: int) -> Signed:
    entry = agent().store().find([at]).get(at)
    corrected = _corrected(at.millis, received, offset)
    place = place_of(device_of(entry.change.replica)) if entry else ""
    return Signed(author_of(at), place, at.millis, corrected, received)


def _corrected(claimed: int, received: int, offset: int) -> int:
    """When it was, if that clock was wrong; nothing was written after it was taken in."""
    at = min(claimed - offset, received) if received else claimed - offset
    return at if abs(claimed - at) >= AGREED else 0


def author_of(at: Timestamp) -> str:
    entry = agent().store().find([at]).get(at)
    return named(entry.change.author if entry else "") or say("attention.someone")


def named(author: str) -> str:
    """Who wrote it, as it was signed, and what that person is called now."""
    if "former_names" not in g:
        g.former_names = agent().staff.former()
    now = g.former_names.get(author)
    return say("people.now_called", name=author, now=now) if now else author


def place_of(device: str) -> str:
    if device == agent().settings.device:
        return say("attention.this_computer")
    if device == SERVER:
        return say("attention.at_province")
    return say("attention.other_computer", name=device) if device else ""
