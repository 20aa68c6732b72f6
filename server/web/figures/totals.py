"""Totals of any record type, cut by unit, by a choice or by period."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from flask import Response

from reporting.public import published
from reporting.query import listing, statements
from reporting.query.selection import ALL_RECORDS
from reporting.query.totals import adds_up, only_flows
from reporting.report import UNIT, Report, cuts, totals_of
from schemas import measures
from schemas.addresses import MARK, marked
from schemas.areas import CENTRE
from schemas.context import current
from schemas.fields.adding import PROFILE, RATE, STOCK, WAYS, Rate
from schemas.formatting.label import Label
from schemas.formatting.vietnamese import day, number
from schemas.privacy.small_counts import sensitive
from schemas.record import RecordSchema
from server import ambient
from webui.language import say, spoken

from ..files import tables
from ..pages import page, pages, reading
from ..query import ListRequest, by, choices, list_request, neighbours, offered, usual_year

MOST_NOTES = 10
SILENCE = {STOCK: "silent.stock", PROFILE: "silent.profile"}  # else nobody reported


@pages.get("/totals")
@pages.get("/totals/<record_type>")
@reading
def totals(record_type: str = "activity") -> str:
    ask = _list_request(record_type)
    schema, result = ask.schema, _report(ask)
    return page(
        "totals",
        ask=ask,
        report=result,
        cuts=cuts(ask.selection),
        choices=choices(schema),
        offered=offered(ask),
        figures=tables.figures(schema),
        rates=measures.rates(schema),
        many_figures=len(measures.sums(schema)) > tables.MOST,
        ways=_ways(schema),
        has_levels=not only_flows(schema),
        adds_up=adds_up(ask.selection, result.by.removeprefix(MARK)),
        notes=_notes(ask),
        partial=_is_partial(result, measures.rates(schema)),
        silence=SILENCE.get(measures.records_way(schema), "silent"),
        types=neighbours(schema),
        is_sensitive=bool(sensitive(schema)) and schema.lives_in == CENTRE,
        planned=listing.count(ambient.province().db(), replace(ask.selection, planned=True)),
    )


def _is_partial(report: Report, rates: Mapping[str, Rate]) -> bool:
    rows = (*report.rows, report.total)
    return any(row.sum.is_partial(name, rate) for row in rows for name, rate in rates.items())


@pages.get("/totals/<record_type>.csv")
@reading
def totals_csv(record_type: str) -> Response:
    ask = _list_request(record_type)
    return tables.download(tables.file_name(ask), tables.of_report(_report(ask), ask))


@pages.get("/totals/<record_type>/public.csv")
@reading
def totals_public_csv(record_type: str) -> Response:
    """The same to be handed on: small counts of sensitive kinds are not in it."""
    ask = _list_request(record_type)
    public = published(_report(ask), ask.schema)
    return tables.download(f"{tables.file_name(ask)}-public", tables.of_public(public, ask))


def _notes(ask: ListRequest) -> list[str]:
    """What a person must know of the statements that the balances rest on."""
    seams = statements.seams(ambient.province().db(), ask.selection)
    centres = {place.key: spoken(place.label) for place in ask.place.each()}
    names = current().name
    notes = [
        say(
            f"seam.{one.kind}",
            what=names("fund", one.of) or one.of,
            centre=centres.get(one.area, one.area),
            first=day(one.first),
            last=day(one.last),
        )
        for one in seams[:MOST_NOTES]
    ]
    more = len(seams) - len(notes)
    return [*notes, say("seam.more", count=number(more))] if more else notes


def _ways(schema: type[RecordSchema]) -> dict[str, Label]:
    """How each column adds up, in words."""
    ways = {name: measures.in_words(schema, name) for name in measures.sums(schema)}
    return {**ways, ALL_RECORDS: WAYS[measures.records_way(schema)], RATE: WAYS[RATE]}


def _list_request(record_type: str) -> ListRequest:
    return list_request(record_type, period=usual_year(record_type))


def _report(ask: ListRequest) -> Report:
    wanted = by(ask.selection) or _usual(ask.schema)
    return totals_of(ambient.province().db(), ask.selection, ask.place).cut(wanted)


def _usual(schema: type[RecordSchema]) -> str:
    """By unit; what no centre keeps, by its state, or what else it can be counted by."""
    if schema.lives_in == CENTRE:
        return UNIT
    groups = [*choices(schema), *measures.groups(schema)]
    return marked(groups[0]) if groups else UNIT
