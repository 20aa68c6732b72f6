"""A report: the totals of one selection, cut into rows, with who reported and who did not.

"0" and "not reported" are different values. A row is silent if nobody in it entered any
record of that type in its period, whatever else the selection asks for.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from schemas import measures
from schemas.addresses import MARK, marked
from schemas.fields import Choice, Label, Labelled, SchoolYear
from schemas.fields.adding import IN_FORCE, PROFILE, STOCK
from schemas.record import fields

from . import database, periods
from .database import Database
from .periods import Period
from .places import DISTRICT, Place
from .query.selection import Selection
from .query.totals import (
    Figures,
    Sum,
    begun,
    by_area,
    by_choice,
    by_period,
    only_flows,
    reporting,
    total,
)

UNIT, CHOICE = "unit", "cut"
BY_UNIT = Label("Đơn vị", "Unit")
NOT_GIVEN = Label("Không ghi", "Not given")


@dataclass(frozen=True)
class Row:
    label: Label
    level: str  # of a place, or the kind of cut
    ask: Mapping[str, str]  # what asks for this row alone, where the report was asked for
    sum: Sum
    reported: int = 0
    centres: int = 0
    silent: bool = False


@dataclass(frozen=True)
class Report:
    by: str
    rows: tuple[Row, ...]
    total: Row


def cuts(selection: Selection) -> dict[str, Label]:
    """By what the selection can be cut; fields are marked, and so no unit and no period."""
    schema = selection.schema
    timed = bool(selection.day) or measures.records_way(schema) in (IN_FORCE, PROFILE)
    kinds = [kind for kind in periods.KINDS if len(parts(selection.period, kind)) > 1]
    times = {kind: periods.KINDS[kind] for kind in kinds if timed}
    fields = {marked(name): label for name, label in measures.groups(schema).items()}
    return {UNIT: BY_UNIT, **fields, **times}


def parts(period: Period | None, kind: str) -> list[Period]:
    return periods.within(period, kind) if period else []


@dataclass(frozen=True)
class SelectionTotals:
    """What all cuts of one selection share, asked once."""

    db: Database
    selection: Selection
    place: Place
    sums: Mapping[str, Sum]  # by area
    reported: frozenset[str]  # areas
    expected: frozenset[str]  # the areas that reported, or could have
    figures: Figures = None  # which are added up; None: all

    def counting(self) -> SelectionTotals:
        """The same, with records counted and nothing added up: enough for a chart."""
        return replace(self, figures=())

    def cut(self, by: str) -> Report:
        """:raises KeyError: if the selection cannot be cut by that"""
        name = {name: name for name in cuts(self.selection)}[by]
        if name == UNIT:
            rows = list(self._units())
        else:
            is_time = name in periods.KINDS
            rows = self._times(name) if is_time else self._choices(name.removeprefix(MARK))
        return Report(by, tuple(rows), replace(self._of(self.place), ask={}))

    def _of(self, place: Place) -> Row:
        reported = len(place.areas & self.reported)
        return Row(
            label=place.label,
            level=place.level,
            ask={UNIT: place.key},
            sum=total(self.sums[area] for area in sorted(place.areas & self.sums.keys())),
            reported=reported,
            centres=len(place.areas & self.expected),
            silent=not reported,
        )

    def _units(self) -> Iterator[Row]:
        """What belongs to the place; of districts their communes too."""
        for inner in self.place.inside or (self.place,):
            yield self._of(inner)
            if inner.level == DISTRICT:
                yield from map(self._of, inner.inside)

    def _choices(self, name: str) -> list[Row]:
        sums = by_choice(self.db, self.selection, name, self.figures)
        field = fields(self.selection.schema)[name]
        options = dict(field.codes.known()) if isinstance(field, Choice) else {}
        # A code of a newer version, or none: its records are in the total, so it has a row.
        others = {code: code_label(field, code) for code in sorted(sums)}
        silent = not self.reported
        return [
            Row(label, CHOICE, {marked(name): code}, sums.get(code, Sum()), silent=silent)
            for code, label in (
                options | {c: others[c] for c in others if c not in options}
            ).items()
        ]

    def _times(self, kind: str) -> list[Row]:
        sums = by_period(self.db, self.selection, kind, self.figures)
        reported = self._reported_in(kind)
        return [
            Row(part.label, kind, {"period": part.key}, sums.get(part.key, Sum()), silent=silent)
            for part in parts(self.selection.period, kind)
            for silent in [part.key not in reported]
        ]

    def _reported_in(self, kind: str) -> set[str]:
        """The periods for which anybody reported."""
        asked = replace(self.selection, equal={}, text="")
        if only_flows(asked.schema):
            return set(by_period(self.db, asked, kind, ()))
        some = begun(asked, kind)
        return {one.key for one in some if reporting(self.db, replace(asked, period=one))}


def code_label(field: Labelled, code: str) -> Label:
    """What a row is called whose value no list names: a year, a unit, a code of a newer version."""
    if isinstance(field, SchoolYear) and code.isdecimal():
        code = f"{code}–{int(code) + 1}"
    return Label(code, code) if code else NOT_GIVEN


def totals_of(
    db: Database, selection: Selection, place: Place, figures: Figures = None
) -> SelectionTotals:
    selection = replace(selection, areas=place.areas)
    reported = reporting(db, selection)
    expected = reported | (open_areas(db, selection) & place.areas)
    sums = by_area(db, selection, figures)
    return SelectionTotals(db, selection, place, sums, reported, expected, figures)


def open_areas(db: Database, selection: Selection) -> frozenset[str]:
    """The centres that were open at some time in the period of the selection.

    For what counts on a day: those that were open on the last day of the period.
    """
    first, last = "", "9999"
    if selection.period:
        first, last = selection.period.start.isoformat(), selection.period.end.isoformat()
    if measures.records_way(selection.schema) in (STOCK, PROFILE):
        first = last if selection.period else first
    sql = "select area from centre where founded <= ? and (closed = '' or closed > ?)"
    return frozenset(area for (area,) in database.rows(db, sql, [last, first]))
