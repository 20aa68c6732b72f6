"""Documents the read API for OpenAPI: every answer by the declaration of its record type."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from reporting.summaries.table import STATES
from schemas.export.openapi import component
from schemas.record import ID, RecordSchema, direction
from schemas.tables import tabular
from server.centres import units

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


def _text(description: str, *, optional: bool = False) -> Json:
    return {"type": ["string", "null"] if optional else "string", "description": description}


def _object(**properties: Json) -> Json:
    return {"type": "object", "properties": properties, "required": list(properties)}


FROM = _text("The first day; the first on file for what is older")
TO = _text("The last day; null while it goes on", optional=True)
SPAN: Json = {"type": "array", "items": _object(unit=_text("Its id"), valid_from=FROM, valid_to=TO)}
CENTRE_ITEM = _object(
    id=_text("The `area` of its records; never changes"),
    name=_text("What it is called"),
    unit=_text("Id of the commune it is in today, or was in when it closed", optional=True),
    code=_text("Administrative code of that commune, which is no identity", optional=True),
    valid_from=_text("The day it was founded"),
    valid_to=_text("Its last day; null while it is open", optional=True),
    units={**SPAN, "description": "The communes it was in, and when"},
)
UNIT_ITEM = _object(
    id=_text("Never changes; a code can stand for more than one unit over time"),
    code=_text("Administrative code"),
    name=_text("What it is called"),
    kind=_text("xa, phuong, huyen, tinh …"),
    level={"type": "string", "enum": [units.PROVINCE, units.DISTRICT, units.COMMUNE]},
    valid_from=FROM,
    valid_to=TO,
    parent=_text("Id of the unit above it, on its last day", optional=True),
    parents={**SPAN, "description": "The units above it, and when"},
    continued_by={
        "type": "array",
        "items": {"type": "string"},
        "description": "Ids of the units it went into, the main one first",
    },
)
HOME: Json = {
    "centre": {
        "type": ["object", "null"],
        "description": "The centre that keeps it; null if no centre does",
        "properties": {"id": {"type": "string"}, "name": {"type": ["string", "null"]}},
        "required": ["id", "name"],
    },
    "unit": {
        "type": ["object", "null"],
        "description": "The commune of that centre on the day that the record is about",
        "properties": {
            "id": {"type": "string"},
            "names": {
                "type": "array",
                "items": {"type": "string"},
                "description": "From the commune up to the province, as of that day",
            },
        },
        "required": ["id", "names"],
    },
}
LABEL = _object(vi=_text("In Vietnamese"), en=_text("In English"))
COUNT: Json = {"type": "integer", "minimum": 0}
SUMMARY_ITEM = _object(
    code=_text("b1, b2 …"),
    label=LABEL,
    split_by=_text("The field by which each unit is split", optional=True),
    types={"type": "array", "items": {"type": "string"}, "description": "What it rests on"},
    summary=_text("Where it is read"),
    columns={
        "type": "array",
        "items": _object(
            name=_text("By which its cells are called"),
            label=LABEL,
            group={"oneOf": [LABEL, {"type": "null"}]},
        ),
    },
)
CELL = _object(
    value={
        "type": ["number", "string", "null"],
        "description": "Null unless it is given; a mark, such as <5, where it is withheld",
    },
    state={"type": "string", "enum": list(STATES)},
    reported={**COUNT, "description": "Centres that the value rests on"},
    expected={**COUNT, "description": "Centres that could have reported"},
    records={**COUNT, "description": "Records that it rests on"},
    disputed={**COUNT, "description": "Of these, with an open conflict"},
    partial={
        "type": "boolean",
        "description": "Of a rate: centres that lack one of its sides are left out",
    },
)
SUMMARY_ROW = _object(
    unit=_text("Id of the unit, or of a centre; null for the whole province", optional=True),
    label=LABEL,
    level=_text("province, district, commune, centre; cut for a part of a unit"),
    depth={**COUNT, "description": "Below the unit asked for, whose own rows come last with 0"},
    part=_text("The code of `split_by`; null for the whole unit", optional=True),
    cells={"type": "object", "additionalProperties": CELL},
)
SUMMARY: Json = {
    "type": "object",
    "properties": {
        **SUMMARY_ITEM["properties"],
        "period": _object(
            key=_text("Of the period"), first=_text("Its first day"), last=_text("Its last day")
        ),
        "rows": {"type": "array", "items": SUMMARY_ROW},
    },
    "required": [*SUMMARY_ITEM["required"], "period", "rows"],
}


def summaries() -> Json:
    """The operation that lists the summaries."""
    return _operation(_object(items={"type": "array", "items": SUMMARY_ITEM}), (401, 503))


def summary() -> Json:
    """The operation that reads a summary."""
    return _operation(SUMMARY, (401, 403, 404, 422, 503))


def list_of(item: Json) -> Json:
    """The operation that lists centres or units."""
    return _paged(item, (401, 409, 422, 503))


def types() -> Json:
    listed = {"items": {"type": "array", "items": {"type": "object"}}}
    answer = {"type": "object", "properties": listed, "required": ["items"]}
    return _operation(answer, (401, 503))


def page(schema: type[RecordSchema]) -> Json:
    """The operation that lists the records of a type, page by page."""
    return _paged(_record(schema), (401, 403, 409, 422, 503))


def one(schema: type[RecordSchema]) -> Json:
    """The operation that reads one record of a type."""
    return _operation(_record(schema), (401, 403, 404, 503))


def values(schema: type[RecordSchema]) -> Json:
    """What the values of a record may be: as declared, but what is missing is not yet filled in.

    A record whose fields were set on two computers may lack what a form asks for; and what is
    personal is left out for most tokens.
    """
    described = component(schema)
    described.pop("required")
    return described


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


def _paged(item: Json, refusals: Iterable[int]) -> Json:
    answer = _object(
        items={"type": "array", "items": item},
        next={"type": "string", "description": "Where the next page begins"},
        more={"type": "boolean", "description": "Whether there is one already"},
    )
    operation = _operation(answer, refusals)
    operation["responses"][200]["content"]["text/csv"] = {"schema": {"type": "string"}}
    return operation


def _record(schema: type[RecordSchema]) -> Json:
    return {
        "type": "object",
        "properties": {
            "area": {"type": "string", "description": "Of the centre that keeps it"},
            "id": {"type": "string"},
            "deleted": {"type": "boolean"},
            "changed": {"type": "integer", "description": "Milliseconds since 1970"},
            **HOME,
            "values": {"$ref": f"#/components/schemas/{schema.record_type}.read"},
            "unreadable": {
                "type": "array",
                "items": {"type": "string"},
                "description": "What is not of the kind of its field, and so left out of values",
            },
            "withheld": {
                "type": "array",
                "items": {"type": "string"},
                "description": "Counts below five that could point to a person",
            },
        },
        "required": ["area", "id", "deleted", "changed", *HOME, "values", "unreadable", "withheld"],
    }


def _operation(answer: Json, refusals: Iterable[int]) -> Json:
    problem = {"application/json": {"schema": {"$ref": "#/components/schemas/problem"}}}
    good = {"description": "As asked", "content": {"application/json": {"schema": answer}}}
    bad = {code: {"description": REFUSALS[code], "content": problem} for code in refusals}
    return {"responses": {200: good, **bad}, "security": [TOKEN]}
