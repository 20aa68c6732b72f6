"""What a record is called, in one place: by pages, by forms that refer to it, and in messages."""

from __future__ import annotations

from . import record
from .formatting.vietnamese import day
from .forms.text import shown
from .readable import cell_of
from .record import Values


def called(record_type: str, values: Values) -> str:
    """The name by which others refer to such a record: its title, and its day if it has one."""
    schema = record.get(record_type)
    title = cell_of(values, schema.title_field)
    field = record.fields(schema).get(schema.title_field)
    name = shown(field, title, "vi") if field else str(title or "")
    on = values.get(schema.day_field) if schema.day_field else None
    return f"{name} ({day(on)})" if isinstance(on, str) else name
