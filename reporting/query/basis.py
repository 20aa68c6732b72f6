"""Which rows a figure rests on: all of a period, or the state at its end.

Attendances are of all records of a period. Members are what the last count of each series says,
no older than 18 months, of keepers that are in force that day. A role counts in each period that
its days meet. The declarations say which, see ``schemas.fields.adding``; the totals and the
lists behind them both ask this module, so that a list and its figure are of the same records.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from itertools import chain
from typing import NamedTuple

from schemas import measures, record
from schemas.areas import CENTRE
from schemas.fields import Day, Year
from schemas.fields.adding import CLOSING, FLOW, IN_FORCE, LEVEL, OPENING, PROFILE, STANDING, STOCK
from schemas.record import AREA, RecordSchema, fields
from schemas.tables.columns import KEY, projection
from sync.rows import HIDDEN
from sync.stores import dialect as dialects
from sync.stores.dialect import Dialect, Part

from ..database import Database
from .profiles import as_of
from .selection import (
    ALL_RECORDS,
    Selection,
    as_text,
    in_period,
    joined,
    kept,
    narrowing,
    quoted,
)

BOOKED = "booked"  # as the entries of a book say, where there are any
WHOLES = "wholes"  # what flows, of the whole where that is counted, else of its parts
FRESH_MONTHS = 18  # an older count is none
LAST = "_last"  # the column that is 1 in the last row of a series


class Rows(NamedTuple):
    """The rows that count: a table or query to select from, and a condition on it."""

    source: str
    where: str
    args: list[object]


def basis(schema: type[RecordSchema], figure: str) -> str:
    """On what that figure rests: a way of ``adding``, or ``STANDING``."""
    if figure == ALL_RECORDS:
        return measures.records_way(schema)
    way = measures.rests(schema, figure)
    if way == FLOW and schema.entries_in and figure in schema.entries_in.figures:
        return BOOKED
    if way == FLOW and schema.counted_whole:
        return WHOLES
    return way if way in (STOCK, STANDING, LEVEL, PROFILE, OPENING, CLOSING) else FLOW


def listed(schema: type[RecordSchema]) -> str:
    """On what its list rests that is not asked for a figure: of counts, all are listed."""
    way = measures.records_way(schema)
    return way if way in (IN_FORCE, PROFILE) else FLOW


def rows(db: Database, selection: Selection) -> Rows:
    """The rows that the selection's figure rests on, or its list if it names none.

    :raises KeyError: if the selection asks for a column that the type does not have
    """
    figure, way = selection.figure, _asked_for(selection)
    if way in (STOCK, LEVEL, OPENING, CLOSING):
        absent = "" if figure == ALL_RECORDS else f"{quoted(selection.record_type, figure)} is null"
        to = dialects.of(db)
        source, args = series(selection, to, way, {LAST: absent})
        where, more = joined([(f"{LAST} = 1", []), *narrowing(selection, to, of_time=False)])
        return Rows(source, where, [*args, *more])
    return simple(db, selection, way)


def _asked_for(selection: Selection) -> str:
    """On what the list rests; what was deleted has no state."""
    if selection.deleted:
        return FLOW
    figure, schema = selection.figure, selection.schema
    return basis(schema, figure) if figure else listed(schema)


def is_of_period(selection: Selection) -> bool:
    """Whether its list is of all records that are dated in its period."""
    return _asked_for(selection) == FLOW


def simple(db: Database, selection: Selection, way: str) -> Rows:
    """The rows of a way that needs no comparing of rows."""
    to = dialects.of(db)
    if way == PROFILE:
        source, args = as_of(db, selection)
        where, more = joined([*kept(selection, to), *narrowing(selection, to)])
        return Rows(source, where, [*args, *more])
    if way in (IN_FORCE, STANDING):
        return _plain(selection, to, _in_force(selection, way))
    if way == BOOKED:
        statements = _plain(selection, to, in_period(selection))
        return statements._replace(source=booked(selection.schema))
    if way == WHOLES:
        return _plain(selection, to, chain(in_period(selection), _no_parts(selection)))
    return _plain(selection, to, in_period(selection))


def series(selection: Selection, to: Dialect, way: str, windows: Mapping[str, str]) -> Part:
    """The rows that may count; each column of ``windows`` is 1 in the one row of a series.

    Rows of which the condition holds (the figure is absent) count only if there is no other.
    """
    schema, name = selection.schema, selection.record_type
    own = schema.series if schema.series is not None else (AREA,)
    parts = ", ".join(quoted(name, one) if one != AREA else _AREA for one in own)
    order = _order(schema, to, way)
    numbered = "".join(
        f', row_number() over (partition by {parts} order by {_last(absent)}{order}) as "{window}"'
        for window, absent in windows.items()
    )
    where, args = joined([*kept(selection, to), *_may_count(selection, to, way)])
    return f'(select *{numbered} from "{name}" where {where}) as "{name}"', args


_AREA = '"_area"'


def _last(absent: str) -> str:
    return f"case when {absent} then 1 else 0 end, " if absent else ""


def _order(schema: type[RecordSchema], to: Dialect, way: str) -> str:
    """What comes first is what counts: never what arrived first."""
    names = [measures.placed_by(schema), began(schema)]
    both = names[::-1] if way == OPENING else names
    columns = [f'"{name}"' for name in (*both, "_area", "_id") if name]
    return ", ".join(to.directed(name, down=way != OPENING) for name in columns)


def began(schema: type[RecordSchema]) -> str:
    """The first day of what a record tells of, if its own day is the last; else empty."""
    field = fields(schema).get(schema.day_field or "")
    return (field.after or "") if isinstance(field, Day) else ""


def _may_count(selection: Selection, to: Dialect, way: str) -> Iterator[Part]:
    if way in (OPENING, CLOSING):
        yield from in_period(selection)
    else:
        yield from _by_the_end(selection)
        yield from _of_keepers(selection, selection.as_of)
    yield from narrowing(selection, to, of_time=True)


def _by_the_end(selection: Selection) -> Iterator[Part]:
    """Dated on or before the day asked for, and not long before."""
    name, day = measures.placed_by(selection.schema), selection.as_of
    if not name or day is None:
        return
    place = quoted(selection.record_type, name)
    if selection.day:
        yield f"{place} between ? and ?", [months_before(day).isoformat(), day.isoformat()]
    else:
        last = (
            day.year if (day.month, day.day) == (12, 31) or not selection.period else day.year - 1
        )
        first = months_before(day)
        yield f"{place} between ? and ?", [min(first.year, last), last]


def months_before(day: date, months: int = FRESH_MONTHS) -> date:
    """The day so many months earlier, or the last of that month if it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _in_force(selection: Selection, way: str) -> Iterator[Part]:
    """Things whose days meet the period, or hold its last day."""
    first, last = selection.period[2:4] if selection.period else (None, None)
    if way == STANDING:
        first = last = selection.as_of
    span = selection.schema.in_force
    if span is None or last is None or first is None:
        return
    if span.start:
        sql, value = _bound(selection, span.start, last)
        yield f"({sql} is null or {sql} <= ?)", [value]
    if span.end:
        sql, value = _bound(selection, span.end, first)
        yield f"({sql} is null or {sql} >= ?)", [value]
    yield from _of_keepers(selection, first)


