"""Which records a figure rests on, and how that is asked of the database.

A total, the list behind it, the count above that list and its CSV are questions about one
selection, and all are asked with the same condition; so they cannot disagree. Which rows of the
selection make a figure (all, or the last of each series) is the business of ``basis``.

Names of columns are checked against those of the record type; values are parameters.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from schemas import measures, planned
from schemas.fields import Year
from schemas.formatting.vietnamese import fold
from schemas.record import ID, RecordSchema, fields, get
from schemas.tables.columns import SEARCH, projection
from sync.stores.dialect import Dialect, Part

from ..periods import Period

ALL_RECORDS = "records"  # as a figure: how many records


@dataclass(frozen=True)
class Selection:
    record_type: str
    areas: Collection[str] | None  # None: all
    period: Period | None = None  # None: whenever, or without a day
    equal: Mapping[str, object] = field(default_factory=dict)  # "" or None: nothing is filled in
    between: Mapping[str, tuple[object, object]] = field(default_factory=dict)  # None: open end
    text: str = ""  # every word of it occurs, with or without its accents
    deleted: bool = False  # True: those that were deleted, instead
    figure: str = ""  # only the records that this figure rests on, see ``basis``
    planned: bool | None = None  # whether to come, and so in no figure; None: both
    today: date | None = None  # None: no day is to come

    @property
    def schema(self) -> type[RecordSchema]:
        return get(self.record_type)

    @property
    def day(self) -> str:
        """The column that places a record in time; "" if this type has none."""
        return self.schema.day_field or ""

    @property
    def as_of(self) -> date | None:
        """The day whose state is asked for; None: whatever was last entered."""
        return self.period.end if self.period else self.today

    def narrowed(self, name: str, value: str) -> Selection:
        return replace(self, equal={**self.equal, name: value})


def condition(selection: Selection, dialect: Dialect) -> Part:
    """The SQL condition on the record type's own table, and its parameters.

    :raises KeyError: if the selection asks for a column that the type does not have
    """
    return joined(
        [*kept(selection, dialect), *in_period(selection), *narrowing(selection, dialect)]
    )


def joined(conditions: Iterable[Part]) -> Part:
    """All of these conditions as one."""
    parts = list(conditions)
    return " and ".join(sql for sql, _ in parts), [value for _, args in parts for value in args]


def columns(record_type: str) -> Mapping[str, type]:
    """The columns of that record type, and what they hold.

    :raises KeyError: if there is no such type
    """
    return projection(get(record_type)).columns


def column(record_type: str, name: str) -> str:
    """``name``, if it is a column of that record type; so it is safe to use in SQL.

    :raises KeyError: if not
    """
    if name not in columns(record_type):
        raise KeyError(name)
    return name


def quoted(record_type: str, name: str) -> str:
    """:raises KeyError: if the type has no such column"""
    return f'"{column(record_type, name)}"'


def as_text(record_type: str, name: str) -> str:
    """A column as the addresses of pages name its values; "" where nothing is filled in.

    :raises KeyError: if the type has no such column
    """
    return f"coalesce(cast({quoted(record_type, name)} as text), '')"


def kept(selection: Selection, dialect: Dialect) -> Iterator[Part]:
    """Which records are there at all, for who asks."""
    yield "_deleted = ?", [int(selection.deleted)]
    if selection.areas is not None:
        yield dialect.among("_area", selection.areas)
    yield from _of_plan(selection)


def _of_plan(selection: Selection) -> Iterator[Part]:
    """What took place, and so counts; or what is planned, see ``schemas.planned``."""
    wanted = False if selection.figure and selection.planned is None else selection.planned
    if wanted is None or selection.deleted:
        return
    schema, name = selection.schema, selection.record_type
    waits: list[Part] = []
    if planned.may_be(schema):
        waits.append((f"coalesce({quoted(name, planned.PLANNED)}, 0) <> 0", []))
    if selection.today and planned.waits_for_its_day(schema):
        day = quoted(name, selection.day)
        waits.append((f"coalesce({day}, '') > ?", [selection.today.isoformat()]))
    if waits:
        either = " or ".join(sql for sql, _ in waits)
        sql = f"({either})" if wanted else f"not ({either})"
        yield sql, [value for _, args in waits for value in args]
    elif wanted:
        yield "1 = 0", []


def in_period(selection: Selection) -> Iterator[Part]:
    """Those dated in the period.

    A record that has only a year counts in the period that the year ends in, or that is in it.
    """
    name = measures.placed_by(selection.schema)
    if not (selection.period and name):
        return
    first, last = selection.period.start, selection.period.end
    place = quoted(selection.record_type, name)
    if selection.day:
        yield f"{place} between ? and ?", [first.isoformat(), last.isoformat()]
    else:
        whole = last.year if (last.month, last.day) == (12, 31) else last.year - 1
        yield f"{place} between ? and ?", [first.year, max(first.year, whole)]


def is_of_time(selection: Selection, name: str) -> bool:
    """Whether the field says when: then it narrows before the last of a series is taken."""
    return isinstance(fields(selection.schema).get(name), Year)


def narrowing(
    selection: Selection, dialect: Dialect, of_time: bool | None = None
) -> Iterator[Part]:
    """What else is asked for: of fields that say when, of others, or of all."""
    for name, value in selection.equal.items():
        if of_time in (None, is_of_time(selection, name)):
            yield _equals(selection.record_type, name, value)
    if of_time:
        return
    for name, ends in selection.between.items():
        place = quoted(selection.record_type, name)
        signed = zip((">=", "<="), ends, strict=True)
        yield from ((f"{place} {sign} ?", [end]) for sign, end in signed if end is not None)
    for word in fold(selection.text).split():
        yield dialect.contains(quoted(selection.record_type, SEARCH)), [word]


def _equals(record_type: str, name: str, value: object) -> Part:
    """The column has that value, which may be given as the text of an address."""
    if name == ID:
        return f'"{ID}" = ?', [value]
    place, kind = quoted(record_type, name), columns(record_type)[name]
    if value is None or value == "":
        return (f"({place} is null or {place} = '')" if kind is str else f"{place} is null"), []
    typed = _typed(kind, value)
    return ("1 = 0", []) if typed is None else (f"{place} = ?", [typed])


def _typed(kind: type, value: object) -> object:
    """The value as such a column holds it; None if it can hold no such value."""
    if kind is str:
        return str(value)
    if isinstance(value, int | float):
        return int(value) if isinstance(value, bool) else value
    try:
        number = kind(value)
    except (TypeError, ValueError):
        return None
    return number if str(number) == value else None
