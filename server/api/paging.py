"""What all lists of the read API are asked for, and how they leave as CSV."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from flask import Response
from marshmallow import Schema, fields, validate

from schemas.tables import tabular
from schemas.tables.guard import guarded

from . import documentation

MOST, USUAL = 1000, 200  # entries on a page


class Asked(Schema):
    """What a page is asked for."""

    cursor = fields.String(
        load_default="", metadata={"description": "Where the page begins: `next` of another"}
    )
    limit = fields.Integer(
        load_default=USUAL,
        validate=validate.Range(1, MOST),
        metadata={"description": "Entries on the page, at the most"},
    )
    format = fields.String(
        load_default="json",
        validate=validate.OneOf(["json", "csv"]),
        metadata={"description": "JSON, or CSV with the cursor in the header `X-Next-Cursor`"},
    )


def csv_page(
    heads: Sequence[str], rows: Iterable[Iterable[object]], cursor: str, more: bool
) -> Response:
    """The page as a CSV file; where the next begins is in the headers."""
    lines = tabular.csv_lines([heads, *([_cell(value) for value in row] for row in rows)])
    answer = Response(lines, content_type="text/csv; charset=utf-8")
    answer.headers.update({"X-Next-Cursor": cursor, "X-More": str(int(more))})
    return answer


def _cell(value: object) -> object:
    if isinstance(value, bool):
        return int(value)
    text = documentation.text(value) if isinstance(value, (list, dict)) else value
    return guarded(text) if isinstance(text, str) else text
