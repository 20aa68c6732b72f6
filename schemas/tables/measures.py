"""What a report can add up, group by and cut into periods: field kind to its part.

How each figure adds up is declared by its field, see ``adding``. Every name that comes from
here is the name of a column and safe to use in SQL.
"""

from __future__ import annotations

from functools import cache, singledispatch

from ..fields import Choice, Count, Label, Labelled, UnitName, Year
from ..fields.adding import (
    AS_WHOLE,
    DISTINCT,
    FLOW,
    IN_FORCE,
    LEVEL,
    NUMBERS_ADD,
    PROFILE,
    STANDING,
    STOCK,
    WAYS,
    Rate,
)
from ..record import RecordSchema, Values, fields

NO_WORDS = Label("", "")
BY_VALUE = Label(
    "Không cộng; đếm số bản ghi theo từng giá trị.",
    "Not added up; records are counted by its values.",
)


@cache
def sums(schema: type[RecordSchema]) -> dict[str, Label]:
    """The columns that add up over units, with their labels; of flags, their yeses."""
    known = fields(schema).items()
    return {n: field.label for n, field in known if way(schema, n) in {*NUMBERS_ADD, DISTINCT}}


@cache
def way(schema: type[RecordSchema], name: str) -> str:
    """How that field adds up: one of ``adding.WAYS``; empty if it is nothing to count.

    :raises KeyError: if the type has no such field
    """
    field = fields(schema)[name]
    if field.adds != AS_WHOLE:
        return field.adds
    whole = field.of if isinstance(field, Count) else None
    return way(schema, whole or "")


def rests(schema: type[RecordSchema], name: str) -> str:
    """The same, and of a stock whether it is one of things in force."""
    found = way(schema, name)
    return STANDING if found in (STOCK, LEVEL) and schema.in_force is not None else found


def in_words(schema: type[RecordSchema], name: str) -> Label:
    """How that field adds up, as people read it; empty words if it is nothing to count."""
    if isinstance(fields(schema)[name], Choice):
        return BY_VALUE
    return WAYS.get(rests(schema, name), NO_WORDS)


def end_of(schema: type[RecordSchema], values: Values) -> Label | None:
    """What is to be filled in when such a thing ends; None if it has ended, or has no end."""
    name = schema.in_force.end if schema.in_force else ""
    return fields(schema)[name].label if name and values.get(name) is None else None


@cache
def records_way(schema: type[RecordSchema]) -> str:
    """How its records are counted: each in its period, or what stands by the period's end."""
    if schema.in_force is not None:
        return IN_FORCE
    ways = {way(schema, name) for name in fields(schema)}
    if PROFILE in ways:
        return PROFILE
    return STOCK if STOCK in ways else FLOW


def rates(schema: type[RecordSchema]) -> dict[str, Rate]:
    """The shares that its totals show, each of two figures that are of the same records."""
    return dict(schema.rates)


@cache
def groups(schema: type[RecordSchema]) -> dict[str, Label]:
    """The columns by which records can be grouped, with their labels."""
    return {name: field.label for name, field in fields(schema).items() if is_group(field)}


def day(schema: type[RecordSchema]) -> str:
    """The column that places a record in a period.

    :raises KeyError: if its type has none
    """
    if schema.day_field is None:
        raise KeyError(f"{schema.record_type} has no day")
    return schema.day_field


def years(schema: type[RecordSchema]) -> dict[str, Year]:
    """The year that heads its lists, by which they are narrowed as others are by a period."""
    found = {name: fields(schema).get(name) for name in schema.list_fields[:1]}
    return {name: field for name, field in found.items() if isinstance(field, Year)}


def placed_by(schema: type[RecordSchema]) -> str:
    """The day or year that places a record in time; empty if its type has neither."""
    return schema.day_field or next(iter(years(schema)), "")


def is_timed(schema: type[RecordSchema]) -> bool:
    """Whether its figures depend on the period at all."""
    return bool(placed_by(schema)) or records_way(schema) in (IN_FORCE, PROFILE)


@singledispatch
def is_group(field: Labelled) -> bool:
    """Whether reports group by such a field."""
    return False


@is_group.register(Choice)
@is_group.register(Year)
@is_group.register(UnitName)
def _(field: Labelled) -> bool:
    return True
