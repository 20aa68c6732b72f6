"""When two records look like one that was entered twice: warned of, never forbidden."""

from __future__ import annotations

from collections.abc import Hashable

from .record import RecordSchema, Values, fields
from .vietnamese import fold

Likeness = tuple[Hashable, ...]


def alike(schema: type[RecordSchema]) -> tuple[str, ...]:
    """The fields that such records have the same: name, day and category, as far as they are."""
    known = fields(schema)
    named = [schema.title_field, schema.day_field or "", "category"]
    return tuple(name for name in named if name in known)


def likeness(schema: type[RecordSchema], values: Values) -> Likeness | None:
    """Equal for two that look the same; ``None`` if there is nothing to go by."""
    title = values.get(schema.title_field)
    if schema.natural_key or not isinstance(title, str) or not title.strip():
        return None  # with a natural key, two of the same name are one record anyway
    others = (values.get(name) for name in alike(schema) if name != schema.title_field)
    return (fold(title), *map(str, others))
