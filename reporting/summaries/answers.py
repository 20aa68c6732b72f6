"""What the records come to of each centre: the figures of a summary, asked of the totals.

Nothing is added up by rules of this module: ``query.totals`` answers for each centre, and sums of
centres are its sums.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from schemas.fields import Choice
from schemas.record import fields, get

from .. import evaluations, periods
from ..database import Database
from ..periods import Period
from ..places import Place
from ..query.selection import ALL_RECORDS, Selection
from ..query.totals import Sum, by_area, by_area_and, reporting, total
from ..report import open_areas
from . import evaluated
from .declaration import (
    BEFORE,
    COUNTS,
    ENDED_YEAR,
    EXPECTED,
    KEEPERS,
    LAST_DAY,
    MISSING,
    SO_FAR,
    YEAR,
    YEAR_BEFORE,
    Figure,
    Summary,
)

FIRST_DAY = "0000"  # before every day, as text
Areas = frozenset[str]
Basis = tuple[str, frozenset[tuple[str, str]], str, str]  # type, conditions, day, key of the period


def span(period: Period, when: str) -> Period:
    """The stretch of time that a figure is of, where the table is of ``period``."""
    if when == BEFORE:
        return periods.before(period)
    if when == YEAR:
        return periods.year(period.end.year)
    if when == LAST_DAY:
        return periods.between(period.end, period.end)
    if when in (ENDED_YEAR, YEAR_BEFORE):
        is_whole = (period.end.month, period.end.day) == (12, 31)
        return periods.year(period.end.year - (not is_whole) - (when == YEAR_BEFORE))
    if when == SO_FAR:
        return periods.between(date(period.end.year, 1, 1), period.end)
    return period


@dataclass(frozen=True)
class Wanted:
    """What a table is asked for."""

    place: Place
    period: Period
    today: date  # what is dated later has not taken place
    published: str  # the area of the criteria sets
    deepest: int = 9  # how far below the place units have rows


@dataclass
class Answers:
    """What the records of one type, condition and time come to."""

    selection: Selection
    sums: Mapping[str, Mapping[str, Sum]]  # by area and code; by area and "" if not split
    reported: Areas
    expected: Areas  # the centres that reported, or could have
    totals: dict[tuple[Areas, str | None], Sum] = field(default_factory=dict)
    given: dict[tuple[str, str | None], Areas] = field(default_factory=dict)

    def total(self, areas: Areas, code: str | None) -> Sum:
        """Of those centres; of all codes, if none is asked for."""
        if (areas, code) not in self.totals:
            parts = [self.sums[area] for area in sorted(areas & self.sums.keys())]
            if code is None:
                own = [one for part in parts for one in part.values()]
            else:
                own = [part[code] for part in parts if code in part]
            self.totals[areas, code] = own[0] if len(own) == 1 else total(own)
        return self.totals[areas, code]

    def known(self, figure: str, code: str | None) -> Areas:
        """The centres of which there is that figure: ``value`` of each alone is not None."""
        if figure in COUNTS:
            return self.reported
        if (figure, code) not in self.given:
            each = (frozenset([area]) for area in self.reported)
            known = (one for one in each if self.value(figure, one, code) is not None)
            self.given[figure, code] = frozenset[str]().union(*known)
        return self.given[figure, code]

    def value(self, figure: str, areas: Areas, code: str | None) -> float | None:
        """None: nobody reported, or those who did left it empty."""
        known = areas & self.reported
        if figure in (EXPECTED, MISSING):
            return len((areas & self.expected) - (known if figure == MISSING else set()))
        if not known:
            return None
        if figure == KEEPERS:
            return sum(bool(self.total(frozenset([area]), code).records) for area in known)
        one = self.total(known, code)
        if figure == ALL_RECORDS:
            return one.records
        if figure in one.shares:
            return one.rate(figure)
        value = one.figures.get(figure)
        return 0 if value is None and not one.records else value


class Asker:
    """Asks the database for all that a summary needs, each basis once."""

    def __init__(self, db: Database, summary: Summary, wanted: Wanted) -> None:
        self._db, self._summary, self._wanted = db, summary, wanted
        self._period = wanted.period
        areas = wanted.place.areas
        self._whole = Selection(summary.record_types[0], areas, today=wanted.today)
        self._reporting: dict[tuple[str, str], tuple[Areas, Areas]] = {}
        self._answers: dict[Basis, Answers] = {}

    def of(self, figure: Figure) -> Answers:
        """The answers that the figure is one of."""
        basis = self._basis(figure)
        if basis not in self._answers:
            period = span(self._period, figure.when)
            filled = {figure.filled: (FIRST_DAY, None)} if figure.filled else {}
            selection = replace(
                self._whole,
                record_type=figure.record_type,
                period=period,
                equal=self._where(figure),
                between=filled,
            )
            is_evaluated = figure.record_type == evaluated.EVALUATION
            ask = self._evaluated if is_evaluated else self._counted
            self._answers[basis] = ask(selection, basis)
        return self._answers[basis]

    def _counted(self, selection: Selection, basis: Basis) -> Answers:
        sums = self._sums(selection, self._names(basis))
        return Answers(selection, sums, *self._who(selection))

    def _evaluated(self, selection: Selection, _basis: Basis) -> Answers:
        """The evaluations of a year, worked out from their scores."""
        year = (selection.period or self._period).start.year
        sets = evaluations.criteria_sets(self._db, self._wanted.published)
        lines = evaluations.evaluations(self._db, year, self._wanted.place, sets)
        sums = {area: {"": one} for area, one in evaluated.sums(lines).items()}
        reported = frozenset(sums)
        could = open_areas(self._db, selection) & self._wanted.place.areas
        return Answers(selection, sums, reported, reported | could)

    def _basis(self, figure: Figure) -> Basis:
        key = span(self._period, figure.when).key
        return figure.record_type, frozenset(self._where(figure).items()), figure.filled, key

    def _where(self, figure: Figure) -> dict[str, str]:
        """The conditions of the figure, and the newest code of a choice if it asks for that."""
        choice = fields(get(figure.record_type)).get(figure.newest)
        if not isinstance(choice, Choice):
            return dict(figure.where)
        day = str(span(self._period, figure.when).end)
        offered = list(choice.codes.offered((day, day)))
        return {**figure.where, figure.newest: offered[-1] if offered else ""}

    def _names(self, basis: Basis) -> list[str]:
        """The fields that are asked for on the same basis."""
        same = [one for one in self._summary.figures() if self._basis(one) == basis]
        rates = [one.rate for one in same if one.rate]
        sides = {side for rate in rates for side in (rate.part, rate.whole)}
        names = {one.name for one in same if not one.rate and one.name not in COUNTS}
        return sorted(names | sides)

    def _sums(self, selection: Selection, names: list[str]) -> dict[str, dict[str, Sum]]:
        if self._summary.by:
            return by_area_and(self._db, selection, self._summary.by, names)
        return {area: {"": one} for area, one in by_area(self._db, selection, names).items()}

    def _who(self, selection: Selection) -> tuple[Areas, Areas]:
        """The centres that reported, and those that reported or could have."""
        key = (selection.record_type, selection.period.key if selection.period else "")
        if key not in self._reporting:
            reported = reporting(self._db, selection)
            could = open_areas(self._db, selection) & frozenset(selection.areas or ())
            self._reporting[key] = reported, reported | could
        return self._reporting[key]
