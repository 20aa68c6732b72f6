"""What is to come: shown as planned, and not counted before a person confirms that it took place.

A day to come is judged by the province's clock as far as it is known. A record of such a day is
marked when it is saved; the mark is taken off when a person confirms, once its day has come.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from . import measures
from .areas import CENTRE
from .fields import Label, Upcoming
from .fields.adding import FLOW
from .record import RecordSchema, Values, fields

PLANNED = "is_planned"


def field(group: Label | None = None) -> Upcoming:
    """The field that marks a record as planned."""
    return Upcoming(
        "Dự kiến (chưa diễn ra)",
        "Planned (has not taken place)",
        Label("Chỉ tính vào số liệu khi đã diễn ra.", "Counts only once it has taken place."),
        group=group,
    )


def may_be(schema: type[RecordSchema]) -> bool:
    """Whether such records tell of something that happens on a day, and so can be planned."""
    return PLANNED in fields(schema)


def columns(schema: type[RecordSchema]) -> list[str]:
    """What a list needs beside its own columns, to show what is planned."""
    return [PLANNED] if may_be(schema) else []


def waits_for_its_day(schema: type[RecordSchema]) -> bool:
    """Whether its figures are of what happened on a day, and none before that day has come."""
    if not schema.day_field or schema.lives_in != CENTRE or measures.records_way(schema) != FLOW:
        return False
    return FLOW in {measures.way(schema, name) for name in fields(schema)}


def is_to_come(schema: type[RecordSchema], values: Values, today: date) -> bool:
    """Whether its day has not come yet."""
    day = values.get(schema.day_field) if schema.day_field else None
    return isinstance(day, str) and day > str(today)


def marked(schema: type[RecordSchema], values: Values, today: date) -> dict[str, Any]:
    """The mark that ``values`` are planned or took place, if their type can be planned."""
    if not may_be(schema) or not values.get(schema.day_field or ""):
        return {}
    if is_to_come(schema, values, today):
        return {PLANNED: True}
    return {PLANNED: False} if values.get(PLANNED) else {}


def counts(schema: type[RecordSchema], values: Values, today: date) -> bool:
    """Whether the record is in the figures."""
    if waits_for_its_day(schema) and is_to_come(schema, values, today):
        return False
    return not values.get(PLANNED)
