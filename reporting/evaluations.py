"""The yearly evaluations: every centre of a year with its scores and rank, the missing too."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from schemas.evaluation.verification import CLOSED, MISSING, STAGES, stage
from schemas.records.criteria_set import RANKS, maximum, rank

from .attention import disputed, records
from .database import Database
from .places import CENTRE, Place
from .query.listing import distinct, stream
from .query.selection import Selection

EVALUATION, CRITERIA_SET = "evaluation", "criteria_set"
Sets = Mapping[str, Mapping[str, object]]  # criteria sets by their codes


@dataclass(frozen=True)
class Line:
    """A centre's evaluation of a year; without an id if there is none."""

    place: Place
    above: tuple[Place, ...]  # the units it belongs to, from the top
    record_id: str = ""
    stage: str = MISSING
    self_total: float | None = None
    self_rank: str = ""
    verified_total: float | None = None
    verified_rank: str = ""
    most: float = 0  # that can be had
    disputed: bool = False

    @property
    def rank(self) -> str:
        """What counts: the verified rank if there is one."""
        return self.verified_rank or self.self_rank


def years(db: Database, areas: Collection[str]) -> list[int]:
    """Those with evaluations, the newest first."""
    return distinct(db, Selection(EVALUATION, areas), "year")[::-1]


def evaluations(db: Database, year: int, place: Place, sets: Sets) -> list[Line]:
    """One line for each centre in the place, in the order of the units."""
    sheets = stream(db, Selection(EVALUATION, place.areas, equal={"year": year}))
    by_area = {row["_area"]: row for row in sheets}
    marked = {(key.area, key.record_id) for key in disputed(db, place.areas)}
    return [
        _line(centre, above, by_area[centre.key], sets, marked)
        if centre.key in by_area
        else Line(centre, above)
        for centre, above in _centres(place)
    ]


def criteria_sets(db: Database, published: str) -> dict[str, dict[str, object]]:
    """All that the province published, by their codes."""
    sets = (record for record in records(db, CRITERIA_SET, [published]) if not record.deleted)
    return {str(record.values.get("code")): record.values for record in sets}


def ranked(lines: Iterable[Line]) -> dict[str, int]:
    """How many centres of each rank, best first; "" counts those without one."""
    counted = Counter(line.rank for line in lines)
    return {code: counted[code] for code in (*RANKS, "")}


def staged(lines: Iterable[Line]) -> dict[str, int]:
    """How many centres have got how far; of each stage that any has reached."""
    counted = Counter(line.stage for line in lines)
    return {code: counted[code] for code in STAGES if counted[code]}


def _line(
    centre: Place, above: tuple[Place, ...], row: Mapping[str, Any], sets: Sets, marked: set[Any]
) -> Line:
    values = sets.get(row["criteria_set"] or "", {})
    return Line(
        place=centre,
        above=above,
        record_id=row["_id"],
        stage=stage(row),
        self_total=row["self_total"],
        self_rank=rank(values, row["self_total"]),
        verified_total=row["verified_total"],
        verified_rank=rank(values, row["verified_total"]) if _counts(row) else "",
        most=maximum(values),
        disputed=(centre.key, row["_id"]) in marked,
    )


def _counts(row: Mapping[str, Any]) -> bool:
    """Whether the district has finished; sheets of older programs do not say that it has not."""
    return not row["verification"] or stage(row) in CLOSED


def _centres(
    place: Place, above: tuple[Place, ...] = ()
) -> Iterator[tuple[Place, tuple[Place, ...]]]:
    if place.level == CENTRE:
        yield place, above
    for inner in place.inside:
        yield from _centres(inner, (*above, inner) if inner.level != CENTRE else above)
