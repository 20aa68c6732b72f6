"""Every record type as an OpenAPI 3.1 component: field kind to JSON schema.

A record's values are cells, so a family of cells is a pattern of names. What a newer
version adds is allowed: it waits.
"""

from __future__ import annotations

import re
from typing import Any

from .. import measures
from ..fields import (
    CRITERION,
    Choice,
    Day,
    DecimalNumber,
    Flag,
    Labelled,
    Listed,
    Number,
    PerCriterion,
    Reference,
    Score,
    Text,
)
from ..fields.adding import WAYS
from ..fields.uses import use
from ..record import RecordSchema, direction, families, fields, record_types

Json = dict[str, Any]


def components() -> Json:
    """The ``components`` of an OpenAPI document; its schemas are named as the record types."""
    return {"schemas": {name: component(schema) for name, schema in record_types().items()}}


def component(schema: type[RecordSchema]) -> Json:
    """The JSON schema of the plain values of one record type."""
    cells = {name: _cell(schema, name) for name in fields(schema)}
    patterns = {_pattern(name): cells.pop(name) for name in families(schema)}
    return {
        "type": "object",
        "title": schema.label.en,
        "description": schema.help.en,
        "x-label-vi": schema.label.vi,
        "x-help-vi": schema.help.vi,
        "x-register": schema.register.en,
        "x-direction": direction(schema),
        "x-owner": schema.owner,
        "x-natural-key": list(schema.natural_key),
        **_counted(schema),
        "properties": cells,
        **({"patternProperties": patterns} if patterns else {}),
        "required": [name for name, field in fields(schema).items() if field.required],
        "additionalProperties": True,
        "examples": [schema.example()],
    }


def _cell(schema: type[RecordSchema], name: str) -> Json:
    field = fields(schema)[name]
    kind = json_schema(field.cell if isinstance(field, PerCriterion) else field)
    if not field.required:
        kind = _or_null(kind)
    described = {"description": field.help.en, "x-help-vi": field.help.vi} if field.help else {}
    named = {"title": field.label.en, "x-label-vi": field.label.vi}
    owned = {"x-owner": field.owner or schema.owner}
    few = {"x-sensitive": True} if getattr(field, "sensitive", False) else {}
    return {**kind, **named, **described, **owned, **few, **_adds(schema, name), **_personal(field)}


def _adds(schema: type[RecordSchema], name: str) -> Json:
    """How a number adds up over time and over units: its way, and that in words."""
    field = fields(schema)[name]
    way = field.cell.adds if isinstance(field, PerCriterion) else measures.rests(schema, name)
    return {"x-adds": {"way": way, **WAYS[way]._asdict()}} if way in WAYS else {}


def _counted(schema: type[RecordSchema]) -> Json:
    """How its records are counted, what makes a series of them, and when one is in force."""
    counted: Json = {"x-records-add": measures.records_way(schema)}
    if schema.series is not None:
        counted["x-series"] = list(schema.series)
    if schema.in_force is not None:
        counted["x-in-force"] = list(schema.in_force)
    return counted


def _personal(field: Labelled) -> Json:
    """Why something about a person is kept, and for how long."""
    if not field.personal:
        return {}
    personal = field.personal
    asked = {"x-consent": personal.consent} if personal.consent else {}
    return {"x-purpose": personal.purpose._asdict(), "x-retention-years": personal.years, **asked}


def _or_null(kind: Json) -> Json:
    """The same, or null: what is not filled in, or no more."""
    both = {
        **kind,
        "type": [*([kind["type"]] if isinstance(kind["type"], str) else kind["type"]), "null"],
    }
    return {**both, "enum": [*kind["enum"], None]} if "enum" in kind else both


def _pattern(name: str) -> str:
    return rf"^{re.escape(name)}\.{CRITERION.pattern}$"


@use("JSON schema")
def json_schema(field: Labelled) -> Json:
    """What JSON Schema says of the values of such a field."""
    raise NotImplementedError


@json_schema.register
def _(_field: PerCriterion) -> Json:
    return {"type": "object"}  # of no cell by itself; those are properties of their own


@json_schema.register
def _(field: Text) -> Json:
    return {"type": "string", "maxLength": field.length}


@json_schema.register
def _(field: Reference) -> Json:
    return {"type": "string", "maxLength": field.length, "x-reference": field.to}


@json_schema.register
def _(field: Choice) -> Json:
    names = {code: label._asdict() for code, label in field.codes.known().items()}
    extensions = {
        "x-options": names,
        "x-valid": {code: list(span) for code, span in field.codes.valid.items()},
        "x-code-list": field.codes.name,
    }
    return {"type": "string", "enum": list(names), **{n: v for n, v in extensions.items() if v}}


@json_schema.register
def _(_field: Day) -> Json:
    return {"type": "string", "format": "date"}


@json_schema.register
def _(field: Number) -> Json:
    whole = {"type": "integer", "minimum": field.least, "maximum": field.most}
    upper = getattr(field, "of", None)
    return {**whole, "x-part-of": upper} if upper else whole


@json_schema.register
def _(field: Score) -> Json:
    bounds = {"minimum": field.least, "maximum": field.most}
    return {"type": "number", **bounds, "multipleOf": field.step}


@json_schema.register
def _(field: DecimalNumber) -> Json:
    # No multipleOf: 0.3 is not three times 0.1 to every reader of numbers.
    return {"type": "number", "minimum": field.least, "maximum": field.most}


@json_schema.register
def _(_field: Flag) -> Json:
    return {"type": "boolean"}


@json_schema.register
def _(_field: Listed) -> Json:
    return {"type": ["array", "object"]}
