"""The form of a criteria set: its rows as they were typed, moved about and read. No HTTP here.

A row is known by its way, as its faults are: ``groups.0`` is the first group,
``groups.0.items.2`` its third criterion. What was typed stays as it was typed until it is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import count, takewhile
from typing import Any, NamedTuple

from schemas import texts
from schemas.evaluation.criteria import RANKS, maps, thresholds
from schemas.evaluation.faults import wrong_groups, wrong_thresholds
from schemas.formatting.label import Label
from schemas.formatting.vietnamese import number, parse_number, tidy

HEAD = ("code", "name", "name_en", "max")
ITEM = (*HEAD, "guidance", "guidance_en")
WAY = re.compile(r"groups\.(\d{1,3})(?:\.items(?:\.(\d{1,3}))?)?", re.ASCII)
MOST = 200  # rows in one place
UP, DOWN = "up", "down"

Values = Mapping[str, Any]
EMPTY: Values = {
    "step": 0.5,
    "status": "draft",
    "groups": [{"code": "1", "items": [{"code": "1.1"}]}],
    "thresholds": [{"rank": "weak", "min": 0}],
}
Row = dict[str, Any]  # what is typed in it; of a group its "items" besides
Faults = dict[str, list[Label]]


class Rows(NamedTuple):
    groups: list[Row]
    marks: dict[str, str]  # least points by rank; empty: there is no such rank


def begun(source: Values, year: int) -> Values:
    """The first values of the form of a new set: a copy of ``source`` for the next year."""
    if not source:
        return EMPTY
    after = max(year, source.get("year_from") or 0) + 1
    stem = re.sub(r"-(19|20)\d\d$", "", str(source.get("code")))
    changes = {"code": f"{stem}-{after}", "year_from": after, "year_to": None, "status": "draft"}
    return {**source, **changes}


def shown(values: Values) -> Rows:
    """The rows of a set as a person would have typed them."""
    groups = [
        {**_typed(group, HEAD), "items": [_typed(item, ITEM) for item in maps(group.get("items"))]}
        for group in maps(values.get("groups"))
    ]
    marks = {code: number(least) for code, least in thresholds(values)}
    return Rows(groups, {code: marks.get(code, "") for code in RANKS})


def sent(form: Mapping[str, str]) -> Rows:
    """The rows that came with a form."""
    groups = [
        {
            **_sent(form, f"groups.{n}", HEAD),
            "items": [_sent(form, way, ITEM) for way in _there(form, f"groups.{n}.items")],
        }
        for n, _ in enumerate(_there(form, "groups"))
    ]
    return Rows(groups, {code: form.get(f"thresholds.{code}", "") for code in RANKS})


def done(rows: Rows, deed: str) -> str:
    """Add, remove or move a row; return which field the person is led to."""
    verb, _, way = deed.partition(".")
    if way == "groups" and verb == "add":
        return _add_group(rows.groups)
    match = WAY.fullmatch(way)
    group, item = (int(n) if n else None for n in match.groups()) if match else (None, None)
    if group is None or group >= len(rows.groups):
        return ""
    if way.endswith(".items"):
        return _add_item(rows.groups[group], way) if verb == "add" else ""
    if item is None:
        return _moved(rows.groups, group, verb, "groups")
    return _moved(rows.groups[group]["items"], item, verb, f"groups.{group}.items")


def read(rows: Rows, step: object) -> tuple[dict[str, Any], Faults]:
    """What the rows say, and what is wrong with it beside each field."""
    groups = [
        {**_read(row, HEAD), "items": [_read(item, ITEM) for item in row["items"]]}
        for row in rows.groups
    ]
    marks = [{"rank": code, "min": _points(text)} for code, text in rows.marks.items() if text]
    values = {"groups": groups, "thresholds": marks}
    faults = wrong_groups({**values, "step": step})
    faults |= wrong_thresholds({**values, "step": step})
    return values, faults | _no_numbers(rows)


def sums(rows: Rows) -> list[float]:
    """What the criteria of each group come to, as far as they are numbers."""
    return [sum(_points(item["max"]) or 0 for item in group["items"]) for group in rows.groups]


def _typed(row: Values, names: Iterable[str]) -> Row:
    cells = {name: row.get(name) for name in names}
    return {n: number(v) if n == "max" else str(v or "") for n, v in cells.items()}


def _there(form: Mapping[str, str], place: str) -> list[str]:
    """The ways of the rows in that place, as many as came one after the other."""
    ways = (f"{place}.{n}" for n in range(MOST))
    return list(takewhile(lambda way: f"{way}.code" in form, ways))


def _sent(form: Mapping[str, str], way: str, names: Iterable[str]) -> Row:
    return {name: form.get(f"{way}.{name}", "") for name in names}


def _read(row: Row, names: Iterable[str]) -> dict[str, Any]:
    texts = {name: tidy(row[name]) for name in names if name != "max"}
    required = {name: texts[name] for name in ("code", "name")}
    return {**required, "max": _points(row["max"]), **{n: t for n, t in texts.items() if t}}


def _points(text: str) -> float | None:
    try:
        return parse_number(text)
    except ValueError:
        return None


def _no_numbers(rows: Rows) -> Faults:
    """Where something was typed that is no number."""
    typed = {f"thresholds.{code}": text for code, text in rows.marks.items()}
    for n, group in enumerate(rows.groups):
        typed[f"groups.{n}.max"] = group["max"]
        typed |= {f"groups.{n}.items.{m}.max": i["max"] for m, i in enumerate(group["items"])}
    wrong = [way for way, text in typed.items() if text.strip() and _points(text) is None]
    return {way: [texts.NOT_A_NUMBER] for way in wrong}


def _add_group(groups: list[Row]) -> str:
    codes = {group["code"] for group in groups}
    code = next(str(n) for n in count(len(groups) + 1) if str(n) not in codes)
    groups.append({**_typed({"code": code}, HEAD), "items": []})
    _add_item(groups[-1], "")
    return f"groups.{len(groups) - 1}.name"


def _add_item(group: Row, way: str) -> str:
    items, head = group["items"], tidy(group["code"])
    codes, lead = {item["code"] for item in items}, f"{head}." if head else ""
    code = next(f"{lead}{n}" for n in count(len(items) + 1) if f"{lead}{n}" not in codes)
    items.append(_typed({"code": code}, ITEM))
    return f"{way}.{len(items) - 1}.name"


def _moved(rows: list[Row], place: int, verb: str, way: str) -> str:
    if place >= len(rows):
        return ""
    if verb == "remove":
        del rows[place]
        return f"{way}.{min(place, len(rows) - 1)}.name"
    there = place + {UP: -1, DOWN: 1}.get(verb, 0)
    if not 0 <= there < len(rows):
        return ""
    rows[place], rows[there] = rows[there], rows[place]
    return f"{verb}.{way}.{there}"
