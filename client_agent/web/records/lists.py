"""The lists of records: searched, filtered, sorted, a page at a time; and as a table to keep."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import islice
from typing import Any
from urllib.parse import urlencode

from flask import Blueprint, Flask, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from reporting.query import listing
from schemas import homes, planned
from schemas.context import current, no_home, within
from schemas.fields import Year
from schemas.html import Page
from schemas.plausibility import far_off
from schemas.record import AREA, ID, families, fields
from schemas.tables import tabular, workbooks
from sync.changes import Key
from webui.downloads import download
from webui.language import language
from webui.titles import title_of

from ... import scores
from ..context import agent, centre, today
from . import services
from .history import needing_keys, waiting_keys
from .search import PAGE, Search, reading
from .services import Schema
from .views import known

pages = Blueprint("lists", __name__, url_prefix="/records")

Row = dict[str, Any]
LONG = 5000  # rows that are written before a person would notice


def install(app: Flask) -> None:
    app.register_blueprint(pages)


@pages.get("/<record_type>")
def show(record_type: str) -> str | Response:
    schema = known(record_type)
    if families(schema):
        return redirect(url_for("evaluation.years"))
    only = services.only_id(schema, agent().area)
    if only and services.filled_in_at_centres(schema):
        return redirect(_only(schema, only))
    search = reading(schema, request.args, services.place(agent(), schema))
    db = agent().store().db
    matches = listing.find(db, search.selection, None, [search.order], search.window)
    total = listing.count(db, search.selection)
    return render_template(
        "agent/list.html",
        schema=schema,
        is_ours=services.filled_in_at_centres(schema),
        search=search,
        asking=asking,
        total=total,
        page=_page(record_type, search, total),
        rows=rows(schema, search, matches),
        headings=dict(zip(search.columns, _headings(schema, search), strict=True)),
        numeric=_numeric(schema, search.columns),
        link_column=_link_column(schema, search.columns),
        gone=_gone(record_type),
        is_long=total > LONG,
    )


@pages.get("/<record_type>.csv")
def table(record_type: str) -> Response:
    """The records that the list shows, all pages of it, as a spreadsheet reads them."""
    schema = known(record_type)
    search = reading(schema, request.args, services.place(agent(), schema))
    lines = tabular.write_csv(schema, everything(search), language())
    return download(f"{file_name(record_type)}.csv", lines)


@pages.get("/<record_type>.xlsx")
def workbook(record_type: str) -> Response:
    """The same as a workbook with typed cells."""
    schema = known(record_type)
    search = reading(schema, request.args, services.place(agent(), schema))
    return _workbook(schema, everything(search), file_name(record_type))


@pages.get("/<record_type>/blank.xlsx")
def blank_table(record_type: str) -> Response:
    """The columns of the table alone, to be filled in and brought in."""
    schema = known(record_type)
    rows = [scores.blank(agent())] if families(schema) else []
    with within(replace(current(), home=no_home)):  # a person fills in no centre
        return _workbook(schema, rows, f"{record_type}-blank")


def file_name(record_type: str) -> str:
    return "-".join(filter(None, [record_type, homes.file_name(centre())]))


def _workbook(schema: Schema, records: Iterable[Mapping[str, Any]], name: str) -> Response:
    return download(f"{name}.xlsx", workbooks.of_records(schema, records, language()))


def rows(schema: Schema, search: Search, matches: list[Row]) -> list[Row]:
    """What the page shows of each record: its cells in words, and how far it has got."""
    keys = [Key(row["_area"], schema.record_type, row["_id"]) for row in matches]
    records = agent().store().load(keys) if keys else {}
    waiting, needing = waiting_keys(agent()), needing_keys(agent())
    return [
        {
            "id": key.record_id,
            "title": title_of(schema, records[key].values),
            "cells": dict(zip(search.columns, _cells(schema, row, search), strict=True)),
            "waits": key in waiting,
            "needs": key in needing,
            "far": far_off(schema, row, today()),
            "planned": bool(row.get(planned.PLANNED)),
        }
        for key, row in zip(keys, matches, strict=True)
    ]


def _page(record_type: str, search: Search, total: int) -> Page:
    """Which part of the list this is, and where its neighbours are."""
    number, start = search.page, search.window.offset
    earlier = asking("lists.show", record_type, search.with_(page=number - 1)) if start else ""
    more = start + PAGE < total
    later = asking("lists.show", record_type, search.with_(page=number + 1)) if more else ""
    return Page(start + 1, min(start + PAGE, total), total, earlier, later)


def asking(endpoint: str, record_type: str, asked: Mapping[str, Any], **named: Any) -> str:
    """The address of a page that is asked that; a column may be called like a part of it."""
    return url_for(endpoint, record_type=record_type, **named) + (
        f"?{urlencode(asked)}" if asked else ""
    )


def _headings(schema: Schema, search: Search) -> list[str]:
    return tabular.headings(schema, language(), search.columns)


def _link_column(schema: Schema, columns: tuple[str, ...]) -> str:
    """The column whose cells lead to the record: its name, or the first."""
    return schema.title_field if schema.title_field in columns else columns[0]


def _cells(schema: Schema, row: Row, search: Search) -> list[str]:
    return tabular.cells(schema, row, language(), search.columns)


def _numeric(schema: Schema, columns: tuple[str, ...]) -> set[str]:
    """The columns whose figures stand flush right."""
    kinds = agent().store().projections[schema.record_type].columns
    years = {name for name, field in fields(schema).items() if isinstance(field, Year)}
    return {name for name in columns if kinds[name] in (int, float)} - years


def everything(search: Search) -> Iterator[Mapping[str, Any]]:
    """The values of all records that the list shows, on whatever page."""
    db = agent().store().db
    for key, values in listing.records(db, search.selection, search.order):
        yield {**values, ID: key.record_id, AREA: key.area}


def listed(search: Search, most: int) -> list[Mapping[str, Any]]:
    """The values of the first so many records that the list shows."""
    return list(islice(everything(search), most))


def _only(schema: Schema, name: str) -> str:
    """Where the one record of this type is seen, or filled in."""
    key = Key(agent().area, schema.record_type, name)
    page = "records.show" if services.load(agent(), key).cells else "records.edit"
    return url_for(page, record_type=schema.record_type, record_id=name)


def _gone(record_type: str) -> dict[str, str] | None:
    """The record that was deleted just now, to be brought back with one click."""
    name = request.args.get("gone", "")
    if not name:
        return None
    record = services.load(agent(), Key(agent().area, record_type, name))
    return (
        {"id": name, "title": title_of(known(record_type), record.values)}
        if record.deleted
        else None
    )
