"""What a record is called, and where it is seen."""

from __future__ import annotations

from flask import url_for

from schemas.forms import text
from schemas.readable import cell_of
from schemas.record import Values, families, fields
from sync.merge import Record

from ..language import language, spoken
from .services import Schema


def title_of(schema: Schema, found: Record) -> str:
    return title_in(schema, found.values)


def title_in(schema: Schema, values: Values) -> str:
    """What a record of these values is called: choices and references by their names."""
    field, title = fields(schema).get(schema.title_field), cell_of(values, schema.title_field)
    return (text.shown(field, title, language()) if field else "") or spoken(schema.label)


def address(schema: Schema, about: Record) -> str:
    """Where a person sees the record; empty if it is not on this computer."""
    if not about.cells:
        return ""
    if families(schema):  # only the evaluation has cells for each criterion
        return url_for("evaluation.show", year=about.values.get("year") or 0)
    return url_for("records.show", kind=schema.record_type, record_id=about.key.record_id)
