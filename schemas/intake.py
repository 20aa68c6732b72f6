"""A table that people kept elsewhere, on its way in: which column is what, and what each row is.

Nothing is written here. An empty cell says nothing about its field, so it never takes away
what a record holds already.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple, cast

from marshmallow import ValidationError

from . import forms
from .criterion_columns import cells, code_of
from .fields import Label, PerCriterion
from .grids import FORMULA
from .intake_texts import APPEND_ONLY, RECORD_ID
from .likeness import Likeness, likeness
from .misfits import misfits
from .record import RecordSchema, Values, fields, natural_id, owner_of
from .vietnamese import fold

ID = "_id"  # the column that says which record a row is
HIGHEST = 20  # rows in which headings are looked for; titles often stand above them
NEW, CHANGED, SAME, WRONG = "new", "changed", "same", "wrong"
ORNAMENT = re.compile(r"[^\w.]+")


class Layout(NamedTuple):
    """Which row of a grid holds the headings, from 0, and the cell that each column fills."""

    header: int
    columns: tuple[str, ...]  # "": the column is left out


class Line(NamedTuple):
    """A row that was read: its values, or what is wrong with them."""

    number: int  # as a spreadsheet counts, from 1
    values: dict[str, Any]
    errors: dict[str, list[Label]]
    texts: Mapping[str, str] = {}


class Planned(NamedTuple):
    """What will become of a row."""

    line: Line
    fate: str  # NEW, CHANGED, SAME or WRONG
    record_id: str = ""  # of the record that it is; empty for a new one without a natural key
    twins: tuple[str, ...] = ()  # ids of records that it looks like
    twin_row: int = 0  # a row above it that says just the same, or is the same record


@dataclass
class Held:
    """The living records of a type that are there already, by id."""

    schema: type[RecordSchema]
    area: str
    records: Mapping[str, Values]
    _alike: dict[Likeness, list[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name, values in self.records.items():
            if key := likeness(self.schema, values):
                self._alike.setdefault(key, []).append(name)

    def like(self, values: Values) -> tuple[str, ...]:
        key = likeness(self.schema, values)
        return tuple(self._alike.get(key, ())) if key else ()

    def named(self, values: Values) -> str:
        """The id of the record with that natural key; empty if the type has none."""
        try:
            return natural_id(self.schema, self.area, values)
        except KeyError:
            return ""


def recognised(schema: type[RecordSchema], grid: Sequence[Sequence[str]]) -> Layout:
    """The row with the most headings that we know, in either language, and what they mean."""
    rows = [tuple(_names(schema, row)) for row in grid[:HIGHEST]]
    best = max(range(len(rows)), key=lambda n: sum(map(bool, rows[n])), default=0)
    return Layout(best, rows[best] if rows else ())


def choices(schema: type[RecordSchema], role: str) -> list[tuple[str, Label]]:
    """What a column can be said to be."""
    plain = {n: f for n, f in fields(schema).items() if not isinstance(f, PerCriterion)}
    mine = [(name, f.label) for name, f in plain.items() if owner_of(schema, name) == role]
    return [*mine, *cells(schema, role), (ID, RECORD_ID)]


def lines(
    schema: type[RecordSchema],
    grid: Sequence[Sequence[str]],
    layout: Layout,
    role: str,
    held: Held | None = None,
) -> Iterator[Line]:
    """The rows below the headings; a bad one stops no other."""
    for number, row in enumerate(grid[layout.header + 1 :], layout.header + 2):
        named = zip(layout.columns, row, strict=False)
        texts = {name: _restored(cell) for name, cell in named if name and cell.strip()}
        if texts:
            yield _line(schema, number, texts, role, held)


def planned(
    schema: type[RecordSchema],
    grid: Sequence[Sequence[str]],
    layout: Layout,
    role: str,
    held: Held,
) -> Iterator[Planned]:
    """What will become of each row, if it is confirmed."""
    seen: dict[str, int] = {}
    for line in lines(schema, grid, layout, role, held):
        if line.errors:
            yield Planned(line, WRONG)
            continue
        name = _record(line, held)
        said = name or repr(sorted(line.values.items(), key=lambda item: item[0]))
        above = seen.setdefault(said, line.number)
        row = above if above != line.number else 0
        if name in held.records:
            was = held.records[name]
            differs = any(was.get(n) != value for n, value in line.values.items())
            yield _differing(schema, line, name) if differs else Planned(line, SAME, name)
        else:
            yield Planned(line, NEW, name, held.like(line.values), row)


def _differing(schema: type[RecordSchema], line: Line, name: str) -> Planned:
    """What becomes of a row that would change a record; of some types none is ever changed."""
    if getattr(schema, "append_only", False):
        return Planned(line._replace(errors={ID: [APPEND_ONLY]}), WRONG)
    return Planned(line, CHANGED, name)


def _record(line: Line, held: Held) -> str:
    """The id of the record that the line is about; empty if it is one of its own."""
    named = line.texts.get(ID, "")
    return named if named in held.records else held.named(line.values)


def _line(
    schema: type[RecordSchema], number: int, texts: dict[str, str], role: str, held: Held | None
) -> Line:
    typed = {name: text for name, text in texts.items() if name != ID}
    before = held.records.get(texts.get(ID, ""), {}) if held else {}
    try:
        values = forms.read(schema, typed, role, before=before)
        if held and (name := held.named(values)) in held.records:
            before = held.records[name]
            values = forms.read(schema, typed, role, before=before)
    except ValidationError as error:
        return Line(number, {}, cast(dict[str, list[Label]], error.messages), texts)
    if wrong := misfits(schema, values, before):
        return Line(number, {}, wrong, texts)
    return Line(number, values, {}, texts)


def _names(schema: type[RecordSchema], row: Sequence[str]) -> Iterator[str]:
    """The cell that each heading means; empty if none, or if another column means it already."""
    taken: set[str] = set()
    for heading in row:
        name = _name_of(schema, heading)
        yield "" if name in taken else name
        taken.add(name)


def _name_of(schema: type[RecordSchema], heading: str) -> str:
    wanted = _plain(heading)
    if wanted in ("", ID, *map(_plain, RECORD_ID)):
        return ID if wanted else ""
    for name, its in fields(schema).items():
        known = {_plain(name), *map(_plain, its.label)}
        if isinstance(its, PerCriterion):
            if code := code_of(known, heading, _plain):
                return f"{name}.{code}"
        elif wanted in known:
            return name
    return ""


def _plain(heading: str) -> str:
    """A heading without accents, capitals, stars and brackets."""
    return " ".join(ORNAMENT.sub(" ", fold(heading)).split())


def _restored(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and FORMULA.match(cell) else cell
