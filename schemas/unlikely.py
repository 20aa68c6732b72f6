"""Days that are possible but unlikely: kept as they were typed, and asked about.

A year typed wrong, 2090 for 2009, breaks no rule; yet it would lead every list and every
choice of periods. So it is taken, marked, and the person is asked. What today is, the
caller says.
"""

from __future__ import annotations

from datetime import date, timedelta

from .formatting.label import Label
from .formatting.vietnamese import day
from .record import RecordSchema, Values

AHEAD, BACK = timedelta(days=31), timedelta(days=30 * 365 + 7)  # 30 years with their leap days
FAR_OFF = Label(
    "Ngày {day} ở xa hôm nay – đúng không?", "The day {day} is far from today – is it right?"
)


def usual(today: date) -> tuple[date, date]:
    """The first and the last day that nobody asks about."""
    return today - BACK, today + AHEAD


def far_off(schema: type[RecordSchema], values: Values, today: date) -> Label | None:
    """What to ask about the day that places the record in time; ``None``: nothing."""
    value = values.get(schema.day_field) if schema.day_field else None
    first, last = map(str, usual(today))  # days as they are stored sort as text
    if not isinstance(value, str) or first <= value <= last:
        return None
    return FAR_OFF.filled(day=day(value))
