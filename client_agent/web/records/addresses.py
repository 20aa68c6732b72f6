"""Where a record is seen."""

from __future__ import annotations

from flask import url_for

from schemas.record import families
from sync.merge import Record

from .services import Schema


def address(schema: Schema, about: Record) -> str:
    """Where a person sees the record; empty if it is not on this computer."""
    if not about.cells:
        return ""
    if families(schema):  # only the evaluation has cells for each criterion
        return url_for("evaluation.show", year=about.values.get("year") or 0)
    return url_for("records.show", record_type=schema.record_type, record_id=about.key.record_id)
