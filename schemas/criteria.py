"""What a criteria set of any shape says: its criteria, their points, and who earns which rank."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple, cast

from .label import Label

Values = Mapping[str, object]

RANKS = {
    "good": Label("Tốt", "Good"),
    "fair": Label("Khá", "Fair"),
    "average": Label("Trung bình", "Average"),
    "weak": Label("Yếu", "Weak"),
}


class Criterion(NamedTuple):
    code: str
    name: str
    max: float
    group_code: str
    group_name: str
    group_max: float


def criteria(values: Values) -> list[Criterion]:
    """The criteria in the order of the paper; what is not one is left out."""
    return [
        Criterion(_text(i, "code"), _text(i, "name"), _points(i, "max"), *_head(group))
        for group in _maps(values.get("groups"))
        for i in _maps(group.get("items"))
    ]


def rank(values: Values, total: float | None) -> str:
    """The code of the rank that ``total`` earns; empty if it earns or is none."""
    reached = (code for code, least in thresholds(values) if total is not None and total >= least)
    return next(reached, "")


def maximum(values: Values) -> float:
    """All points that can be had."""
    return sum(criterion.max for criterion in criteria(values))


def in_force(sets: Iterable[Values], year: int) -> Values | None:
    """The newest of ``sets`` that is no draft and in force in ``year``."""
    fit = [values for values in sets if values.get("status") != "draft" and _covers(values, year)]
    return max(fit, key=lambda values: cast(int, values["year_from"]), default=None)


def _covers(values: Values, year: int) -> bool:
    first, last = values.get("year_from"), values.get("year_to")
    return isinstance(first, int) and first <= year <= (last if isinstance(last, int) else year)


def adds_up(found: list[Criterion]) -> bool:
    """Whether the maxima of the criteria come to that of each group."""
    sums: dict[tuple[str, float], float] = {}
    for criterion in found:
        group = (criterion.group_code, criterion.group_max)
        sums[group] = sums.get(group, 0) + criterion.max
    return all(total == most for (_, most), total in sums.items())


def thresholds(values: Values) -> list[tuple[str, float]]:
    """The ranks that there are, each with its least points."""
    found = [(_text(t, "rank"), _points(t, "min")) for t in _maps(values.get("thresholds"))]
    return [(code, least) for code, least in found if code in RANKS]


def _head(group: Mapping[str, object]) -> tuple[str, str, float]:
    return _text(group, "code"), _text(group, "name"), _points(group, "max")


def _maps(value: object) -> list[Mapping[str, object]]:
    return [v for v in value if isinstance(v, Mapping)] if isinstance(value, (list, tuple)) else []


def _text(values: Mapping[str, object], name: str) -> str:
    found = values.get(name)
    return found if isinstance(found, str) else ""


def _points(values: Mapping[str, object], name: str) -> float:
    found = values.get(name)
    return found if isinstance(found, (int, float)) and not isinstance(found, bool) else 0
