"""Exchanges in files: what a centre exported is answered by the same function as HTTP.

A request lies sealed to the server's key and signed by its device; the answer is signed
by the server and sealed to the device. A file that is damaged, or meant for somebody
else, is refused whole.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

from sync import seal, wire
from sync.errors import NotSigned
from sync.messages import Request

from . import centres, exchanges
from .province import Province, decoded

MOST = wire.MOST + 4096  # bytes of a bundle, with its seal


class Taken(NamedTuple):
    """What became of a bundle."""

    answer: bytes
    changes: int  # that it brought
    centre: str


def answer(province: Province, bundle: bytes) -> Taken:
    """Take in a bundle.

    :raises NotSigned: if it is damaged, or not for us
    :raises MessageUnreadable: if another version made it
    :raises Refused: if its device may not send
    """
    data = seal.unsealed(bundle, province.seed)
    asked = exchanges.read(Request, data)
    device = exchanges.sender(province, asked, data)
    response = exchanges.exchange(province, asked, device)
    context = seal.response_context(asked.nonce)
    signed = seal.signed(wire.encode(response), province.seed, context)
    centre = centres.centre(province.db(), device.device.home)
    name = centre.name if centre else device.device.home
    return Taken(seal.sealed(signed, decoded(device.key)), len(asked.changes), name)


def read(path: Path) -> bytes:
    """:raises NotSigned: if no bundle can be as large as that"""
    if path.stat().st_size > MOST:
        raise NotSigned("too large")
    return path.read_bytes()


def write(path: Path, data: bytes) -> None:
    """Write the file whole or not at all, and read it back: sticks lie."""
    draft = path.with_name(f"{path.name}.part")
    with draft.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    if draft.read_bytes() != data:
        raise OSError(f"{draft} does not hold what was written")
    draft.replace(path)
