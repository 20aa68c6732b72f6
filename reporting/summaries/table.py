"""The table of a summary (biểu) for one place and period: each cell with what it rests on.

A figure that no centre of its row reported is silent, which is another thing than 0.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from schemas import measures
from schemas.addresses import marked
from schemas.fields import Choice, Label
from schemas.fields.adding import PROFILE
from schemas.record import fields, get

from ..database import Database
from ..periods import Period
from ..places import CENTRE, Place
from ..query.address import NOTHING
from ..query.selection import ALL_RECORDS
from ..report import CHOICE, UNIT, code_label
from .answers import Answers, Areas, Asker, Wanted
from .declaration import EXPECTED, KEEPERS, MISSING, Change, Figure, Mean, Source, Summary, sides

GIVEN, UNCOUNTED = "given", "uncounted"  # a value; the reports leave it empty, or it has no sense
SILENT, NO_FIGURES = "silent", "no_figures"  # nobody reported; no profile says anything
WITHHELD = "withheld"  # a small count, see ``public``
STATES = (GIVEN, UNCOUNTED, SILENT, NO_FIGURES, WITHHELD)

FIRST_YEAR = 1900  # of periods


@dataclass(frozen=True)
class Behind:
    """The records that a cell rests on: what a list of them is asked for."""

    record_type: str
    figure: str
    ask: Mapping[str, str]  # period, unit and fields, as in addresses


@dataclass(frozen=True)
class Cell:
    value: float | str | None  # text: a mark in place of a small count
    state: str = GIVEN
    reported: int = 0  # centres that the value rests on
    expected: int = 0
    records: int = 0
    disputed: int = 0
    is_partial: bool = False  # of a share or change: centres that lack one side are left out
    behind: Behind | None = None


@dataclass(frozen=True)
class Row:
    label: Label
    level: str  # of the place, or ``CHOICE``
    unit: str  # key of the place
    code: str | None  # of the choice by which a unit is split; None: all of them
    depth: int  # of the place below the one that was asked for, which is 0
    cells: Mapping[str, Cell]

    @property
    def has_any(self) -> bool:
        return any(cell.value for cell in self.cells.values())


@dataclass(frozen=True)
class Table:
    summary: Summary
    place: Place
    period: Period
    rows: tuple[Row, ...]  # units in order, each followed by its parts
    total: tuple[Row, ...]  # of the place that was asked for, followed by its parts
    missing: tuple[Label, ...] = ()  # the centres that did not report

    @property
    def lines(self) -> tuple[Row, ...]:
        """All rows as they are printed, the total last."""
        return self.rows + self.total

    @property
    def is_partial(self) -> bool:
        """Whether a share leaves out centres that lack one of its sides."""
        return any(cell.is_partial for row in self.lines for cell in row.cells.values())


class _Line(NamedTuple):
    """What a row is of: a place, or of what is in it one code."""

    place: Place
    depth: int
    code: str | None
    label: Label


def is_answerable(period: Period) -> bool:
    """Whether there is a period a year before it, to compare it with."""
    return period.start.year > FIRST_YEAR


def answer(db: Database, summary: Summary, wanted: Wanted) -> Table:
    """The table of the units below a place, down to communes; of a commune, of its centres."""
    place, period = wanted.place, wanted.period
    asker = Asker(db, summary, wanted)
    below = [(inner, depth) for inner, depth in _below(place) if depth <= wanted.deepest]
    rows = [row for inner, depth in below for row in _rows(asker, summary, inner, depth)]
    whole = tuple(_rows(asker, summary, place, 0))
    return Table(summary, place, period, tuple(rows), whole, _missing(asker, summary, place))


def _missing(asker: Asker, summary: Summary, place: Place) -> tuple[Label, ...]:
    source = next(column.source for column in summary.columns if column.name == summary.counted)
    if not isinstance(source, Figure):
        return ()
    its = asker.of(source)
    lacking = its.expected - its.reported
    return tuple(p.label for p in place.each() if p.level == CENTRE and p.key in lacking)


def _below(place: Place, depth: int = 1) -> Iterator[tuple[Place, int]]:
    for inner in place.inside or ((place,) if depth == 1 else ()):
        if depth == 1 or inner.level != CENTRE:
            yield inner, depth
            yield from _below(inner, depth + 1)


def _rows(asker: Asker, summary: Summary, place: Place, depth: int) -> Iterator[Row]:
    yield _row(asker, summary, _Line(place, depth, None, place.label))
    for code, label in _options(asker, summary).items():
        part = _row(asker, summary, _Line(place, depth, code, label))
        if part.has_any:
            yield part


def _options(asker: Asker, summary: Summary) -> dict[str, Label]:
    """The codes by which units are split: those of the list, then what else occurs."""
    if not summary.by:
        return {}
    choice = fields(get(summary.record_types[0]))[summary.by]
    known = dict(choice.codes.known()) if isinstance(choice, Choice) else {}
    answers = [asker.of(figure) for figure in summary.figures()]
    used = {code for one in answers for part in one.sums.values() for code in part}
    return known | {code: code_label(choice, code) for code in sorted(used - known.keys())}


def _row(asker: Asker, summary: Summary, line: _Line) -> Row:
    sources = {column.name: column.source for column in summary.columns}
    cells: dict[str, Cell] = {}
    for column in summary.shown:
        source = column.source
        if isinstance(source, Figure):
            cells[column.name] = _figure(asker.of(source), source, summary, line)
        else:
            both = [_side(asker, sources[name]) for name in sides(source)]
            cells[column.name] = _compared(source, both, line)
    place, depth, code, label = line
    level = place.level if code is None else CHOICE
    return Row(label, level, place.key, code, depth, cells)


def _figure(its: Answers, figure: Figure, summary: Summary, line: _Line) -> Cell:
    areas = line.place.areas
    known = areas & its.reported
    value, one = its.value(figure.name, areas, line.code), its.total(known, line.code)
    return Cell(
        value,
        GIVEN if value is not None else UNCOUNTED if known else _silence(figure),
        len(known),
        len(areas & its.expected),
        one.records,
        one.disputed,
        is_partial=figure.rate is not None and one.is_partial(figure.name, figure.rate),
        behind=_behind(its, figure, summary, line) if known else None,
    )


def _silence(figure: Figure) -> str:
    is_profile = measures.records_way(get(figure.record_type)) == PROFILE
    return NO_FIGURES if is_profile else SILENT


def _behind(its: Answers, figure: Figure, summary: Summary, line: _Line) -> Behind | None:
    has_list = not (figure.filled or figure.rate) and figure.name not in (EXPECTED, MISSING)
    if not has_list or its.selection.period is None:
        return None
    split = {} if line.code is None else {marked(summary.by): line.code or NOTHING}
    where = {marked(name): str(value) for name, value in its.selection.equal.items()}
    ask = {"period": its.selection.period.key, UNIT: line.place.key, **where, **split}
    name = ALL_RECORDS if figure.name == KEEPERS else figure.name
    return Behind(figure.record_type, name, ask)


@dataclass(frozen=True)
class _Side:
    """One side of a share: a figure, and the centres of which it is known."""

    answers: Answers
    figure: Figure

    def value(self, areas: Areas, code: str | None) -> float | None:
        return self.answers.value(self.figure.name, areas, code)

    def known(self, areas: Areas, code: str | None) -> Areas:
        return areas & self.answers.known(self.figure.name, code)


def _side(asker: Asker, source: Source) -> _Side:
    if not isinstance(source, Figure):
        raise TypeError(source)  # no declaration says so
    return _Side(asker.of(source), source)


def _compared(source: Source, both: list[_Side], line: _Line) -> Cell:
    """A share or a change, over the centres that have both of its sides."""
    areas, code = line.place.areas, line.code
    known = [side.known(areas, code) for side in both]
    common, either = known[0] & known[1], known[0] | known[1]
    one, other = (side.value(common, code) for side in both)
    if one is None or not other:
        silent = (_silence(s.figure) for s in both if not areas & s.answers.reported)
        return Cell(None, next(silent, UNCOUNTED), len(common), len(either))
    all_of = [side.value(areas, code) for side in both]
    part = one - other if isinstance(source, Change) else one
    value = round((1 if isinstance(source, Mean) else 100) * part / other, 1)
    return Cell(value, GIVEN, len(common), len(either), is_partial=all_of != [one, other])
