"""The one table: what was measured beside its limit, its aim and the best peer."""

from __future__ import annotations

from collections.abc import Mapping

from goals import GOALS, Goal

HEAD = ["work", "ours", "limit in the same run", "ours/limit", "aim", "best peer", "reached"]

Values = Mapping[str, float]


def markdown(ours: Values, limits: Values) -> str:
    lines = [HEAD, ["---"] * len(HEAD), *(line(goal, ours, limits) for goal in GOALS)]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in lines)


def line(goal: Goal, ours: Values, limits: Values) -> list[str]:
    own, least = ours.get(goal.name), limits.get(goal.name)
    ratio = f"{own / least:.2f}" if own is not None and least else "–"
    sign = "≥" if goal.rising else "≤"
    return [
        goal.work,
        number(own, goal.unit),
        number(least, goal.unit),
        ratio,
        f"{sign} {number(goal.aim)}",
        goal.peer,
        "not measured" if own is None else "yes" if goal.reached(own) else "**no**",
    ]


def number(value: float | None, unit: str = "") -> str:
    if value is None:
        return "–"
    if value >= 100 or value == int(value):
        text = f"{value:,.0f}".replace(",", " ")
    else:
        text = f"{value:.1f}" if value >= 10 else f"{value:.2f}"
    return f"{text} {unit}".strip()
