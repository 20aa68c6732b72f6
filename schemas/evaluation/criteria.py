"""What a criteria set of any shape says: its criteria, their points, and who earns which rank."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple, cast

from ..formatting.label import Label

Values = Mapping[str, object]

MOST = 1_000_000  # points that are any: sets that are used stay far below
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
    name_en: str = ""
    group_name_en: str = ""
    guidance: str = ""  # how it is scored
    guidance_en: str = ""

    @property
    def label(self) -> Label:
        return _both(self.name, self.name_en)

    @property
    def group_label(self) -> Label:
        return _both(self.group_name, self.group_name_en)

    @property
    def help(self) -> Label:
        return _both(self.guidance, self.guidance_en)


def criteria(values: Values) -> list[Criterion]:
    """The criteria in the order of the paper; what is not one is left out."""
    return [
        _criterion(item, group)
        for group in maps(values.get("groups"))
        for item in maps(group.get("items"))
    ]


def title_of(values: Values) -> Label:
    """What the set is called; its code if nothing else."""
    return _both(text(values, "title") or text(values, "code"), text(values, "title_en"))


def rank(values: Values, total: float | None) -> str:
    """The code of the rank that ``total`` earns; empty if it earns or is none."""
    reached = (code for code, least in thresholds(values) if total is not None and total >= least)
    return next(reached, "")


def maximum(values: Values) -> float:
    """All points that can be had."""
    return sum(criterion.max for criterion in criteria(values))


def in_force(sets: Iterable[Values], year: int) -> Values | None:
    """The newest of ``sets`` that is no draft and in force in ``year``.

    Of two that begin in one year it is the one whose code comes last.
    """
    fit = [values for values in sets if values.get("status") != "draft" and _covers(values, year)]
    return max(fit, key=lambda v: (cast(int, v["year_from"]), text(v, "code")), default=None)


def _covers(values: Values, year: int) -> bool:
    first, last = values.get("year_from"), values.get("year_to")
    return isinstance(first, int) and first <= year <= (last if isinstance(last, int) else year)


def thresholds(values: Values) -> list[tuple[str, float]]:
    """The ranks that there are, each with its least points."""
    pairs = [(text(t, "rank"), points(t, "min")) for t in maps(values.get("thresholds"))]
    return [(code, least) for code, least in pairs if code in RANKS]


def _criterion(item: Values, group: Values) -> Criterion:
    return Criterion(
        code=text(item, "code"),
        name=text(item, "name"),
        max=points(item, "max"),
        group_code=text(group, "code"),
        group_name=text(group, "name"),
        group_max=points(group, "max"),
        name_en=text(item, "name_en"),
        group_name_en=text(group, "name_en"),
        guidance=text(item, "guidance"),
        guidance_en=text(item, "guidance_en"),
    )


def _both(vi: str, en: str) -> Label:
    """In both languages; what has no English text is in Vietnamese."""
    return Label(vi, en or vi)


def maps(value: object) -> list[Values]:
    """Those that are maps, in a list that anybody may have sent."""
    return [v for v in value if isinstance(v, Mapping)] if isinstance(value, (list, tuple)) else []


def text(values: Values, name: str) -> str:
    value = values.get(name)
    return value if isinstance(value, str) else ""


def points(values: Values, name: str) -> float:
    value = values.get(name)
    if not isinstance(value, (int, float)) or isinstance(value, bool):
        return 0
    return value if abs(value) <= MOST else 0  # which is not so of NaN
