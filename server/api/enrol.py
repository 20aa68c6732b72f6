"""Enrolment: a greeting in, the province's keys out; a code of words in, a certificate out.

What arrives is not signed yet, so its size is limited, packed and unpacked.
"""

from __future__ import annotations

from flask import Blueprint, Response, g, request

from server import ambient
from server.devices import enrolment
from sync import wire
from sync.messages import Enrolment, Greeting
from sync.wire import seal

from . import errors
from .errors import To, bare

MOST = 4 * 1024  # bytes of a body
bp = Blueprint("enrol", __name__, url_prefix="/api/v1")
errors.install(bp)


@bp.post("/greeting")
def greet() -> Response:
    """Name the province's keys, before a code is sent to whoever answers."""
    asked = wire.decode(Greeting, _body(), limit=wire.STRANGERS)
    g.to = To(asked.nonce)
    body = wire.encode(enrolment.introduction(ambient.province()))
    keys, context = ambient.province().keyring.newest, seal.introduction_context(asked.nonce)
    return bare(seal.signed(body, keys.signing, context))


@bp.post("/enrol")
def enrol() -> Response:
    """Give a machine that knows a code its certificate, which only that machine can open."""
    keys, packed = enrolment.unsealed(ambient.province(), _body())
    asked = wire.decode(Enrolment, packed, limit=wire.STRANGERS)
    g.to = To(asked.nonce, keys.generation)
    address = request.remote_addr or ""
    certificate = enrolment.enrol(ambient.province(), asked, address, ambient.today())
    body = seal.sealed(wire.encode(certificate), enrolment.key_of(asked))
    return bare(seal.signed(body, keys.signing, seal.certificate_context(asked.nonce)))


def _body() -> bytes:
    """:raises RequestEntityTooLarge: before it is read"""
    request.max_content_length = MOST
    return request.get_data()
