"""The envelope of a request over a network: nothing is unpacked before it is trusted.

    1 byte     form: 1 plain, 2 sealed
    1 byte     generation of the province's keys that the sender knows
    1 byte     length of the device's name, 1 to 64
    n bytes    the device's name, ASCII
    8 bytes    nonce, random
    64 bytes   Ed25519 signature by the device, over all before it and all after it
    the rest   the message; of form 2 in a sealed box for the province's sealing key

The sender and the signature are verified from these bytes as they are: an unknown sender costs a
look-up, and a known one a signature. The answer is ``signature ‖ message``, the message
in a sealed box for the device if the request was sealed; a refusal is never sealed, since it says
nothing and may be given before all of the request has come.
"""

from __future__ import annotations

import secrets
from base64 import urlsafe_b64encode
from dataclasses import replace
from typing import NamedTuple, TypeVar

from ..changes import device_of
from ..errors import MessageUnreadable
from ..messages import Question, Request
from . import seal

PLAIN, SEALED = 1, 2
LONGEST = 64  # letters of a device's name
NONCE = 8  # bytes
NAME = 16  # bytes of a signature, by which an exchange that was cut is resumed
_FIXED = 3  # bytes before the device's name

M = TypeVar("M", bound=Request | Question)


class Header(NamedTuple):
    """What everybody on the way may know of a request."""

    device: str
    nonce: bytes
    form: int = PLAIN
    generation: int = 0

    @property
    def size(self) -> int:
        return _FIXED + len(self.device) + NONCE

    @property
    def nonce_text(self) -> str:
        """The nonce as the contexts of signatures hold it."""
        return nonce_text(self.nonce)

    def pack(self) -> bytes:
        """:raises ValueError: if the device's name is too long, or none"""
        name = self.device.encode("ascii")
        if not 1 <= len(name) <= LONGEST:
            raise ValueError("a device's name is out of bounds")
        return bytes([self.form, self.generation, len(name)]) + name + self.nonce


def new_nonce() -> bytes:
    return secrets.token_bytes(NONCE)


def nonce_text(nonce: bytes) -> str:
    """base64url, without the padding."""
    return urlsafe_b64encode(nonce).rstrip(b"=").decode()


def header(data: bytes) -> Header:
    """What the first bytes of a request say; nobody has vouched for it yet.

    :raises MessageUnreadable: if they are no header, or not all of it has come
    """
    if len(data) < _FIXED or data[0] not in (PLAIN, SEALED):
        raise MessageUnreadable("no envelope of a known form")
    form, generation, length = data[:_FIXED]
    name, nonce = data[_FIXED : _FIXED + length], data[_FIXED + length :][:NONCE]
    if not 1 <= length <= LONGEST or len(nonce) < NONCE or not name.isascii():
        raise MessageUnreadable("no envelope")
    return Header(name.decode("ascii"), bytes(nonce), form, generation)


def request_name(data: bytes) -> bytes:
    """What a request is resumed by: how its signature begins; empty until that much has come.

    :raises MessageUnreadable: if it has no header
    """
    begin = header(data).size
    name = data[begin : begin + NAME]
    return bytes(name) if len(name) == NAME else b""


def request(about: Header, message: bytes, seed: bytes, sealing_key: bytes = b"") -> bytes:
    """A request as it is sent, signed by the device's ``seed``.

    :param sealing_key: the province's; only a sealed form needs it
    """
    front = about.pack()
    rest = seal.sealed(message, sealing_key) if about.form == SEALED else message
    signature = seal.signature(front + rest, seed, seal.request_context())
    return front + signature + rest


def verified(data: bytes, about: Header, key: bytes) -> bytes:
    """What follows the signature, as it travelled, if the owner of ``key`` signed it all.

    :raises NotSigned:
    """
    begin, end = about.size, about.size + seal.SIGNATURE
    rest = data[end:]
    seal.verify(data[begin:end], data[:begin] + rest, key, seal.request_context())
    return rest


def unsealed(form: int, body: bytes, seed: bytes) -> bytes:
    """The packed message of a request or an answer that was verified; ``seed`` is its reader's.

    :raises NotSigned: if it is sealed for somebody else
    """
    return seal.unsealed(body, seed) if form == SEALED else body


def answer(message: bytes, seed: bytes, context: bytes, form: int, key: bytes) -> bytes:
    """An answer as it is sent; ``key`` is the device's, for the sealed form."""
    body = seal.sealed(message, key) if form == SEALED else message
    return seal.signed(body, seed, context)


def shortened(message: M, device: str) -> M:
    """The message without the device's name in its replica: the header has it."""
    is_own = device_of(message.replica) == device
    return replace(message, replica=message.replica[len(device) :]) if is_own else message


def whole(message: M, device: str) -> M:
    """The message with its replica's whole name."""
    is_short = message.replica.startswith(".")
    return replace(message, replica=device + message.replica) if is_short else message
