"""The sync API: one address for exchanges, one for the search for a defect."""

from __future__ import annotations

from dataclasses import replace

from flask import Blueprint, Response, g, request

from server import exchanges
from server.auth import province
from sync import wire
from sync.messages import Question, Request

from . import errors
from .errors import signed

bp = Blueprint("sync", __name__, url_prefix="/api/v1")
errors.install(bp)


@bp.post("/sync")
def exchange() -> Response:
    """Take in a centre's changes and hand back those it has not seen."""
    data, held = request.get_data(), province().held
    asked, text = exchanges.read(Request, data, held)
    g.nonce = asked.nonce
    device = exchanges.sender(province(), asked, data)
    told = exchanges.exchange(province(), asked, device)
    if asked.waiting:
        told = replace(told, holds=held.keep(text))
    if not told.more:  # it may be kept as a proof: it says all by itself
        return signed(wire.encode(told), asked.nonce)
    return signed(wire.follow(told, held, asked.holds), asked.nonce)


@bp.post("/questions")
def inquire() -> Response:
    """Help a centre to find out where its records differ from ours."""
    data = request.get_data()
    asked, _ = exchanges.read(Question, data)
    g.nonce = asked.nonce
    device = exchanges.sender(province(), asked, data)
    return signed(wire.encode(exchanges.inquire(province(), asked, device)), asked.nonce)