def booked(schema: type[RecordSchema]) -> str:
    """The statements, with what the entries of their time come to where there are any."""
    kind, book = schema.record_type, schema.entries_in
    if book is None:
        return f'"{kind}"'
    first, last = quoted(kind, began(schema)), quoted(kind, schema.day_field or "")
    day = quoted(book.record_type, record.get(book.record_type).day_field or "")
    during = f"entry.{day} between its.{first} and its.{last}"
    whose = (
        f'from "{book.record_type}" as entry where entry._deleted = 0 and entry._area = its._area '
        f'and entry."{book.by}" = its."{book.by}" and {during}'
    )
    columns = [*HIDDEN, *projection(schema).columns, *(KEY + n for n in projection(schema).keys)]
    chosen = ", ".join(
        f'case when exists (select 1 {whose}) then (select coalesce(sum(entry."{one}"), 0) {whose})'
        f' else its."{one}" end as "{one}"'
        if one in book.figures
        else f'its."{one}" as "{one}"'
        for one in columns
    )
    return f'(select {chosen} from "{kind}" as its) as "{kind}"'


def _no_parts(selection: Selection) -> Iterator[Part]:
    """No record of a part of what another one counts as a whole."""
    schema, kind, whole = selection.schema, selection.record_type, selection.schema.counted_whole
    if whole is None:
        return
    same = [*(schema.series or (AREA,)), *whole.within]
    key = ", ".join(_AREA if name == AREA else as_text(kind, name) for name in same)
    part = quoted(kind, whole.name)
    wholes = f'select {key} from "{kind}" where _deleted = 0 and {part} = ?'
    yield f"({part} = ? or ({key}) not in ({wholes}))", [whole.code, whole.code]


def _bound(selection: Selection, name: str, day: date) -> tuple[str, object]:
    is_year = isinstance(fields(selection.schema)[name], Year)
    return quoted(selection.record_type, name), day.year if is_year else day.isoformat()


def _of_keepers(selection: Selection, day: date | None) -> Iterator[Part]:
    """Of keepers that had not closed by that day.

    When they were founded is not asked: what was counted on a day shows that they were there,
    whenever the province entered them.
    """
    if day is None or selection.schema.lives_in != CENTRE:
        return
    closed = "select area from centre where closed <> '' and closed <= ?"
    yield f"_area not in ({closed})", [day.isoformat()]


def reported(db: Database, selection: Selection) -> Rows:
    """Records that show that their keepers reported, whatever else the selection asks."""
    asked = replace(selection, equal={}, text="", deleted=False, figure="")
    way, to = measures.records_way(selection.schema), dialects.of(db)
    if way == STOCK:
        either = [joined(_may_count(asked, to, STOCK)), joined(in_period(asked))]
        sql = " or ".join(f"({one})" for one, _ in either if one) or "1 = 1"
        return _plain(asked, to, iter([(f"({sql})", [arg for _, args in either for arg in args])]))
    if way == IN_FORCE:
        return _plain(asked, to, _begun(asked))
    return simple(db, asked, way)


def _begun(selection: Selection) -> Iterator[Part]:
    """Who keeps such things says by keeping none in force that there are none."""
    span = selection.schema.in_force
    if span and span.start and selection.period:
        sql, value = _bound(selection, span.start, selection.period.end)
        yield f"({sql} is null or {sql} <= ?)", [value]
    if selection.period:
        yield from _of_keepers(selection, selection.period.start)


def _plain(selection: Selection, to: Dialect, parts: Iterator[Part]) -> Rows:
    where, args = joined([*kept(selection, to), *parts, *narrowing(selection, to)])
    return Rows(f'"{selection.record_type}"', where, args)
