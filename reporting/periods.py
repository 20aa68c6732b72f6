"""The stretches of time that reports are made for.

A period has a key that names it in addresses ("2024", "2024-H1", "2024-Q3", "2024-07",
school year "2023-2024"), a first and a last day, both of them in it, and a label. Three
calendars run at once: half-years, calendar years, and school years.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from schemas.fields import Label
from schemas.formatting.vietnamese import day

KINDS = {
    "year": Label("Năm", "Year"),
    "half": Label("Nửa năm", "Half-year"),
    "quarter": Label("Quý", "Quarter"),
    "month": Label("Tháng", "Month"),
    "school_year": Label("Năm học", "School year"),
}
TO_COME = "to_come"
SPAN = "span"  # from any day to any other, as a report period of the province can be
HEADINGS = {
    **KINDS,
    SPAN: Label("Kỳ báo cáo", "Report period"),
    TO_COME: Label("Năm chưa tới", "Years to come"),
}
BETWEEN = ".."
MONTHS = {"half": 6, "quarter": 3, "month": 1}
SCHOOL_YEAR_BEGINS = 9  # the month
_KEY = re.compile(r"(\d{4})(?:-(?:H([12])|Q([1-4])|(0[1-9]|1[0-2])|(\d{4})))?", re.ASCII)
_HALF = {
    1: Label("6 tháng đầu năm", "First half of"),
    2: Label("6 tháng cuối năm", "Second half of"),
}


class Period(NamedTuple):
    kind: str
    key: str
    start: date
    end: date  # the last day, and in it
    label: Label


def parse(key: str) -> Period:
    """:raises ValueError: if no period has that key"""
    first, mark, last = key.partition(BETWEEN)
    if mark:
        return _span(key, first, last)
    match = _KEY.fullmatch(key)
    if not match or not 1900 <= int(match[1]) <= 9000:
        raise ValueError(key)
    return _of_key(key, match)


def _of_key(key: str, match: re.Match[str]) -> Period:
    number = int(match[1])
    if match[2]:
        return half(number, int(match[2]))
    if match[3]:
        return quarter(number, int(match[3]))
    if match[4]:
        return month(number, int(match[4]))
    return _school(key, number) if match[5] else year(number)


def year(number: int) -> Period:
    label = Label(f"Năm {number}", f"Year {number}")
    return Period("year", f"{number}", date(number, 1, 1), date(number, 12, 31), label)


def half(number: int, which: int) -> Period:
    label = Label(f"{_HALF[which].vi} {number}", f"{_HALF[which].en} {number}")
    return _months("half", f"{number}-H{which}", number, which, label)


def quarter(number: int, which: int) -> Period:
    roman = ("I", "II", "III", "IV")[which - 1]
    label = Label(f"Quý {roman} năm {number}", f"Quarter {which} of {number}")
    return _months("quarter", f"{number}-Q{which}", number, which, label)


def month(number: int, which: int) -> Period:
    label = Label(f"Tháng {which:02}/{number}", f"Month {which:02}/{number}")
    return _months("month", f"{number}-{which:02}", number, which, label)


def school_year(first: int) -> Period:
    """The one that begins in the year ``first``."""
    label = Label(f"Năm học {first}-{first + 1}", f"School year {first}-{first + 1}")
    start = date(first, SCHOOL_YEAR_BEGINS, 1)
    end = date(first + 1, SCHOOL_YEAR_BEGINS, 1) - timedelta(days=1)
    return Period("school_year", f"{first}-{first + 1}", start, end, label)


def of_year(number: int, kind: str) -> list[Period]:
    """All periods of that kind that belong to a year; a school year to the one it begins in."""
    if kind == "year":
        return [year(number)]
    if kind == "school_year":
        return [school_year(number)]
    make = {"half": half, "quarter": quarter, "month": month}[kind]
    return [make(number, which) for which in range(1, 12 // MONTHS[kind] + 1)]


def within(period: Period, kind: str) -> list[Period]:
    """The periods of that kind that lie wholly in ``period``, in order."""
    years = range(period.start.year, period.end.year + 1)
    parts = [part for number in years for part in of_year(number, kind)]
    return [part for part in parts if period.start <= part.start and part.end <= period.end]


def before(period: Period) -> Period:
    """The same period one year earlier."""
    if period.kind == SPAN:
        return between(_year_before(period.start), _year_before(period.end))
    key = re.sub(r"\d{4}", lambda year: f"{int(year[0]) - 1:04}", period.key)
    match = _KEY.fullmatch(key)
    assert match, key
    return _of_key(key, match)  # the year before the first that an address may name, too


def between(first: date, last: date) -> Period:
    """The period from one day to the other; the calendar's own, if it has one of these days."""
    same = (holding(first, kind) for kind in KINDS)
    own = next((one for one in same if (one.start, one.end) == (first, last)), None)
    label = Label(f"Từ {day(first)} đến {day(last)}", f"From {day(first)} to {day(last)}")
    return own or Period(SPAN, f"{first}{BETWEEN}{last}", first, last, label)


def holding(on: date, kind: str) -> Period:
    """The period of that kind that the day ``on`` is in."""
    years = (on.year - 1, on.year)
    parts = [part for number in years for part in of_year(number, kind)]
    return next(part for part in parts if part.start <= on <= part.end)


def offered(days: Iterable[date], kind: str) -> list[Period]:
    """The periods that hold those days, newest first: what a person may choose from."""
    return sorted({holding(on, kind) for on in days}, key=lambda part: part.start, reverse=True)


def to_come_last(by_kind: Mapping[str, list[Period]], today: date) -> dict[str, list[Period]]:
    """What is offered, by kind, the years that have not begun apart from the others and last.

    A day that somebody typed wrong must not lead the list of years.
    """
    apart = {kind: some for kind, some in by_kind.items() if kind not in MONTHS}
    split = {
        kind: [part for part in some if part.start.year <= today.year]
        for kind, some in apart.items()
    }
    late = [part for some in apart.values() for part in some if part.start.year > today.year]
    return {**by_kind, **split, TO_COME: late}


def _months(kind: str, key: str, number: int, which: int, label: Label) -> Period:
    last = which * MONTHS[kind]
    start = date(number, last - MONTHS[kind] + 1, 1)
    return Period(kind, key, start, date(number, last, monthrange(number, last)[1]), label)


def _span(key: str, first: str, last: str) -> Period:
    start, end = date.fromisoformat(first), date.fromisoformat(last)
    period = between(start, end)
    if not date(1900, 1, 1) <= start <= end <= date(9000, 12, 31) or period.key != key:
        raise ValueError(key)
    return period


def _year_before(on: date) -> date:
    last = monthrange(on.year - 1, on.month)[1]  # 29 February is the 28th in most years
    return on.replace(year=on.year - 1, day=min(on.day, last))


def _school(key: str, first: int) -> Period:
    period = school_year(first)
    if period.key != key:
        raise ValueError(key)
    return period
