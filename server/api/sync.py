"""The sync API: addresses for exchanges, for the rest of one that was cut, for finding a defect."""

from __future__ import annotations

from dataclasses import replace
from http import HTTPStatus

from flask import Blueprint, Response, g, request

from server import exchanges
from server.auth import province
from sync import rest, wire
from sync.messages import Question, Request

from . import errors
from .errors import bare, signed

bp = Blueprint("sync", __name__, url_prefix="/api/v1")
errors.install(bp)


@bp.post("/sync")
def exchange() -> Response:
    """Take in a centre's changes and hand back those it has not seen."""
    return _exchange(request.get_data())


@bp.post("/sync/rest")
def go_on() -> Response:
    """Go on with an exchange that was cut: the rest of its answer, or how much of it is here."""
    cut, talk = rest.unpack(request.get_data()), province().conversations
    if answer := talk.answer(cut.name):
        return bare(answer[cut.came :])
    there = talk.arrived(cut)
    if cut.piece and cut.start <= len(there):
        return _exchange(there[: cut.start] + cut.piece)
    return bare(len(there).to_bytes(rest.PLACE, "big"), HTTPStatus.ACCEPTED)


@bp.post("/questions")
def inquire() -> Response:
    """Help a centre to find out where its records differ from ours."""
    data = request.get_data()
    asked, _ = exchanges.read(Question, data)
    g.nonce = asked.nonce
    device = exchanges.sender(province(), asked, data)
    return signed(wire.encode(exchanges.inquire(province(), asked, device)), asked.nonce)


def _exchange(data: bytes) -> Response:
    talk = province().conversations
    asked, text = exchanges.read(Request, data, talk.held)
    g.nonce = asked.nonce
    device = exchanges.sender(province(), asked, data)
    told = exchanges.exchange(province(), asked, device)
    if asked.waiting:
        told = replace(told, holds=talk.held.keep(text))
    # What may be kept as a proof says all by itself.
    body = wire.follow(told, talk.held, asked.holds) if told.more else wire.encode(told)
    return bare(talk.answered(data, signed(body, asked.nonce).get_data()))
