"""Carries exchanges in files: the same messages as over HTTP, sealed to who may read them.

A request is signed by the device and sealed to the server; an answer is signed by the
server and sealed to the device. Whoever finds the stick reads nothing, and what is not
whole is refused whole.
"""

from __future__ import annotations

from dataclasses import replace

from sync import seal, wire
from sync.changes import device_of
from sync.errors import NotSigned
from sync.messages import Request, Response

from ..errors import BundleDamaged, BundleForeign

NONCE = "bundle"  # answers come late and in any order; accept() knows which question they answer
BUDGET = wire.MOST // 2
MOST = wire.MOST + 4096


def packed(request: Request, seed: bytes, server_key: bytes) -> bytes:
    """The request as a file for the province."""
    body = wire.encode(replace(request, nonce=NONCE))
    return seal.sealed(seal.signed(body, seed, seal.request_context()), server_key)


def unpacked(data: bytes, seed: bytes, server_key: bytes, device: str) -> Response:
    """The province's answer in a file.

    :raises BundleDamaged: if it is not whole, or sealed for another machine
    :raises BundleForeign: if our province did not sign it for this device
    :raises MessageUnreadable: if a newer version made it
    """
    try:
        signed = seal.unsealed(data, seed)
    except NotSigned as exc:
        raise BundleDamaged(str(exc)) from exc
    try:
        body = seal.opened(signed, server_key, seal.response_context(NONCE))
    except NotSigned as exc:
        raise BundleForeign(str(exc)) from exc
    response = wire.decode(Response, body)
    if device_of(response.replica) != device:
        raise BundleForeign(response.replica)
    return response
