"""Which records a figure rests on.

A total, the list behind it, the count above that list and its CSV are questions about one
selection, and all are asked with the same condition; so they cannot disagree.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from schemas.columns import projections
from schemas.record import RecordSchema, get
from schemas.vietnamese import fold

from .periods import Period

Part = tuple[str, list[object]]


@dataclass(frozen=True)
class Selection:
    record_type: str
    areas: frozenset[str]
    period: Period | None = None  # None: whenever, or never said
    equal: Mapping[str, str] = field(default_factory=dict)  # "": nothing is filled in
    text: str = ""
    deleted: bool = False  # True: those that were deleted, instead

    @property
    def schema(self) -> type[RecordSchema]:
        return get(self.record_type)

    @property
    def day(self) -> str:
        """The column that places a record in time; "" if this type has none."""
        return self.schema.day_field or ""

    def narrowed(self, name: str, value: str) -> Selection:
        return replace(self, equal={**self.equal, name: value})


def condition(selection: Selection) -> tuple[str, list[object]]:
    """The SQL condition on the record type's own table, and its parameters.

    :raises KeyError: if the selection asks for a column that the type does not have
    """
    parts = list(_parts(selection))
    return " and ".join(sql for sql, _ in parts), [value for _, args in parts for value in args]


def column(record_type: str, name: str) -> str:
    """``name``, if it is a column of that record type; so it is safe to use in SQL.

    :raises KeyError: if not
    """
    return {column: column for column in projections()[record_type].columns}[name]


def as_text(record_type: str, name: str) -> str:
    """A column as the addresses of pages name its values; "" where nothing is filled in.

    :raises KeyError: if the type has no such column
    """
    return f"cast(coalesce({column(record_type, name)}, '') as text)"


def _parts(selection: Selection) -> Iterator[Part]:
    yield "_deleted = ?", [int(selection.deleted)]
    yield "_area in (select value from json_each(?))", [json.dumps(sorted(selection.areas))]
    if selection.period and selection.day:
        period = selection.period
        day = column(selection.record_type, selection.day)
        yield f"{day} between ? and ?", [period.start.isoformat(), period.end.isoformat()]
    for name, value in selection.equal.items():
        yield f"{as_text(selection.record_type, name)} = ?", [value]
    for word in fold(selection.text).split():
        yield "instr(search_text, ?)", [word]
