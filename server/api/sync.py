"""The sync API: one address for exchanges, one for the search for a defect."""

from __future__ import annotations

from flask import Blueprint, Response, g, request

from server import exchanges
from server.auth import province
from sync.messages import Question, Request

from . import errors
from .errors import signed

bp = Blueprint("sync", __name__, url_prefix="/api/v1")
errors.install(bp)


@bp.post("/sync")
def exchange() -> Response:
    """Take in a centre's changes and hand back those it has not seen."""
    data = request.get_data()
    asked = exchanges.read(Request, data)
    g.nonce = asked.nonce
    device = exchanges.sender(province(), asked, data)
    return signed(exchanges.exchange(province(), asked, device), asked.nonce)


@bp.post("/questions")
def inquire() -> Response:
    """Help a centre to find out where its records differ from ours."""
    data = request.get_data()
    asked = exchanges.read(Question, data)
    g.nonce = asked.nonce
    device = exchanges.sender(province(), asked, data)
    return signed(exchanges.inquire(province(), asked, device), asked.nonce)
