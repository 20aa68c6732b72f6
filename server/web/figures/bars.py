"""The bars of a chart: rows of a report, each with the address of the records behind it."""

from __future__ import annotations

from typing import NamedTuple

from reporting.report import Report
from schemas.formatting.vietnamese import number
from webui.language import spoken

from ..query import ListRequest

SHORT = 34  # letters that fit beside a bar
MOST = 10  # bars below each other


class Bar(NamedTuple):
    label: str
    short: str
    value: float
    text: str
    href: str


def months(report: Report, ask: ListRequest) -> list[Bar]:
    """One for each month, named by its number."""
    return [
        Bar(
            label=spoken(row.label),
            short=row.ask["period"][5:].lstrip("0"),
            value=row.sum.records,
            text="" if row.silent else number(row.sum.records),
            href=ask.behind(row.ask),
        )
        for row in report.rows
    ]


def largest(report: Report, ask: ListRequest) -> list[Bar]:
    """The rows with the most records, the most first."""
    rows = sorted(report.rows, key=lambda row: -row.sum.records)
    return [
        Bar(
            label=spoken(row.label),
            short=_short(spoken(row.label)),
            value=row.sum.records,
            text=number(row.sum.records),
            href=ask.behind(row.ask),
        )
        for row in rows[:MOST]
        if row.sum.records
    ]


def _short(text: str) -> str:
    """What is in brackets explains; it stays in the tooltip."""
    bare = text.partition(" (")[0]
    return bare if len(bare) <= SHORT else bare[: SHORT - 1].rstrip() + "…"
