"""Totals of any record type, cut by unit, by a choice or by period."""

from __future__ import annotations

from flask import Response, abort, request

from schemas import codes, measures
from schemas.areas import CENTRE
from schemas.record import RecordSchema
from schemas.small_counts import sensitive
from server import auth
from server.reports.public import published
from server.reports.report import UNIT, Report, cuts, ground

from . import tables
from .asking import Asked, asked, choices, neighbours, offered
from .pages import page, pages, reading


@pages.get("/totals")
@pages.get("/totals/<record_type>")
@reading
def totals(record_type: str = "activity") -> str:
    ask = _asked(record_type)
    return page(
        "totals",
        ask=ask,
        report=_report(ask),
        cuts=cuts(ask.selection),
        choices=choices(ask.schema),
        offered=offered(ask),
        figures=tables.figures(ask.schema),
        types=_counted(ask),
        known=codes.known,
        is_sensitive=bool(sensitive(ask.schema)),
    )


@pages.get("/totals/<record_type>.csv")
@reading
def totals_csv(record_type: str) -> Response:
    ask = _asked(record_type)
    return tables.download(
        f"{record_type}-{ask.args['period']}", tables.of_report(_report(ask), ask)
    )


@pages.get("/totals/<record_type>/public.csv")
@reading
def totals_public_csv(record_type: str) -> Response:
    """The same to be handed on: small counts of sensitive kinds are not in it."""
    ask = _asked(record_type)
    found = published(_report(ask), ask.schema)
    name = f"{record_type}-{ask.args['period']}-public"
    return tables.download(name, tables.of_public(found, ask))


def _asked(record_type: str) -> Asked:
    """Of what no centre keeps there are no totals by centre."""
    ask = asked(record_type)
    return ask if ask.schema.lives_in == CENTRE else abort(404)


def _counted(ask: Asked) -> dict[str, type[RecordSchema]]:
    """The record types of the same register that have something to add up."""
    found = neighbours(ask.schema).items()
    return {name: s for name, s in found if measures.sums(s) and s.lives_in == CENTRE}


def _report(ask: Asked) -> Report:
    by = request.args.get("by", UNIT)
    if by not in cuts(ask.selection):
        abort(404)
    return ground(auth.province().db(), ask.selection, ask.place).cut(by)
