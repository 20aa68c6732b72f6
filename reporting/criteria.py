"""The criteria sets of the province: which evaluations rest on each, and what may still change.

A set that anybody may be scored by already keeps its meaning for ever: its codes, points and
ranks. That is so as soon as an evaluation rests on it, and also once its first year has begun,
for a centre may have scored by it and not synced yet.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Any, NamedTuple

from schemas.evaluation.criteria import Criterion, criteria, maximum, thresholds, title_of
from schemas.formatting.label import Label
from sync.merge import Record

from . import database
from .attention import records
from .database import Database
from .evaluations import CRITERIA_SET

DRAFT = "draft"
Values = Mapping[str, Any]


@dataclass(frozen=True)
class Standing:
    """A set, and how many evaluations of which years rest on it."""

    record: Record
    years: Mapping[int, int]
    has_begun: bool

    @property
    def values(self) -> Values:
        return self.record.values

    @property
    def code(self) -> str:
        return str(self.values.get("code"))

    @property
    def title(self) -> Label:
        return title_of(self.values)

    @property
    def criteria(self) -> list[Criterion]:
        return criteria(self.values)

    @property
    def most(self) -> float:
        return maximum(self.values)

    @property
    def is_used(self) -> bool:
        return bool(self.years) or self.has_begun


class Overlap(NamedTuple):
    """The years for which there are two sets; the later one is used."""

    first: int
    last: int | None  # None: without end
    used: str
    other: str


def standings(db: Database, published: str, year: int) -> list[Standing]:
    """All sets that are not deleted, the newest first; ``year`` is this one."""
    sets = (one for one in records(db, CRITERIA_SET, [published]) if not one.deleted)
    made = [standing(db, one, year) for one in sets]
    return sorted(made, key=lambda one: (_first(one.values), one.code), reverse=True)


def standing(db: Database, record: Record, year: int) -> Standing:
    values = record.values
    return Standing(record, _resting(db, str(values.get("code"))), _has_begun(values, year))


def is_used(db: Database, values: Values, year: int) -> bool:
    """Whether anybody may be scored by the set already, and so it keeps its meaning."""
    return _has_begun(values, year) or bool(_resting(db, str(values.get("code"))))


def _has_begun(values: Values, year: int) -> bool:
    return values.get("status") != DRAFT and 0 < _first(values) <= year


def _resting(db: Database, code: str) -> dict[int, int]:
    """How many evaluations rest on that set, by year; deleted ones may come back."""
    sql = """
        select year, count(*) from evaluation
        where criteria_set = ? and year is not null group by year order by year
    """
    return dict(database.rows(db, sql, [code]))


def meaning(values: Values) -> tuple[object, ...]:
    """What may not change once a set is used: all but its wording and its last year."""
    points = [(c.code, c.max, c.group_code, c.group_max) for c in criteria(values)]
    status = values.get("status") == DRAFT
    head = (values.get("code"), values.get("year_from"), values.get("step"))
    return (*head, status, points, thresholds(values))


def overlaps(sets: Iterable[Values]) -> list[Overlap]:
    """Where two sets that are no drafts are for the same years."""
    issued = [one for one in sets if one.get("status") != DRAFT and _first(one)]
    ordered = sorted(issued, key=lambda one: (_first(one), str(one.get("code"))))
    results = (_overlap(*pair) for pair in combinations(ordered, 2))
    return [one for one in results if one]


def _overlap(older: Values, newer: Values) -> Overlap | None:
    first = _first(newer)
    ends = [one["year_to"] for one in (older, newer) if isinstance(one.get("year_to"), int)]
    last = min(ends, default=None)
    if last is not None and last < first:
        return None
    return Overlap(first, last, str(newer.get("code")), str(older.get("code")))


def _first(values: Values) -> int:
    year = values.get("year_from")
    return year if isinstance(year, int) else 0
