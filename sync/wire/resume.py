"""Resume: the rest of an exchange that was cut, instead of all of it once more.

    16 bytes   how the request's signature begins: its name (see ``envelope``)
     4 bytes   how much of the answer has come, big end first
     4 bytes   where in the request the rest begins
    then       the rest of the request; nothing, to ask how far both have come

Whoever knows the name has seen the request. What is put together is signed as a whole, so it is
no less sure than what came in one piece.
"""

from __future__ import annotations

import struct
from typing import NamedTuple

from ..errors import MessageUnreadable
from . import envelope

HEAD = struct.Struct(">16sII")
PLACE = 4  # bytes, of the answer that says how much of a request is there
WORTH = 1024  # bytes of a request; less is as quickly sent again, and nobody keeps it


class Rest(NamedTuple):
    name: bytes
    came: int = 0  # bytes of the answer
    start: int = 0
    piece: bytes = b""

    def pack(self) -> bytes:
        return HEAD.pack(self.name, self.came, self.start) + self.piece


def unpack(data: bytes) -> Rest:
    """:raises MessageUnreadable: if it is too short to be one"""
    if len(data) < HEAD.size:
        raise MessageUnreadable("no rest of an exchange")
    called, came, start = HEAD.unpack_from(data)
    return Rest(called, came, start, data[HEAD.size :])


def name(request: bytes) -> bytes:
    """What a signed request is called; empty if it is none, or not enough of it has come."""
    try:
        return envelope.request_name(request)
    except MessageUnreadable:
        return b""
