"""What the document says of the read API: every answer by the declaration of its record type."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from schemas import tabular
from schemas.intake import ID
from schemas.openapi import component
from schemas.record import RecordSchema, direction

Json = dict[str, Any]
TOKEN: Json = {"token": []}
PROBLEM = {
    "type": "object",
    "properties": {
        "status": {"type": "integer"},
        "vi": {"type": "string"},
        "en": {"type": "string"},
        "support": {"type": "string"},
        "errors": {"type": "object"},
    },
    "required": ["status", "vi", "en"],
}
REFUSALS = {
    401: "No token, or one that is no longer good",
    403: "The token is not for this record type",
    404: "There is no such record, or not for this token",
    409: "The cursor is not of this server, or it was restored since: begin again without one",
    422: "A parameter is not as it should be; `errors` says which",
    503: "The database cannot be used just now",
}


def types() -> Json:
    listed = {"items": {"type": "array", "items": {"type": "object"}}}
    answer = {"type": "object", "properties": listed, "required": ["items"]}
    return _operation(answer, (401, 503))


def page(schema: type[RecordSchema]) -> Json:
    """What is said of the pages of a record type."""
    answer = {
        "type": "object",
        "properties": {
            "items": {"type": "array", "items": _record(schema)},
            "next": {"type": "string", "description": "Where the next page begins"},
            "more": {"type": "boolean", "description": "Whether there is one already"},
        },
        "required": ["items", "next", "more"],
    }
    found = _operation(answer, (401, 403, 409, 422, 503))
    found["responses"][200]["content"]["text/csv"] = {"schema": {"type": "string"}}
    return found


def one(schema: type[RecordSchema]) -> Json:
    """What is said of one record of a type."""
    return _operation(_record(schema), (401, 403, 404, 503))


def values(schema: type[RecordSchema]) -> Json:
    """What the values of a record may be: as declared, but what is missing is not yet filled in.

    A record whose fields were set on two computers may lack what a form asks for; and what is
    personal is left out for most tokens.
    """
    found = component(schema)
    found.pop("required")
    return found


def of_type(schema: type[RecordSchema]) -> Json:
    """A record type as the list of types tells of it."""
    return {
        "type": schema.record_type,
        "label": schema.label._asdict(),
        "records": f"/api/v1/records/{schema.record_type}",
        "owner": schema.owner,
        "direction": direction(schema),
    }


def columns(schema: type[RecordSchema], rows: Iterable[Mapping[str, object]]) -> list[str]:
    """The names of the columns of a CSV file with those values, derived ones left out."""
    names, _ = tabular.columns(schema, rows)
    return [n for n in names if n != ID and n not in {*schema.derived, *schema.exported}]


def text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _record(schema: type[RecordSchema]) -> Json:
    return {
        "type": "object",
        "properties": {
            "area": {"type": "string", "description": "Of the centre that keeps it"},
            "id": {"type": "string"},
            "deleted": {"type": "boolean"},
            "changed": {"type": "integer", "description": "Milliseconds since 1970"},
            "values": {"$ref": f"#/components/schemas/{schema.record_type}.read"},
            "withheld": {
                "type": "array",
                "items": {"type": "string"},
                "description": "Counts below five that could point to a person",
            },
        },
        "required": ["area", "id", "deleted", "changed", "values", "withheld"],
    }


def _operation(answer: Json, refusals: Iterable[int]) -> Json:
    problem = {"application/json": {"schema": {"$ref": "#/components/schemas/problem"}}}
    good = {"description": "As asked", "content": {"application/json": {"schema": answer}}}
    bad = {code: {"description": REFUSALS[code], "content": problem} for code in refusals}
    return {"responses": {200: good, **bad}, "security": [TOKEN]}
