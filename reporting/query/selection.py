"""Which records a figure rests on.

A total, the list behind it, the count above that list and its CSV are questions about one
selection, and all are asked with the same condition; so they cannot disagree. Which rows of the
selection make a figure (all, or the last of each series) is the business of ``basis``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from schemas import measures, planned
from schemas.fields import Year
from schemas.formatting.vietnamese import fold
from schemas.record import RecordSchema, fields, get
from schemas.tables.columns import projections

from ..periods import Period

Part = tuple[str, list[object]]
ALL_RECORDS = "records"  # as a figure: how many records


@dataclass(frozen=True)
class Selection:
    record_type: str
    areas: frozenset[str]
    period: Period | None = None  # None: whenever, or never said
    equal: Mapping[str, str] = field(default_factory=dict)  # "": nothing is filled in
    text: str = ""
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


def condition(selection: Selection) -> Part:
    """The SQL condition on the record type's own table, and its parameters.

    :raises KeyError: if the selection asks for a column that the type does not have
    """
    return joined([*kept(selection), *in_period(selection), *narrowing(selection)])


def joined(given: Iterable[Part]) -> Part:
    """All of these conditions as one."""
    parts = list(given)
    return " and ".join(sql for sql, _ in parts), [value for _, args in parts for value in args]


def column(record_type: str, name: str) -> str:
    """``name``, if it is a column of that record type; so it is safe to use in SQL.

    :raises KeyError: if not
    """
    return {column: column for column in projections()[record_type].columns}[name]


def quoted(record_type: str, name: str) -> str:
    """:raises KeyError: if the type has no such column"""
    return f'"{column(record_type, name)}"'


def as_text(record_type: str, name: str) -> str:
    """A column as the addresses of pages name its values; "" where nothing is filled in.

    :raises KeyError: if the type has no such column
    """
    return f"cast(coalesce({quoted(record_type, name)}, '') as text)"


def kept(selection: Selection) -> Iterator[Part]:
    """Which records are there at all, for who asks."""
    yield "_deleted = ?", [int(selection.deleted)]
    yield "_area in (select value from json_each(?))", [json.dumps(sorted(selection.areas))]
    yield from _held(selection)


def _held(selection: Selection) -> Iterator[Part]:
    """What was held, and so counts; or what is planned, see ``schemas.planned``."""
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
    """Those dated in the period; what has a year alone, in the period that its year
    ends in, or that lies in it."""
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


def narrowing(selection: Selection, of_time: bool | None = None) -> Iterator[Part]:
    """What else is asked for: of fields that say when, of others, or of all."""
    for name, value in selection.equal.items():
        if of_time in (None, is_of_time(selection, name)):
            yield f"{as_text(selection.record_type, name)} = ?", [value]
    for word in fold(selection.text).split() if not of_time else ():
        yield "instr(search_text, ?) > 0", [word]
