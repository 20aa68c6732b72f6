"""The records behind a figure: listed, streamed as CSV, and one by one with their history."""

from __future__ import annotations

from dataclasses import replace

from flask import Response, abort, request

from reporting import attention, history
from reporting.evaluations import CRITERIA_SET, EVALUATION
from reporting.query import listing
from reporting.query.address import page as page_number
from reporting.query.basis import basis, listed
from reporting.query.selection import ALL_RECORDS, Selection
from reporting.query.totals import by_area, total
from schemas import measures, planned
from schemas.fields.adding import WAYS
from schemas.formatting.label import Label
from schemas.privacy import consents
from schemas.record import get, in_order
from server import ambient
from server.auth import permissions
from sync.changes import Key
from sync.merge import Record
from webui import record_tokens
from webui.conflicts import presenters
from webui.downloads import download
from webui.language import label_of

from .. import presenters as shown
from ..conflicts.host import HOST
from ..files import exports, record_files, tables
from ..pages import page, pages, reading
from ..query import ListRequest, choices, list_request, neighbours, offered

TEMPLATES = {
    EVALUATION: "sheet",
    CRITERIA_SET: "criteria_set",
}  # the pages of records that have one of their own


@pages.get("/records")
@pages.get("/records/<record_type>")
@reading
def records(record_type: str = "activity") -> str:
    ask = list_request(record_type)
    db, number = ambient.province().db(), page_number(request.args)
    return page(
        "records",
        ask=ask,
        sums=total(by_area(db, ask.selection).values()),
        figures=measures.sums(ask.schema),
        **_resting(ask),
        columns=ask.schema.list_fields,
        rows=listing.page(db, ask.selection, number, ask.sort),
        paging=listing.Paging(number, listing.count(db, ask.selection)),
        disputed=attention.disputed(db, ask.selection.areas),
        choices=choices(ask.schema),
        years=measures.years(ask.schema),
        planned=_planned(ask),
        is_to_come=lambda row: not planned.counts(ask.schema, row, ambient.today()),
        offered=offered(ask),
        types=neighbours(ask.schema),
        may_publish=permissions.may_publish(ask.schema),
        may_bring=permissions.may_bring(ask.schema),
        long=exports.LONG,
    )


def _resting(ask: ListRequest) -> dict[str, Label]:
    """The figure whose records are shown, and how it adds up; of no figure, nothing."""
    figure, schema = ask.selection.figure, ask.schema
    if not figure or basis(schema, figure) == listed(schema):
        return {}
    label = measures.sums(schema).get(figure, label_of("records"))
    if figure == ALL_RECORDS:
        return {"resting": label, "resting_way": WAYS[measures.records_way(schema)]}
    return {"resting": label, "resting_way": measures.in_words(schema, figure)}


@pages.get("/records/<record_type>.csv")
@reading
def records_csv(record_type: str) -> Response:
    ask = list_request(record_type)
    made = record_files.csv_file(ask)
    return download(f"{tables.file_name(ask)}.csv", made)


@pages.get("/records/<record_type>.xlsx")
@reading
def records_workbook(record_type: str) -> Response:
    ask = list_request(record_type)
    made = record_files.workbook(ask)
    return download(f"{tables.file_name(ask)}.xlsx", made)


@pages.get("/records/<record_type>/<area>/<record_id>")
@reading
def record(record_type: str, area: str, record_id: str) -> str:
    """One record, if it is among those that the person may ask for."""
    ask = list_request(record_type, period="all")
    _must_hold(ask, area, record_id)
    store, key = ambient.province().store(), Key(area, record_type, record_id)
    target, writings = history.record(store, key), history.history(store, key)
    changed = history.by_field(store, key)
    return page(
        TEMPLATES.get(record_type, "record"),
        ask=ask,
        way=ask.way[0].way(area),
        record=target,
        may_fill=permissions.may_fill(ask.schema, target),
        may_delete=permissions.may_delete(ask.schema, target),
        token=record_tokens.token_of(target),
        is_asked="sure" in request.args,
        groups=shown.groups(ask.schema, target.values),
        writings=writings,
        first=history.first(writings),
        changed={name: changed[name] for name in in_order(ask.schema, changed)},
        hidden=consents.hidden(ask.schema, target.values),
        resting=consents.given(ask.schema, target.values) if permissions.may_erase(area) else {},
        twins=_twins(target),
        to_come=not planned.counts(ask.schema, target.values, ambient.today()),
        conflicts=presenters.items(HOST, attention.about(ambient.province().db(), key)),
        **shown.sheet(record_type, target.values, area),
    )


def _planned(ask: ListRequest) -> int:
    """How many of those asked for are to come; they are in no figure."""
    return listing.count(ambient.province().db(), replace(ask.selection, planned=True))


def _twins(target: Record) -> list[listing.Row]:
    if target.deleted:
        return []
    kind, area = target.key.record_type, target.key.area
    only = permissions.only_own_unit(get(kind))
    its = Selection(kind, frozenset([area]), equal=only)
    return listing.twins(ambient.province().db(), its, target.values, target.key.record_id)


def _must_hold(ask: ListRequest, area: str, record_id: str) -> None:
    if not listing.holds(ambient.province().db(), ask.selection, area, record_id):
        abort(404)
