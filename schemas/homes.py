"""Where a centre's record belongs on the record's own day: its centre, and the units above it.

Units are merged and renamed, so a record of 2012 stays in the commune, district and province of
2012, whenever it is printed or exported. What an application knows of its centres it gives in
``context``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import NamedTuple

from . import areas
from .context import Home, current, no_home
from .fields import SchoolYear, Year
from .formatting.label import Label
from .formatting.vietnamese import fold
from .record import AREA, RecordSchema, Values, fields
from .texts.importing import CENTRES

UNIT = "_unit"  # the column with the unit of the centre
CENTRE = "_centre"  # the column that says whose, where there are records of many centres
COLUMNS = {UNIT: Label("Đơn vị", "Unit"), CENTRE: CENTRES[0]}  # of a file: where its rows belong
SCHOOL_YEAR_BEGINS, SCHOOL_YEAR_ENDS = "09-01", "08-31"
ISO = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
LONGEST_NAME = 100  # letters of the name of a file


class Belongs(NamedTuple):
    """What a table says of where a record belongs; empty if it is of no centre."""

    unit: str = ""
    centre: str = ""


def record_day(schema: type[RecordSchema], values: Values) -> str:
    """The day that a record is about: its own, or the last of its year; empty if it has neither."""
    days = record_days(schema, values)
    return days[1] if days else ""


def record_days(schema: type[RecordSchema], values: Values) -> tuple[str, str] | None:
    """The first and the last day that a record is about: one day, or its (school) year."""
    day = values.get(schema.day_field) if schema.day_field else None
    if isinstance(day, str) and ISO.fullmatch(day):
        return day, day
    for name in schema.natural_key or schema.list_fields[:1]:
        field, year = fields(schema).get(name), values.get(name)
        if isinstance(field, Year) and isinstance(year, int) and 1900 <= year <= 9000:
            if isinstance(field, SchoolYear):
                return f"{year}-{SCHOOL_YEAR_BEGINS}", f"{year + 1}-{SCHOOL_YEAR_ENDS}"
            return f"{year}-01-01", f"{year}-12-31"
    return None


def home_of(schema: type[RecordSchema], area: str, values: Values) -> Home | None:
    """The home of a centre's record on the record's day; today's if the record has no day."""
    if schema.lives_in != areas.CENTRE:
        return None
    return current().home(area, record_day(schema, values) or current().today)


def home_finder(schema: type[RecordSchema], names: Sequence[str]) -> Callable[..., Home | None]:
    """The same for each row of a long table: of an area, and the values of ``names``.

    Those are the columns that say what day a record is about; each day is worked out once.
    """
    if schema.lives_in != areas.CENTRE:
        return lambda _area, *_values: None
    home, today = current().home, current().today

    @cache
    def day(*values: object) -> str:
        return record_day(schema, dict(zip(names, values, strict=True))) or today

    return lambda area, *values: home(area, day(*values))


def columns(schema: type[RecordSchema]) -> list[str]:
    """The columns by which a file says where each record belongs; none if nobody knows it."""
    is_known = schema.lives_in == areas.CENTRE and current().home is not no_home
    return list(COLUMNS) if is_known else []


def cells(schema: type[RecordSchema], values: Values) -> dict[str, str]:
    """The cells of those columns, for a record with an area."""
    home = belongs(schema, str(values.get(AREA) or ""), values)
    return {UNIT: home.unit, CENTRE: home.centre}


def without(row: Sequence[str], of_centres: bool) -> Sequence[str]:
    """Headings without those by which our own files say where a record belongs.

    If the centre tells rows apart (``of_centres``), that column stays.
    """
    if tuple(row[:2]) not in zip(*COLUMNS.values(), strict=True):
        return row
    return ["", row[1] if of_centres else "", *row[2:]]


def file_name(*parts: str) -> str:
    """The name of a file, without its end, that says what and whose it is: plain letters only."""
    plain = (re.sub(r"[^0-9a-z]+", "-", fold(part)).strip("-") for part in parts)
    return "-".join(filter(None, plain))[:LONGEST_NAME]


def belongs(schema: type[RecordSchema], area: str, values: Values) -> Belongs:
    home = home_of(schema, area, values)
    return Belongs(home.place, home.centre) if home else Belongs()
