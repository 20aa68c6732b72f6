"""The sync API: addresses for exchanges, for the rest of one that was cut, for finding a defect."""

from __future__ import annotations

from dataclasses import replace
from http import HTTPStatus
from time import monotonic

from flask import Blueprint, Response, current_app, g, request

from server.ambient import province
from server.sync import exchanges
from server.sync.exchanges import VerifiedRequest
from server.sync.resume_cache import ResumeCache
from sync import wire
from sync.messages import Question, Request
from sync.wire import envelope, resume, seal

from . import errors
from .errors import To, bare

bp = Blueprint("sync", __name__, url_prefix="/api/v1")
errors.install(bp)


@bp.post("/sync")
def exchange() -> Response:
    """Take in a centre's changes and hand back those it has not seen."""
    return _exchange(request.get_data())


@bp.post("/sync/rest")
def go_on() -> Response:
    """Resume an exchange that was cut: the rest of its answer, or how much has arrived of it."""
    cut, cache = resume.unpack(request.get_data()), _cache()
    if answer := cache.answer(cut.name):
        return bare(answer[cut.came :])
    arrived = cache.add_part(cut)
    if cut.piece and cut.start <= len(arrived):
        return _exchange(arrived[: cut.start] + cut.piece)
    return bare(len(arrived).to_bytes(resume.PLACE, "big"), HTTPStatus.ACCEPTED)


@bp.post("/questions")
def inquire() -> Response:
    """Help a centre to find out where its records differ from ours."""
    incoming = _verified(request.get_data())
    asked, _ = incoming.read(Question)
    nonce = incoming.header.nonce_text
    reply = wire.encode(exchanges.inquire(province(), asked, incoming.device, nonce))
    return bare(incoming.answer(reply, seal.reply_context(nonce)))


def _verified(data: bytes) -> VerifiedRequest:
    """The request, before anything of it is unpacked; a refusal is signed over its nonce."""
    g.to = To.sender(data)
    return exchanges.verified(province(), envelope.header(data), data)


def _exchange(data: bytes) -> Response:
    begun, cache = monotonic(), _cache()
    incoming = _verified(data)
    if answer := cache.answer(envelope.request_name(data)):
        return bare(answer)  # these very bytes came before
    asked, text = incoming.read(Request, cache.prefixes)
    nonce = incoming.header.nonce_text
    response = exchanges.exchange(province(), asked, incoming.device, incoming.keys, nonce)
    if asked.waiting:
        response = replace(response, holds=cache.prefixes.keep(text))
    response = replace(response, spent=round((monotonic() - begun) * 1000))
    # What may be kept as a confirmation says all that its request did not.
    if response.more:
        body = wire.follow(response, cache.prefixes, asked.holds, asked)
    else:
        body = wire.encode(response, asked)
    context = seal.response_context(exchanges.asked(incoming.header, asked))
    return bare(cache.keep_answer(data, incoming.answer(body, context)))


def _cache() -> ResumeCache:
    cache: ResumeCache = current_app.extensions["resume_cache"]
    return cache
