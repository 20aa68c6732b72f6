"""Totals of any record type, cut by unit, by a choice or by period."""

from __future__ import annotations

from flask import Response, abort, request

from schemas import measures
from server import auth
from server.reports.report import UNIT, Report, cuts, ground

from . import tables
from .asking import Asked, asked, choices, offered, types
from .pages import page, pages, reading


@pages.get("/totals")
@pages.get("/totals/<record_type>")
@reading
def totals(record_type: str = "activity") -> str:
    ask = asked(record_type)
    return page(
        "totals",
        ask=ask,
        report=_report(ask),
        cuts=cuts(ask.selection),
        choices=choices(ask.schema),
        offered=offered(ask),
        figures=tables.figures(ask.schema),
        types={name: schema for name, schema in types().items() if measures.sums(schema)},
    )


@pages.get("/totals/<record_type>.csv")
@reading
def totals_csv(record_type: str) -> Response:
    ask = asked(record_type)
    return tables.download(
        f"{record_type}-{ask.args['period']}", tables.of_report(_report(ask), ask)
    )


def _report(ask: Asked) -> Report:
    by = request.args.get("by", UNIT)
    if by not in cuts(ask.selection):
        abort(404)
    return ground(auth.province().db(), ask.selection, ask.place).cut(by)
