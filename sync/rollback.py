"""Rollback detection: a hub that was put back to an older state learns it by its own MAC.

A snapshot of a virtual machine, or a copied file, may put a hub back unnoticed. Its devices then
name places in the feed that it has not reached. If it believed a device, one device could make all
devices read the log from its start, as often as it likes. So each answer carries a MAC over the
place that it names, the next request returns it, and the hub believes only that. It keeps no state
for this.
"""

from __future__ import annotations

import json
from enum import Enum, auto
from hashlib import blake2b
from hmac import compare_digest
from typing import TYPE_CHECKING, NamedTuple

from .messages import Mac, Request
from .wire import MAC

if TYPE_CHECKING:
    from .replica import Replica


class Place(Enum):
    """What the place that a request names says of the hub."""

    KNOWN = auto()  # nothing
    LOST = auto()  # the hub gave it, and has not reached it: the hub was put back
    UNPROVED = auto()  # the hub has not reached it, and the MAC that is shown is not its own
    HEARSAY = auto()  # the same, but without a MAC: a sibling named the place on a stick


class Position(NamedTuple):
    """The place that an answer names."""

    device: str
    feed: str
    cursor: int
    replica: str
    head: int  # of the replica


def mac(secret: bytes, position: Position) -> Mac:
    """The MAC of the hub over a position that one of its answers names."""
    return blake2b(json.dumps(position).encode(), digest_size=MAC, key=secret).digest()


def judge_place(hub: Replica, request: Request, device: str) -> Place:
    """What a request that reads the hub's present feed proves.

    ``sent`` alone proves nothing: a request that was asked ahead may overtake the one before, and
    those of a bundle go beyond each other.
    """
    head = request.sent - request.ahead  # of the answer that the MAC is from
    is_beyond = request.cursor > hub.store.end()
    if not is_beyond and head <= hub.store.head(request.replica).number:
        return Place.KNOWN
    position = Position(device, request.feed, request.cursor, request.replica, head)
    good = mac(hub.secret, position)
    if request.mac and compare_digest(good, request.mac):
        return Place.LOST
    if not is_beyond:
        return Place.KNOWN
    return Place.UNPROVED if request.mac else Place.HEARSAY
