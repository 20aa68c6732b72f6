"""When two records look like one that was entered twice: warned of, never forbidden."""

from __future__ import annotations

from collections.abc import Hashable

from ..fields import Reference, Related, Text
from ..formatting.vietnamese import fold
from ..record import RecordSchema, Values, fields

Likeness = tuple[Hashable, ...]


def alike(schema: type[RecordSchema]) -> tuple[str, ...]:
    """The fields that such records have the same: name, day, category, and whose they are."""
    known = fields(schema)
    whose = [name for name, f in known.items() if isinstance(f, Related) and f.required]
    named = [schema.title_field, schema.day_field or "", "category", *whose]
    return tuple(dict.fromkeys(name for name in named if name in known))


def to_look_for(schema: type[RecordSchema], values: Values) -> tuple[str, dict[str, object]]:
    """The words of their name, which may be typed in many ways, and what is the same in all."""
    title, same = schema.title_field, {name: values.get(name) for name in alike(schema)}
    field = fields(schema)[title]
    is_typed = isinstance(field, Text) and not isinstance(field, Reference)
    return (str(same.pop(title)), same) if is_typed else ("", same)


def likeness(schema: type[RecordSchema], values: Values) -> Likeness | None:
    """Equal for two that look the same; ``None`` if there is nothing to go by."""
    title = values.get(schema.title_field)
    if schema.natural_key or not isinstance(title, str) or not title.strip():
        return None  # with a natural key, two of the same name are one record anyway
    others = (values.get(name) for name in alike(schema) if name != schema.title_field)
    return (fold(title), *map(str, others))
