"""What a record is called, in one place: by pages, by forms that refer to it, and in messages."""

from __future__ import annotations

from . import record
from .formatting.vietnamese import day
from .forms.text import shown
from .readable import cell_of
from .record import RecordSchema, Values


def title(schema: type[RecordSchema], values: Values, lang: str) -> str:
    """The title alone: choices and references by their names; empty if it has none."""
    value, field = (
        cell_of(values, schema.title_field),
        record.fields(schema).get(schema.title_field),
    )
    return shown(field, value, lang) if field else str(value or "")


def called(record_type: str, values: Values) -> str:
    """The name by which others refer to such a record: its title, and its day if it has one."""
    schema = record.get(record_type)
    name = title(schema, values, "vi")
    on = values.get(schema.day_field) if schema.day_field else None
    return f"{name} ({day(on)})" if isinstance(on, str) else name
