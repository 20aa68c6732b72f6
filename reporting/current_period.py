"""Which reporting period is the current one: the province's, else the half of the year."""

from __future__ import annotations

from datetime import date

from schemas.records.report_period import ReportPeriod

from . import periods
from .database import Database
from .periods import Period
from .query.listing import Window, find
from .query.selection import Selection

THEMATIC = "chuyen_de"  # beside the others; it says nothing of what is due now
MOST = 1000
COLUMNS = ("kind", "starts_on", "ends_on")


def period(db: Database, published: str, today: date) -> Period:
    """The published period that holds ``today``; of several the one that ends first."""
    every = Selection(ReportPeriod.record_type, [published])
    rows = find(db, every, COLUMNS, ["-ends_on"], Window(MOST))
    spans = [_days(row) for row in rows if row["kind"] != THEMATIC]
    holding = [span for span in spans if span and span[0] <= today <= span[1]]
    if not holding:
        return periods.holding(today, "half")
    first, last = min(holding, key=lambda span: (span[1], -span[0].toordinal()))
    return periods.between(first, last)


def _days(row: dict[str, object]) -> tuple[date, date] | None:
    first, last = row["starts_on"], row["ends_on"]
    if not isinstance(first, str) or not isinstance(last, str) or first > last:
        return None
    return date.fromisoformat(first), date.fromisoformat(last)
