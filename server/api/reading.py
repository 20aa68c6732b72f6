"""The read API: every record type as its declaration has it, for programs with a token.

One address a type. A page says where the next begins; a program that keeps the last cursor
and asks again later is given what has changed since, deletions too.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flask import Response, abort, g, jsonify, request
from flask_smorest import Blueprint
from marshmallow import fields

from reporting import feed
from reporting.feed import Item
from schemas.areas import CENTRE
from schemas.homes import record_day
from schemas.privacy import consents
from schemas.privacy.small_counts import FEW, withheld
from schemas.readable import UNREADABLE, unreadable
from schemas.record import RecordSchema, record_types
from server import ambient
from server.api import authentication
from server.centres.homes import Homes
from sync.merge import Record

from . import cursors, documentation, paging, personal
from .paging import csv_page

bp = Blueprint("records", __name__, url_prefix="/api/v1/records", description="Records, to be read")
HOME_COLUMNS = ("_centre", "_unit_id", "_unit")


class Asked(paging.Asked):
    area = fields.String(
        load_default="", metadata={"description": "Only the records of that centre"}
    )


@bp.before_request  # type: ignore[untyped-decorator]  # flask_smorest has no types
def _let_in() -> None:
    g.token = authentication.bearer(request.headers.get("Authorization", ""))


@bp.get("")  # type: ignore[untyped-decorator]
@bp.doc(**documentation.types())  # type: ignore[untyped-decorator]
def list_types() -> Response:
    """The record types that the token may read."""
    known = [one for one in record_types().values() if authentication.may_read(g.token.scope, one)]
    return jsonify(items=[documentation.of_type(schema) for schema in known])


def _page_of(name: str, schema: type[RecordSchema]) -> Callable[..., Response]:
    def list_records(asked: dict[str, Any]) -> Response:
        _must_read(schema)
        store, areas = ambient.province().store(), authentication.areas_of(g.token.scope.unit_id)
        wanted = {asked["area"]} & areas if asked["area"] else areas
        after = cursors.place(store, asked["cursor"])
        page = feed.page(store, name, wanted, after, asked["limit"])
        cursor = cursors.cursor(store, page.cursor)
        items = [_as_json(schema, item) for item in page.items]
        if asked["format"] == "csv":
            return _csv(schema, items, cursor, page.more)
        return jsonify(items=items, next=cursor, more=page.more)

    list_records.__doc__ = f"{schema.label.en}: what changed after a cursor, oldest first."
    return list_records


def _one_of(name: str, schema: type[RecordSchema]) -> Callable[..., Response]:
    def read_record(area: str, record_id: str) -> Response:
        _must_read(schema)
        store = ambient.province().store()
        item = feed.one(store, name, area, record_id)
        if area not in authentication.areas_of(g.token.scope.unit_id) or item is None:
            abort(404)
        return jsonify(_as_json(schema, item))

    read_record.__doc__ = f"{schema.label.en}: one record."
    return read_record


def _as_json(schema: type[RecordSchema], item: Item) -> dict[str, Any]:
    record, is_whole = item.record, g.token.scope.personal
    lawful = consents.lawful(schema, record.values)
    values = lawful if is_whole else personal.without(schema, lawful)
    values = {name: value for name, value in values.items() if name != UNREADABLE}
    return {
        "area": record.key.area,
        "id": record.key.record_id,
        "deleted": record.deleted,
        "changed": item.received,
        **_home(schema, record),
        "values": values,
        "unreadable": [*unreadable(lawful)],
        "withheld": [] if is_whole else withheld(schema, record.values),
    }


def _home(schema: type[RecordSchema], record: Record) -> dict[str, Any]:
    """The centre that keeps the record, and the unit it was in on the record's own day."""
    if schema.lives_in != CENTRE:
        return {"centre": None, "unit": None}
    area = record.key.area
    home = _homes().home(area, record_day(schema, record.values) or str(ambient.today()))
    centre = {"id": area, "name": home.centre if home else None}
    unit = {"id": home.unit_id, "names": list(home.units)} if home and home.unit_id else None
    return {"centre": centre, "unit": unit}


def _home_cells(item: dict[str, Any]) -> tuple[object, ...]:
    """The cells under ``HOME_COLUMNS``."""
    unit = item["unit"] or {"id": None, "names": []}
    return (item["centre"] or {}).get("name"), unit["id"], ", ".join(unit["names"])


def _homes() -> Homes:
    """Where the centres were on each day, read once for a page."""
    if "homes" not in g:
        g.homes = Homes(ambient.province().db())
    homes: Homes = g.homes
    return homes


def _csv(
    schema: type[RecordSchema], items: list[dict[str, Any]], cursor: str, more: bool
) -> Response:
    names = documentation.columns(schema, [item["values"] for item in items])
    heads = ["_area", "_id", "_deleted", "_changed", *HOME_COLUMNS, *names]
    return csv_page(heads, (_row(item, names) for item in items), cursor, more)


def _row(item: dict[str, Any], names: list[str]) -> list[object]:
    head = [item["area"], item["id"], int(item["deleted"]), item["changed"], *_home_cells(item)]
    values = {**item["values"], **dict.fromkeys(item["withheld"], FEW)}
    return [*head, *(values.get(name) for name in names)]


def _must_read(schema: type[RecordSchema]) -> None:
    if not authentication.may_read(g.token.scope, schema):
        abort(403)


def _add(name: str, schema: type[RecordSchema]) -> None:
    page = bp.arguments(Asked, location="query")(_page_of(name, schema))
    page = bp.doc(**documentation.page(schema))(page)
    bp.route(f"/{name}", endpoint=f"list_{name}", methods=["GET"])(page)
    one = bp.doc(**documentation.one(schema))(_one_of(name, schema))
    path = f"/{name}/<area>/<record_id>"
    bp.route(path, endpoint=f"read_{name}", methods=["GET"])(one)


for _name, _schema in record_types().items():
    _add(_name, _schema)
