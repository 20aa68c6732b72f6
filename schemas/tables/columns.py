"""Database columns of a record type: field kind to the type and the value of its column.

Columns serve lists, searches and reports. The record itself is kept to the letter
elsewhere, so a value that is not of its field's kind is left out here and lost nowhere; its
name is in the column ``_unreadable``.

Words are kept with the key by which they sort, and what grows long has an index for each order
in which a list of it is read.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache, lru_cache, partial
from types import MappingProxyType
from typing import NamedTuple, cast

from ..areas import CENTRE
from ..declarations import SEARCH as SEARCH
from ..fields import (
    Choice,
    Day,
    Flag,
    Label,
    Labelled,
    Listed,
    Number,
    PerCriterion,
    Related,
    Score,
    Text,
)
from ..fields.uses import use
from ..formatting.vietnamese import fold
from ..readable import UNREADABLE, Reader, bounds, is_text, readable, unreadable
from ..record import AREA, DELETED, ID, RecordSchema, Values, fields, record_types
from . import ordering

KEY, YEAR = "_key_", "_year"  # the column of a key is called after its own; the year is no column


class Projection(NamedTuple):
    """The columns of a record type, and how to fill them from any values whatever."""

    columns: Mapping[str, type]
    row: Callable[[Values], dict[str, object]]
    keys: Mapping[str, ordering.Key] = MappingProxyType({})  # of columns that sort by one
    indexes: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    day: str = ""  # the column that places a record in a year
    recipe: str = ""  # how the keys are made, and what is readable
    read: Reader = dict  # leaves out of a record's values what is of another kind


def projections() -> dict[str, Projection]:
    """The projection of every record type, by the name of the type."""
    return {name: projection(schema) for name, schema in record_types().items()}


@cache
def projection(schema: type[RecordSchema]) -> Projection:
    """The columns of one record type; found out once, since every save goes through them."""
    kept = {n: f for n, f in fields(schema).items() if column_type(f)}
    columns = {name: cast(type, column_type(field)) for name, field in kept.items()}
    columns |= {name: derived.kind for name, derived in schema.derived.items()}
    columns[SEARCH] = str
    columns[UNREADABLE] = str
    ways = {name: _way(field) for name, field in kept.items()}
    return Projection(
        columns,
        partial(_row, schema, ways),
        ordering.keys(schema),
        _indexes(schema),
        schema.day_field or "",
        f"{ordering.recipe(schema)} {bounds(schema)}",
        partial(readable, schema),
    )


def _indexes(schema: type[RecordSchema]) -> dict[str, tuple[str, ...]]:
    """By name: the columns of each. What the centres keep is long; others refer to some by id.

    All that narrows a list is in its index, so that what is not on the page is not fetched. Few
    keys, as choices have, sort a year as quickly without; and each index makes every save slower.
    """
    day = [schema.day_field] if schema.day_field else []
    year = [YEAR] if day else []
    words = [n for n in ordering.keys(schema) if isinstance(fields(schema)[n], Text)]
    indexes: dict[str, tuple[str, ...]] = {}
    if schema.lives_in == CENTRE:
        for name in words:
            indexes[f"by_{name}"] = (DELETED, *year, KEY + name, AREA, ID, *day)
    if schema.record_type in _named():
        indexes["named"] = (ID,)
    return indexes


@cache
def _named() -> frozenset[str]:
    """The record types to which others refer."""
    every = (field for schema in record_types().values() for field in fields(schema).values())
    return frozenset(field.to for field in every if isinstance(field, Related))


class Way(NamedTuple):
    """What becomes of a field's value; looked up once, since every record of a push needs it."""

    field: Labelled
    stored: Callable[..., object]
    searched: Callable[..., str] | None  # nobody searches for some kinds


def _way(field: Labelled) -> Way:
    words = searched.dispatch(type(field))
    silent = words is _silent
    return Way(field, stored.dispatch(type(field)), None if silent else words)


def _row(schema: type[RecordSchema], ways: Mapping[str, Way], values: Values) -> dict[str, object]:
    values = readable(schema, values)
    row: dict[str, object] = dict.fromkeys(ways)
    words = []
    for name, (field, stored, searched) in ways.items():
        if name in values:
            row[name] = kept = stored(field, values[name])
            if kept and searched:
                words.append(searched(field, kept))
    row |= {name: column.of(values) for name, column in schema.derived.items()}
    row[SEARCH] = " ".join(filter(None, words))
    row[UNREADABLE] = "\n".join(filter(is_text, unreadable(values)))
    return row


@use("column type")
def column_type(field: Labelled) -> type | None:
    """What the column holds; ``None`` for kinds that have no column."""
    raise NotImplementedError


@column_type.register(Text)
@column_type.register(Choice)
@column_type.register(Day)  # ISO dates sort as text, in SQLite and in PostgreSQL
def _(_field: Labelled) -> type:
    return str


@column_type.register(Number)
@column_type.register(Flag)  # 0 or 1, so that the yeses add up
def _(_field: Labelled) -> type:
    return int


@column_type.register
def _(_field: Score) -> type:
    return float


@column_type.register(Listed)
@column_type.register(PerCriterion)
def _(_field: Labelled) -> None:
    return None


@use("value of its column")
def stored(field: Labelled, value: object) -> object:
    """A readable ``value`` as its column holds it."""
    raise NotImplementedError


@stored.register(Text)
@stored.register(Choice)
@stored.register(Day)
@stored.register(Number)
@stored.register(Listed)
@stored.register(PerCriterion)
def _(_field: Labelled, value: object) -> object:
    return value


@stored.register
def _(_field: Flag, value: bool | None) -> int | None:
    return None if value is None else int(value)


@stored.register
def _(_field: Score, value: float | None) -> float | None:
    return None if value is None else float(value)


@use("words of a search")
def searched(field: Labelled, value: object) -> str:
    """The words under which a search finds that value."""
    raise NotImplementedError


@searched.register(Day)
@searched.register(Number)
@searched.register(Score)
@searched.register(Flag)
@searched.register(Listed)
@searched.register(PerCriterion)
def _silent(_field: Labelled, _value: object) -> str:
    return ""


@searched.register
def _(_field: Text, value: object) -> str:
    return _folded(str(value)) if value else ""


@searched.register
def _(_field: Related, _value: object) -> str:
    return ""  # its name is in the other record


@searched.register
def _(field: Choice, value: object) -> str:
    label = field.codes.options.get(str(value))
    return _both(label) if label else ""


@lru_cache(4096)  # villages, venues and partners come again and again
def _folded(text: str) -> str:
    return fold(text)


@cache
def _both(label: Label) -> str:
    return " ".join(map(fold, label))
