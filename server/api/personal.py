"""What is known of persons, and left out for programs that have no leave to read it."""

from __future__ import annotations

from collections.abc import Mapping

from schemas.record import RecordSchema, field_of


def without(schema: type[RecordSchema], values: Mapping[str, object]) -> dict[str, object]:
    """``values`` without names, telephones and the like; of what a newer version adds, none."""
    return {name: value for name, value in values.items() if not _is_personal(schema, name)}


def _is_personal(schema: type[RecordSchema], name: str) -> bool:
    field = field_of(schema, name)
    return field is None or getattr(field, "personal", None) is not None
