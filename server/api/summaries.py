"""The read API's summaries (biểu): the tables that offices sign, for programs with a token."""

from __future__ import annotations

from typing import Any

from flask import Response, abort, g, jsonify, request
from flask_smorest import Blueprint
from marshmallow import Schema, fields, validate

from reporting import current_period, periods
from reporting.periods import Period
from reporting.places import Place
from reporting.summaries import summaries
from reporting.summaries.answers import Wanted
from reporting.summaries.declaration import Summary
from reporting.summaries.public import published
from reporting.summaries.table import Row, Table, answer, is_answerable
from schemas.record import get as get_type
from server import ambient
from server.api import authentication
from server.centres.places import places

from . import documentation

bp = Blueprint("summaries", __name__, url_prefix="/api/v1/summaries", description="Summary tables")
PERIOD = r"^([0-9]{4}(-(H[12]|Q[1-4]|[0-9]{2}|[0-9]{4}))?|[0-9-]{10}\.\.[0-9-]{10})?$"


class Asked(Schema):
    """What a table is asked for."""

    period = fields.String(
        load_default="",
        validate=validate.Regexp(PERIOD),
        metadata={"description": "2024, 2024-H1, 2024-07 …; without it the current period"},
    )
    unit = fields.String(
        load_default="",
        metadata={
            "description": "Only that unit or centre; without it all that the token may read"
        },
    )


@bp.before_request  # type: ignore[untyped-decorator]  # flask_smorest has no types
def _let_in() -> None:
    g.token = authentication.bearer(request.headers.get("Authorization", ""))


@bp.get("")  # type: ignore[untyped-decorator]
@bp.doc(**documentation.summaries())  # type: ignore[untyped-decorator]
def list_summaries() -> Response:
    """The summaries that the token may read."""
    return jsonify(items=[_about(one) for one in summaries().values() if _may_read(one)])


@bp.get("/<code>")  # type: ignore[untyped-decorator]
@bp.doc(**documentation.summary())  # type: ignore[untyped-decorator]
@bp.arguments(Asked, location="query")  # type: ignore[untyped-decorator]
def read_summary(asked: dict[str, Any], code: str) -> Response:
    """One summary: all units of the last day of the period, down to communes; the total last.

    Small counts that could point to a person are withheld from a token without leave for them.
    """
    summary = summaries().get(code) or abort(404)
    if not _may_read(summary):
        abort(403)
    period = _period(asked["period"])
    province, place = ambient.province(), _place(asked["unit"], period)
    wanted = Wanted(place, period, ambient.today(), province.published)
    table = answer(province.db(), summary, wanted)
    return jsonify(_as_json(table if g.token.scope.personal else published(table)))


def _may_read(summary: Summary) -> bool:
    types = [get_type(name) for name in summary.record_types]
    return all(authentication.may_read(g.token.scope, schema) for schema in types)


def _period(key: str) -> Period:
    """The period of that key; the current one, if there is none."""
    province = ambient.province()
    if not key:
        return current_period.period(province.db(), province.published, ambient.today())
    try:
        period = periods.parse(key)
    except ValueError:
        abort(404)
    return period if is_answerable(period) else abort(404)


def _place(unit: str, period: Period) -> Place:
    """The place asked for, of what the token may read, on the last day of the period."""
    unit_id = g.token.scope.unit_id
    areas = authentication.areas_of(unit_id) - ambient.province().above
    way = places(ambient.province().db(), period.end, areas, unit_id).way(unit)
    return way[-1] if way else abort(404)


def _about(summary: Summary) -> dict[str, Any]:
    return {
        "code": summary.code,
        "label": summary.label._asdict(),
        "split_by": summary.by or None,
        "types": summary.record_types,
        "summary": f"/api/v1/summaries/{summary.code}",
        "columns": [
            {
                "name": column.name,
                "label": column.label._asdict(),
                "group": column.group._asdict() if column.group else None,
            }
            for column in summary.shown
        ],
    }


def _as_json(table: Table) -> dict[str, Any]:
    period = table.period
    span = {"key": period.key, "first": str(period.start), "last": str(period.end)}
    return {**_about(table.summary), "period": span, "rows": [_row(row) for row in table.lines]}


def _row(row: Row) -> dict[str, Any]:
    cells = {
        name: {
            "value": cell.value,
            "state": cell.state,
            "reported": cell.reported,
            "expected": cell.expected,
            "records": cell.records,
            "disputed": cell.disputed,
            "partial": cell.is_partial,
        }
        for name, cell in row.cells.items()
    }
    return {
        "unit": row.unit or None,
        "label": row.label._asdict(),
        "level": row.level,
        "depth": row.depth,
        "part": row.code,
        "cells": cells,
    }
