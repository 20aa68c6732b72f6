"""Days as registers have them: which day a cell can mean, by the order of day and month.

3/5 is the third of May to one program and the fifth of March to another. So both readings of a
cell are worked out here, and what the column as a whole says of its order decides between them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from ..formatting.vietnamese import ISO, SEPARATED, SPELLED, TOGETHER, full_year, plain_digits

DAY_FIRST, MONTH_FIRST = "dmy", "mdy"
YEAR_FIRST = re.compile(r"(\d{4}) ?[/.\-] ?(\d{1,2}) ?[/.\-] ?(\d{1,2})")
SHORT = re.compile(r"(?:ngày )?(\d{1,2}) ?[/\-] ?(\d{1,2})")
SPELLED_SHORT = re.compile(r"(?:ngày )?(\d{1,2}) tháng (\d{1,2})")
MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
ENGLISH = re.compile(rf"(\d{{1,2}})[ \-/]({'|'.join(MONTHS)})[a-z]*[ \-/,]+(\d{{4}}|\d{{2}})")
TIME = re.compile(r"[ t]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?( ?[ap]m)?z?$")
SERIAL = re.compile(r"(\d{5})(?:[.,]\d+)?")
FIRST_SERIAL, LAST_SERIAL = 20_000, 60_000  # from 1954 to 2064
BEGIN_OF_SERIALS = date(1899, 12, 30)


class Days(NamedTuple):
    """What a cell can mean."""

    readings: Mapping[str, date]  # by order; both are the same day if the order does not matter
    needs_year: bool = False  # the cell names none; the readings have ``year``
    has_short_year: bool = False  # of two digits
    has_order: bool = False  # whether the order of its parts matters at all
    has_year: bool = True  # whether the cell itself names one; 5/24 is a month and a year, too

    def by(self, order: str) -> date | None:
        return self.readings.get(order)

    @property
    def evidence(self) -> str:
        """The order that this cell alone allows; empty if it allows both or has none."""
        is_one = self.has_order and self.has_year and len(self.readings) == 1
        return next(iter(self.readings)) if is_one else ""


@lru_cache(4096)
def days(text: str, year: int = 0) -> Days | None:
    """What a cell can mean, in ``year`` if it names none; ``None`` if it is no day."""
    typed = TIME.sub("", plain_digits(text))
    if result := SERIAL.fullmatch(typed):
        number = int(result[1])
        is_one = FIRST_SERIAL <= number <= LAST_SERIAL
        return _certain(BEGIN_OF_SERIALS + timedelta(number)) if is_one else None
    if result := YEAR_FIRST.fullmatch(typed) if not ISO.fullmatch(typed) else ISO.fullmatch(typed):
        parts = re.split(r"\D+", result[0])
        return _certain(_day(int(parts[0]), int(parts[1]), int(parts[2])))
    if result := ENGLISH.fullmatch(typed):
        month = MONTHS.index(result[2]) + 1
        short = len(result[3]) == 2
        return _certain(_day(full_year(int(result[3])), month, int(result[1])), short)
    if result := SPELLED.fullmatch(typed):
        return _certain(_day(int(result[3]), int(result[2]), int(result[1])))
    if result := SEPARATED.fullmatch(typed) or TOGETHER.fullmatch(typed):
        return _ordered(int(result[1]), int(result[2]), result[3])
    if result := SHORT.fullmatch(typed):
        ways = _ordered(int(result[1]), int(result[2]), str(year) if year else "")
        return ways._replace(has_year=False) if ways else None
    if result := SPELLED_SHORT.fullmatch(typed):
        day = _day(year or 2000, int(result[2]), int(result[1]))
        both = dict.fromkeys((DAY_FIRST, MONTH_FIRST), day) if day else {}
        return Days(both, not year, has_year=False) if both else None
    return None


def _certain(day: date | None, short: bool = False) -> Days | None:
    return Days(dict.fromkeys((DAY_FIRST, MONTH_FIRST), day), False, short) if day else None


def _ordered(first: int, second: int, year: str) -> Days | None:
    whole = full_year(int(year)) if year else 2000  # a leap year: every day is in it
    ways = {DAY_FIRST: _day(whole, second, first), MONTH_FIRST: _day(whole, first, second)}
    readings = {order: day for order, day in ways.items() if day}
    return Days(readings, not year, len(year) == 2, True) if readings else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
