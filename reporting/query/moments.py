"""For which stretches of time there is anything to report of a record type."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from schemas import measures
from schemas.fields.adding import IN_FORCE, PROFILE
from schemas.record import get
from sync.stores import dialect

from .. import database
from ..database import Database
from .selection import Selection, joined, kept, quoted
from .totals import months

PROFILE_YEARS = 5  # back from today, that are offered of what is written over


def moments(db: Database, record_type: str, areas: Collection[str], today: date) -> list[date]:
    """A day in each month, or year, that may be asked for."""
    schema = get(record_type)
    way = measures.records_way(schema)
    if way == PROFILE:
        return _months(today.year - PROFILE_YEARS, today.year)
    if way == IN_FORCE:
        first = _first(db, Selection(record_type, frozenset(areas)))
        return _months(first.year, today.year) if first else []
    if schema.day_field:
        return [month.start for month in months(db, record_type, areas)]
    return _years(db, Selection(record_type, frozenset(areas)))


def _months(first: int, last: int) -> list[date]:
    return [date(year, month, 1) for year in range(first, last + 1) for month in range(1, 13)]


def _first(db: Database, selection: Selection) -> date | None:
    """When the first of these things began, as far as that is known."""
    span = selection.schema.in_force
    if span is None or not span.start:
        return None
    where, args = joined(kept(selection, dialect.of(db)))
    sql = f"select min({quoted(selection.record_type, span.start)}) from {_table(selection)}"
    (first,) = database.one(db, f"{sql} where {where}", args)
    return date(int(str(first)[:4]), 1, 1) if first else None


def _years(db: Database, selection: Selection) -> list[date]:
    name = measures.placed_by(selection.schema)
    if not name:
        return []
    where, args = joined(kept(selection, dialect.of(db)))
    of = quoted(selection.record_type, name)
    sql = f"select distinct {of} from {_table(selection)} where {where}"
    years = database.rows(db, f"{sql} and {of} between 1990 and 2099 order by 1", args)
    return [date(year, 12, 31) for (year,) in years]


def _table(selection: Selection) -> str:
    return f'"{selection.record_type}"'
