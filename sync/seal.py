"""Signatures on messages, and the seal on bundles. Every primitive is libsodium's.

A signature covers a context as well as the bytes, so a request can never pass for an
answer, and an answer to one request never for the answer to another: an answer's context
holds the nonce of its request. A context is one line, so no body can lengthen it.
"""

from __future__ import annotations

import json

from nacl.exceptions import CryptoError
from nacl.public import SealedBox
from nacl.signing import SigningKey, VerifyKey

from .errors import NotSigned

SIGNATURE = 64  # bytes before the body


def new_seed() -> bytes:
    """A new secret: 32 bytes that are the whole of a device's identity."""
    return bytes(SigningKey.generate())


def public_key(seed: bytes) -> bytes:
    return bytes(SigningKey(seed).verify_key)


def request_context() -> bytes:
    return b"khuyenhoc request\n"


def response_context(nonce: str) -> bytes:
    return f"khuyenhoc response {json.dumps(nonce)}\n".encode()  # a line, whatever is in it


def bundle_context(kind: str) -> bytes:
    return f"khuyenhoc bundle {json.dumps(kind)}\n".encode()


def signed(body: bytes, seed: bytes, context: bytes) -> bytes:
    """``body`` behind its signature."""
    return SigningKey(seed).sign(context + body).signature + body


def opened(data: bytes, key: bytes, context: bytes) -> bytes:
    """The body of ``data``.

    :raises NotSigned: if not exactly these bytes were signed by ``key`` in this context
    """
    signature, body = data[:SIGNATURE], data[SIGNATURE:]
    try:
        VerifyKey(key).verify(context + body, signature)
    except (CryptoError, ValueError, TypeError) as exc:
        raise NotSigned(str(exc)) from exc
    return body


def sealed(data: bytes, key: bytes) -> bytes:
    """``data`` so that only who holds the seed of the public ``key`` can read it."""
    return SealedBox(VerifyKey(key).to_curve25519_public_key()).encrypt(data)


def unsealed(data: bytes, seed: bytes) -> bytes:
    """:raises NotSigned: if the bytes are damaged, or sealed for somebody else"""
    try:
        return SealedBox(SigningKey(seed).to_curve25519_private_key()).decrypt(data)
    except (CryptoError, ValueError, TypeError) as exc:
        raise NotSigned(str(exc)) from exc
