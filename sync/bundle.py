"""A bundle: many messages as one stretch of bytes, sealed to its reader, signed by its sender.

    front   1 KiB   magic and version, signature, header (plain JSON, padded with spaces)
    key     80      a random key, sealed to the reader
    start   24      of the secret stream
    chunks          of 64 KiB of the messages, each behind its length; the last is marked

The signature covers the header and the digest of all that follows it. So whoever finds a
bundle sees from which machine it is and which part of how many, and nothing of what is in
it; and a bundle that is cut, changed, or put together of two is recognised
before anything is made of it. Reader and writer hold one message and one chunk at a time.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass, fields
from hashlib import blake2b

from nacl import bindings as sodium
from nacl.exceptions import CryptoError

from .clock import MILLIS
from .errors import MessageUnreadable, NotSigned
from .wire import seal, strict_json
from .wire.guards import WHOLE

MAGIC, VERSION = b"KHB", 1
FRONT = 1024
CHUNK = 64 * 1024
MOST = 4 * 1024 * 1024  # bytes of one message
REQUESTS, RESPONSES = "requests", "responses"
SHARED = "shared"  # by one machine of a centre with another
ENROLMENT = "enrolment"  # a certificate, and the whole history
BACKUP = "backup"  # of the server, sealed to the recovery sheet; see server/recovery
KINDS = (REQUESTS, RESPONSES, SHARED, ENROLMENT, BACKUP)

_SIGNED = len(MAGIC) + 1 + seal.SIGNATURE  # where in the front that begins
_LENGTH = 4  # bytes before each message
_VALUES = 100  # of JSON in a header
_MORE = sodium.crypto_secretstream_xchacha20poly1305_TAG_MESSAGE
_LAST = sodium.crypto_secretstream_xchacha20poly1305_TAG_FINAL
_START = sodium.crypto_secretstream_xchacha20poly1305_HEADERBYTES
_KEY = 48 + sodium.crypto_secretstream_xchacha20poly1305_KEYBYTES
_SEALED = CHUNK + sodium.crypto_secretstream_xchacha20poly1305_ABYTES


@dataclass(frozen=True)
class Header:
    """What everybody may know of a bundle."""

    kind: str  # REQUESTS or RESPONSES
    device: str  # that asked, or is answered
    server: str  # which province's: ``key_id`` of its key
    bundle: str  # random, the same in all its parts
    part: int = 1
    parts: int = 1
    count: int = 0  # messages in this part
    made: int = 0  # by the sender's clock
    answers: str = ""  # the bundle that this one answers


def key_id(key: bytes) -> str:
    return blake2b(key, digest_size=8).hexdigest()


def new_digest() -> blake2b:
    """Takes in all that follows the front."""
    return blake2b(digest_size=32)


def front(header: Header, digest: bytes, seed: bytes) -> bytes:
    """The beginning of a bundle, once all the rest of it is known."""
    text = json.dumps(asdict(header), separators=(",", ":")).encode().ljust(FRONT - _SIGNED)
    signature = seal.signed(text + digest, seed, _context(header))[: seal.SIGNATURE]
    return MAGIC + bytes([VERSION]) + signature + text


def header(start: bytes) -> Header:
    """What the first ``FRONT`` bytes say; nobody has vouched for it yet.

    :raises NotSigned: if that is no bundle  :raises MessageUnreadable: if it is a newer one
    """
    if start[: len(MAGIC)] != MAGIC or len(start) != FRONT:
        raise NotSigned("not a bundle")
    if start[len(MAGIC)] != VERSION:
        raise MessageUnreadable(f"not a bundle of version {VERSION}")
    try:
        values = strict_json.loads(start[_SIGNED:], _VALUES)
        result = Header(**{field.name: values[field.name] for field in fields(Header)})
        if any(type(value) is not type(values[name]) for name, value in _BLANK.items()):
            raise ValueError("of another kind")
        if not (0 <= result.made < MILLIS and result.count in WHOLE and result.parts in WHOLE):
            raise ValueError("a number is out of bounds")
    except (LookupError, TypeError, ValueError) as exc:
        raise NotSigned(f"no header: {exc}") from exc
    if result.kind not in KINDS or not 1 <= result.part <= result.parts:
        raise NotSigned("a header that makes no sense")
    return result


_BLANK = asdict(Header("", "", "", ""))


def verify(start: bytes, rest: Iterable[bytes], key: bytes) -> Header:
    """The header, if the owner of ``key`` signed it and all the rest.

    :raises NotSigned:  :raises MessageUnreadable:
    """
    claimed, digest = header(start), new_digest()
    for piece in rest:
        digest.update(piece)
    seal.opened(start[len(MAGIC) + 1 :] + digest.digest(), key, _context(claimed))
    return claimed


class Sealing:
    """Turns messages into what follows the front, for the owner of ``key``."""

    def __init__(self, key: bytes) -> None:
        secret = sodium.crypto_secretstream_xchacha20poly1305_keygen()
        self._state = sodium.crypto_secretstream_xchacha20poly1305_state()
        start = sodium.crypto_secretstream_xchacha20poly1305_init_push(self._state, secret)
        self._plain = bytearray()
        self._digest = new_digest()
        self.start: bytes = self._out(seal.sealed(secret, key) + start)

    @property
    def digest(self) -> bytes:
        return self._digest.digest()

    def add(self, message: bytes) -> bytes:
        """What can be written, now that there is this message."""
        self._plain += len(message).to_bytes(_LENGTH, "big") + message
        out = bytearray()
        while len(self._plain) > CHUNK:
            out += self._push(bytes(self._plain[:CHUNK]), _MORE)
            del self._plain[:CHUNK]
        return self._out(bytes(out))

    def end(self) -> bytes:
        """What remains to be written."""
        return self._out(self._push(bytes(self._plain), _LAST))

    def _push(self, plain: bytes, tag: int) -> bytes:
        push = sodium.crypto_secretstream_xchacha20poly1305_push
        sealed: bytes = push(self._state, plain, tag=tag)
        return sealed

    def _out(self, piece: bytes) -> bytes:
        self._digest.update(piece)
        return piece


def messages(read: Callable[[int], bytes], seed: bytes) -> Iterator[bytes]:
    """The messages of a bundle; ``read`` gives so many bytes of what follows the front.

    :raises NotSigned: if it is damaged, or sealed for somebody else
    """
    waiting = bytearray()
    for plain in _unsealed(read, seed):
        waiting += plain
        while (end := _end(waiting)) and len(waiting) >= end:
            yield bytes(waiting[_LENGTH:end])
            del waiting[:end]
    if waiting:
        raise NotSigned("ends within a message")


def _unsealed(read: Callable[[int], bytes], seed: bytes) -> Iterator[bytes]:
    secret, start = seal.unsealed(read(_KEY), seed), read(_START)
    state, tag = sodium.crypto_secretstream_xchacha20poly1305_state(), _MORE
    pull = sodium.crypto_secretstream_xchacha20poly1305_pull
    try:
        sodium.crypto_secretstream_xchacha20poly1305_init_pull(state, start, secret)
        while piece := read(_SEALED):
            if tag == _LAST:
                raise NotSigned("goes on after its end")
            plain, tag = pull(state, piece)
            yield plain
    except (CryptoError, ValueError, TypeError, RuntimeError) as exc:
        raise NotSigned(str(exc)) from exc
    if tag != _LAST:
        raise NotSigned("cut short")


def _end(waiting: bytearray) -> int:
    """Where the first message ends; 0 if that is not known yet."""
    if len(waiting) < _LENGTH:
        return 0
    length = int.from_bytes(waiting[:_LENGTH], "big")
    if length > MOST:
        raise NotSigned("a message too large")
    return _LENGTH + length


def _context(claimed: Header) -> bytes:
    return seal.bundle_context(claimed.kind)
