"""The list of a year's evaluations in the order and narrowing that a person chose.

The pages on which sheets are verified go through the same list, so "next" is what comes next
in it. A sheet whose stage has changed meanwhile keeps its place, though the list is narrowed to
the stage it had.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from flask import request

from reporting import evaluations
from reporting.evaluations import Line
from schemas.evaluation.verification import STAGES
from schemas.formatting.vietnamese import sort_key
from server import ambient

from ..query import ListRequest

CARRIED = ("unit", "on", "state", "sort")  # what goes along from the list to its sheets
KEYS: dict[str, Callable[[Line], Any]] = {
    "centre": lambda line: sort_key(line.place.label.vi),
    "stage": lambda line: list(STAGES).index(line.stage),
    "self_total": lambda line: line.self_total,
    "verified_total": lambda line: line.verified_total,
}


class Around(NamedTuple):
    """The place of a sheet in the list: its neighbours, and its place among how many."""

    before: Line | None
    after: Line | None
    place: int  # from 1; 0: it is not in the list
    many: int


def carried() -> dict[str, str]:
    return {name: request.args[name] for name in CARRIED if request.args.get(name)}


def state() -> str:
    asked = request.args.get("state", "")
    return asked if asked in STAGES else ""


def sort() -> str:
    """The name of the order, "-" before it: downward; empty: by unit."""
    asked = request.args.get("sort", "")
    return asked if asked.removeprefix("-") in KEYS else ""


def lines(ask: ListRequest, year: int) -> list[Line]:
    """Every centre of the place asked for, in the order asked for; what has no value last."""
    province = ambient.province()
    sets = evaluations.criteria_sets(province.db(), province.published)
    listed = evaluations.evaluations(province.db(), year, ask.place, sets)
    if not (name := sort()):
        return listed
    key = KEYS[name.removeprefix("-")]
    known = [line for line in listed if key(line) is not None]
    rest = [line for line in listed if key(line) is None]
    return [*sorted(known, key=key, reverse=name.startswith("-")), *rest]


def around(listed: Sequence[Line], area: str) -> Around:
    """The neighbours of that centre's sheet among the sheets of the list's stage."""
    wanted = state()
    sheets = [
        line
        for line in listed
        if line.record_id and (wanted in ("", line.stage) or line.place.key == area)
    ]
    place = next((n for n, line in enumerate(sheets) if line.place.key == area), None)
    if place is None:
        return Around(None, sheets[0] if sheets else None, 0, len(sheets))
    after = sheets[place + 1] if place + 1 < len(sheets) else None
    return Around(sheets[place - 1] if place else None, after, place + 1, len(sheets))
