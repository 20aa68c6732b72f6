"""A table that people kept elsewhere, on its way in: which column is what, and what each row is.

Nothing is written here. An empty cell says nothing about its field, so it never takes away
what a record holds already.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, NamedTuple, cast

from marshmallow import ValidationError

from . import forms, homes
from .criterion_columns import cells, code_of
from .fields import Label, PerCriterion
from .grids import FORMULA, Row
from .held import CENTRE as CENTRE
from .held import ID as ID
from .held import Held as Held
from .intake_faults import APPEND_ONLY, spelled
from .intake_texts import CENTRES, RECORD_ID
from .likeness import alike
from .misfits import misfits
from .record import RecordSchema, fields, owner_of
from .tables.doubts import Doubtful
from .vietnamese import fold

HIGHEST = 20  # rows in which headings are looked for; titles often stand above them
NEW, CHANGED, SAME, WRONG = "new", "changed", "same", "wrong"
ORNAMENT = re.compile(r"[^\w.]+")


class Layout(NamedTuple):
    """Which row of a grid holds the headings, from 0, and the cell that each column fills."""

    header: int
    columns: tuple[str, ...]  # "": the column is left out
    area: str = ""  # of the centre whose all rows are, if no column says it


class Line(NamedTuple):
    """A row that was read: its values, or what is wrong with them."""

    number: int  # as a spreadsheet counts, from 1
    values: dict[str, Any]
    errors: dict[str, list[Label]]
    texts: Mapping[str, str] = {}
    record_id: str = ""  # of the record that it is; empty for a new one without a natural key


class Planned(NamedTuple):
    """What will become of a row."""

    line: Line
    fate: str  # NEW, CHANGED, SAME or WRONG
    record_id: str = ""  # of the record that it is; empty for a new one without a natural key
    twins: tuple[str, ...] = ()  # ids of records that it looks like
    twin_row: int = 0  # a row above it that says just the same, or is the same record
    area: str = ""  # where the record lies
    at: str = ""  # when it was last written; empty if it never was
    before: Mapping[str, Any] = {}  # what stands in the cells that it would change


def recognised(schema: type[RecordSchema], grid: Sequence[Row], of_centres: bool = False) -> Layout:
    """The row with the most headings that we know, in either language, and what they mean."""
    heads = (homes.without(row, of_centres) for row in grid[:HIGHEST])
    rows = [tuple(_names(schema, row, of_centres)) for row in heads]
    best = max(range(len(rows)), key=lambda n: sum(map(bool, rows[n])), default=0)
    return Layout(best, rows[best] if rows else ())


def choices(
    schema: type[RecordSchema], role: str, of_centres: bool = False
) -> list[tuple[str, Label]]:
    """What a column can be said to be: what ``role`` fills in, and what tells records apart."""
    plain = {n: f for n, f in fields(schema).items() if not isinstance(f, PerCriterion)}
    telling = (*schema.natural_key, *alike(schema))
    mine = [n for n in plain if owner_of(schema, n) == role or n in telling]
    whose = [(CENTRE, CENTRES[0])] if of_centres else []
    told = [(name, plain[name].label) for name in mine]
    return [*told, *cells(schema, role), *whose, (ID, RECORD_ID)]


def lines(
    schema: type[RecordSchema],
    grid: Iterable[Row],
    layout: Layout,
    role: str,
    held: Held | None = None,
) -> Iterator[Line]:
    """The rows below the headings; a bad one stops no other."""
    below = islice(grid, layout.header + 1, None)
    for number, row in enumerate(below, layout.header + 2):
        named = zip(layout.columns, row, strict=False)
        cells = {name: cell for name, cell in named if name and cell.strip()}
        if cells:
            texts = {name: _restored(cell) for name, cell in cells.items()}
            line = _line(schema, number, texts, role, held)
            yield _doubted(line, cells)


def planned(
    schema: type[RecordSchema],
    grid: Iterable[Row],
    layout: Layout,
    role: str,
    held: Held,
) -> Iterator[Planned]:
    """What will become of each row, if it is confirmed."""
    seen: dict[str, int] = {}
    for line in lines(schema, grid, layout, role, held):
        area, at = held.place(line.record_id)
        yield _planned(schema, line, held, seen)._replace(area=area, at=at)


def _planned(schema: type[RecordSchema], line: Line, held: Held, seen: dict[str, int]) -> Planned:
    if line.errors:
        return Planned(line, WRONG)
    name = line.record_id
    said = name or repr(sorted(line.values.items(), key=lambda item: item[0]))
    above = seen.setdefault(said, line.number)
    row = above if above != line.number else 0
    if name in held.records:
        was = held.records[name]
        before = {n: was.get(n) for n, value in line.values.items() if was.get(n) != value}
        found = _differing(schema, line, before) if before else Planned(line, SAME, name)
        return found._replace(twin_row=row)
    return Planned(line, NEW, name, held.like(line.values), row)


def _differing(schema: type[RecordSchema], line: Line, before: Mapping[str, Any]) -> Planned:
    """What becomes of a row that would change a record; of some types none is ever changed."""
    if getattr(schema, "append_only", False):
        return Planned(line._replace(errors={ID: [APPEND_ONLY]}), WRONG)
    return Planned(line, CHANGED, line.record_id, before=before)


def _line(
    schema: type[RecordSchema], number: int, texts: dict[str, str], role: str, held: Held | None
) -> Line:
    said = {**held.given, **texts} if held else texts
    typed = {name: text for name, text in said.items() if name not in (ID, CENTRE)}
    try:
        name = held.meant(said) if held else ""
        before = held.records.get(name, {}) if held else {}
        values = forms.read(schema, typed, role, before if held else None)
        if held and not name and (name := held.named(values)) in held.records:
            before = held.records[name]
            values = forms.read(schema, typed, role, before=before)
        if held:
            held.check(name, values)
    except ValidationError as error:
        wrong = spelled(schema, cast(dict[str, list[Label]], error.messages))
        return Line(number, {}, wrong, texts)
    if wrong := misfits(schema, values, before):
        return Line(number, {}, wrong, texts)
    return Line(number, values, {}, texts, name)


def _doubted(line: Line, cells: Mapping[str, str]) -> Line:
    """The line, not to be stored while one of its cells is doubtful; its sentence comes first."""
    doubts = {n: [cell.sentence] for n, cell in cells.items() if isinstance(cell, Doubtful)}
    return line._replace(errors={**line.errors, **doubts}) if doubts else line


def _names(schema: type[RecordSchema], row: Sequence[str], of_centres: bool) -> Iterator[str]:
    """The cell that each heading means; empty if none, or if another column means it already."""
    taken: set[str] = set()
    for heading in row:
        name = _name_of(schema, heading, of_centres)
        yield "" if name in taken else name
        taken.add(name)


def _name_of(schema: type[RecordSchema], heading: str, of_centres: bool) -> str:
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
    is_centre = of_centres and wanted in {_plain(said) for label in CENTRES for said in label}
    return CENTRE if is_centre else ""


def _plain(heading: str) -> str:
    """A heading without accents, capitals, stars and brackets."""
    return " ".join(ORNAMENT.sub(" ", fold(heading)).split())


def _restored(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and FORMULA.match(cell) else cell
