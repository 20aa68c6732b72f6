"""A table that people kept elsewhere, on its way in: which column is what, and what each row is.

Nothing is written here. An empty cell says nothing about its field, so it never takes away
what a record holds already.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple, cast

from marshmallow import ValidationError

from ..evaluation.criterion_columns import cells
from ..fields import Label, PerCriterion
from ..homes import CENTRE
from ..record import ID, RecordSchema, fields, owner_of
from ..tables import grids
from ..tables.grids import Row
from ..texts import NO_KNOWN_COLUMN
from ..texts.importing import CENTRES, RECORD_ID
from .column_styles import survey
from .duplicates import alike
from .existing import ExistingRecords as ExistingRecords
from .faults import APPEND_ONLY
from .headings import recognised as recognised
from .layout import Layout as Layout
from .rows import Line as Line
from .rows import Reader

NEW, CHANGED, SAME, WRONG = "new", "changed", "same", "wrong"
LEFT = "left"  # a row that is no record: of totals, or skipped by a person


class Planned(NamedTuple):
    """What will become of a row."""

    line: Line
    outcome: str  # NEW, CHANGED, SAME, WRONG or LEFT
    record_id: str = ""  # of the record that it is; empty for a new one without a natural key
    twins: tuple[str, ...] = ()  # ids of records that it looks like
    twin_row: int = 0  # a row above it that says just the same, or is the same record
    area: str = ""  # the area of the record
    at: str = ""  # when it was last written; empty if it never was
    before: Mapping[str, Any] = {}  # the current values of the cells that it would change


def choices(
    schema: type[RecordSchema], role: str, of_centres: bool = False
) -> list[tuple[str, Label]]:
    """What a column can be chosen to be: what ``role`` fills in, and what tells records apart."""
    plain = {n: f for n, f in fields(schema).items() if not isinstance(f, PerCriterion)}
    telling = (*schema.natural_key, *alike(schema))
    own = [n for n in plain if owner_of(schema, n) == role or n in telling]
    whose = [(CENTRE, CENTRES[0])] if of_centres else []
    plain_choices = [(name, plain[name].label) for name in own]
    return [*plain_choices, *cells(schema, role), *whose, (ID, RECORD_ID)]


def read_csv(schema: type[RecordSchema], text: str, role: str = "centre") -> Iterator[Line]:
    """The records in a CSV file with headings in either language; a bad line stops no other.

    :raises ValidationError: if none of its first lines holds a heading of this record type
    """
    rows = list(grids.of_text(text.encode()))
    layout = recognised(schema, rows)
    if not any(layout.columns):
        raise ValidationError(cast(Any, [NO_KNOWN_COLUMN.filled(table=schema.label)]))
    return lines(schema, rows, layout, role)


def lines(
    schema: type[RecordSchema],
    grid: Iterable[Row],
    layout: Layout,
    role: str,
    existing: ExistingRecords | None = None,
) -> Iterator[Line]:
    """The rows below the headings; a bad one stops no other."""
    rows = list(grid)
    reader = Reader(schema, layout, role, survey(schema, rows, layout), existing)
    return reader.lines(rows)


def planned(
    schema: type[RecordSchema],
    grid: Iterable[Row],
    layout: Layout,
    role: str,
    existing: ExistingRecords,
) -> Iterator[Planned]:
    """What will become of each row, if it is confirmed."""
    rows = list(grid)
    return plan_of(Reader(schema, layout, role, survey(schema, rows, layout), existing), rows)


def plan_of(reader: Reader, grid: Iterable[Row]) -> Iterator[Planned]:
    """The same, by columns that were surveyed before."""
    seen: dict[str, int] = {}
    existing = reader.existing
    assert existing
    for line in reader.lines(grid):
        area, at = existing.place(line.record_id)
        yield _planned(reader.schema, line, existing, seen)._replace(area=area, at=at)


def _planned(
    schema: type[RecordSchema], line: Line, existing: ExistingRecords, seen: dict[str, int]
) -> Planned:
    if line.errors:
        return Planned(line, LEFT if "" in line.errors else WRONG)
    name = line.record_id
    identity = name or repr(sorted(line.values.items(), key=lambda item: item[0]))
    above = seen.setdefault(identity, line.number)
    row = above if above != line.number else 0
    if name in existing.records:
        was = existing.records[name]
        before = {n: was.get(n) for n, value in line.values.items() if was.get(n) != value}
        result = _differing(schema, line, before) if before else Planned(line, SAME, name)
        return result._replace(twin_row=row)
    return Planned(line, NEW, name, existing.similar(line.values), row)


def _differing(schema: type[RecordSchema], line: Line, before: Mapping[str, Any]) -> Planned:
    """What becomes of a row that would change a record; of some types none is ever changed."""
    if getattr(schema, "append_only", False):
        return Planned(line._replace(errors={ID: [APPEND_ONLY]}), WRONG)
    return Planned(line, CHANGED, line.record_id, before=before)
