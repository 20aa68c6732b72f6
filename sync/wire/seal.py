"""Signatures on messages, and the seal on bundles. Every primitive is libsodium's.

A signature covers a context as well as the bytes, so a request can never pass for an
answer, and an answer to one request never for the answer to another: an answer's context
has the nonce of its request, and what the answer leaves out because the request has it. A
context is one line, so no body can lengthen it.
"""

from __future__ import annotations

import json
from typing import NamedTuple

from nacl.exceptions import CryptoError
from nacl.public import SealedBox
from nacl.signing import SigningKey, VerifyKey

from ..errors import NotSigned

SIGNATURE = 64  # bytes before the body


def new_seed() -> bytes:
    """A new secret: 32 bytes that are the whole of a device's identity."""
    return bytes(SigningKey.generate())


def public_key(seed: bytes) -> bytes:
    return bytes(SigningKey(seed).verify_key)


def request_context() -> bytes:
    return b"khuyenhoc request\n"


class Asked(NamedTuple):
    """What the answer to an exchange is signed over: it may leave out all but the nonce."""

    nonce: str
    replica: str
    feed: str
    cursor: int


def response_context(asked: Asked) -> bytes:
    return _context("response", list(asked))


def reply_context(nonce: str) -> bytes:
    return _context("reply", nonce)


def refusal_context(nonce: str) -> bytes:
    """Of a refusal; the nonce is empty if none could be read."""
    return _context("refusal", nonce)


def introduction_context(nonce: str) -> bytes:
    return _context("introduction", nonce)


def certificate_context(nonce: str) -> bytes:
    return _context("certificate", nonce)


def bundle_context(kind: str) -> bytes:
    return _context("bundle", kind)


def _context(what: str, about: object) -> bytes:
    """A line, whatever is in it: JSON escapes line feeds, and all that is not ASCII."""
    return f"khuyenhoc {what} {json.dumps(about, separators=(',', ':'))}\n".encode()


def signed(body: bytes, seed: bytes, context: bytes) -> bytes:
    """``body`` behind its signature."""
    return signature(body, seed, context) + body


def signature(body: bytes, seed: bytes, context: bytes) -> bytes:
    made: bytes = SigningKey(seed).sign(context + body).signature
    return made


def opened(data: bytes, key: bytes, context: bytes) -> bytes:
    """The body of ``data``.

    :raises NotSigned: if not exactly these bytes were signed by ``key`` in this context
    """
    body = data[SIGNATURE:]
    verify(data[:SIGNATURE], body, key, context)
    return body


def verify(signature: bytes, body: bytes, key: bytes, context: bytes) -> None:
    """:raises NotSigned: if ``key`` did not sign exactly these bytes in this context"""
    try:
        VerifyKey(key).verify(context + body, signature)
    except (CryptoError, ValueError, TypeError) as exc:
        raise NotSigned(str(exc)) from exc


def sealed(data: bytes, key: bytes) -> bytes:
    """``data`` so that only who holds the seed of the public ``key`` can read it.

    :raises NotSigned: if that is no key
    """
    try:
        return SealedBox(VerifyKey(key).to_curve25519_public_key()).encrypt(data)
    except (CryptoError, ValueError, TypeError, RuntimeError) as exc:
        raise NotSigned(str(exc)) from exc


def unsealed(data: bytes, seed: bytes) -> bytes:
    """:raises NotSigned: if the bytes are damaged, or sealed for somebody else"""
    try:
        return SealedBox(SigningKey(seed).to_curve25519_private_key()).decrypt(data)
    except (CryptoError, ValueError, TypeError) as exc:
        raise NotSigned(str(exc)) from exc
