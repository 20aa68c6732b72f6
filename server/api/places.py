"""The read API's lists of centres and units: what the ids in records stand for.

Both lists are short and change rarely. A cursor names the list as it was: who asks again with
the last one is given nothing while the list is the same, and the whole list once it is not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from hashlib import sha256
from typing import Any

from flask import Response, g, jsonify, request
from flask_smorest import Blueprint

from server import ambient
from server.api import authentication
from server.centres import directory

from . import cursors, documentation
from .paging import Asked, csv_page

bp = Blueprint("places", __name__, url_prefix="/api/v1", description="Centres and units")
SHAPE = re.compile(r"([0-9a-f]{16}) (\d{1,9})", re.ASCII)
Items = Sequence[dict[str, Any]]


@bp.before_request  # type: ignore[untyped-decorator]  # flask_smorest has no types
def _let_in() -> None:
    g.token = authentication.bearer(request.headers.get("Authorization", ""))


@bp.get("/centres")  # type: ignore[untyped-decorator]
@bp.doc(**documentation.list_of(documentation.CENTRE_ITEM))  # type: ignore[untyped-decorator]
@bp.arguments(Asked, location="query")  # type: ignore[untyped-decorator]
def list_centres(asked: dict[str, Any]) -> Response:
    """The centres that the token may read, open and closed, each with its units over time."""
    db, areas = ambient.province().db(), authentication.areas_of(g.token.scope.unit_id)
    items = directory.centre_items(db, areas, str(ambient.today()))
    return _page(items, list(documentation.CENTRE_ITEM["properties"]), asked)


@bp.get("/units")  # type: ignore[untyped-decorator]
@bp.doc(**documentation.list_of(documentation.UNIT_ITEM))  # type: ignore[untyped-decorator]
@bp.arguments(Asked, location="query")  # type: ignore[untyped-decorator]
def list_units(asked: dict[str, Any]) -> Response:
    """The administrative units of all days: provinces, districts, communes."""
    unit_id = g.token.scope.unit_id
    items = directory.unit_items(ambient.province().db(), authentication.areas_of(unit_id), unit_id)
    return _page(items, list(documentation.UNIT_ITEM["properties"]), asked)


def _page(items: Items, names: list[str], asked: dict[str, Any]) -> Response:
    digest = sha256(documentation.text(items).encode()).hexdigest()[:16]
    start = _place(asked["cursor"], digest)
    end = min(start + asked["limit"], len(items))
    cursor = cursors.written(digest, end)
    if asked["format"] == "csv":
        rows = ([item[name] for name in names] for item in items[start:end])
        return csv_page(names, rows, cursor, end < len(items))
    return jsonify(items=items[start:end], next=cursor, more=end < len(items))


def _place(text: str, digest: str) -> int:
    """Where the page begins; at the beginning if the list is another by now."""
    if not text:
        return 0
    name, place = cursors.read(text, SHAPE)
    return place if name == digest else 0
