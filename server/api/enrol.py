"""Enrolment: a code of words in, a certificate out."""

from __future__ import annotations

from flask import Blueprint, Response, g, request

from server import auth, enrolment
from sync import wire
from sync.messages import Enrolment

from . import errors
from .errors import signed

bp = Blueprint("enrol", __name__, url_prefix="/api/v1")
errors.install(bp)


@bp.post("/enrol")
def enrol() -> Response:
    """Give a machine that knows a code its certificate, signed by the key that it names."""
    asked = wire.decode(Enrolment, request.get_data())
    g.nonce = asked.code
    address = request.remote_addr or ""
    certificate = enrolment.enrol(auth.province(), asked, address, auth.today())
    return signed(wire.encode(certificate), asked.code)
