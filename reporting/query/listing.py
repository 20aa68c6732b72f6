"""The records of a selection: listed a page at a time, counted and streamed.

A list is sorted by columns. One that has a key beside it sorts by that; one that holds another
record's id, by what that record is called.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from schemas import measures
from schemas.importing.duplicates import likeness, to_look_for
from schemas.readable import UNREADABLE
from schemas.record import get
from schemas.tables import ordering
from schemas.tables.columns import KEY, projection
from sync import rows as stored
from sync.changes import Key
from sync.rows import HIDDEN
from sync.stores import dialect as dialects
from sync.stores.dialect import Dialect, Part
from sync.stores.tables import year_of

from .. import database
from ..database import Database
from .basis import is_of_period, rows
from .selection import Selection, column, condition, quoted

PAGE = 50
Row = dict[str, Any]  # the columns of the record type's own table
Order = Sequence[str]  # names of columns; "-name": downward
Values = Mapping[str, object]


class Window(NamedTuple):
    """Which of the records: so many, after the first ``offset``."""

    limit: int = PAGE
    offset: int = 0


FIRST_PAGE = Window()


class Paging(NamedTuple):
    number: int  # of the page, from 1
    records: int  # on all pages

    @property
    def last(self) -> int:
        return max(1, -(-self.records // PAGE))


def count(db: Database, selection: Selection) -> int:
    """How many records all pages have together."""
    source, where, args = rows(db, selection)
    (many,) = database.one(db, f"select count(*) from {source} where {where}", args)
    return int(many)


def find(
    db: Database,
    selection: Selection,
    columns: Collection[str] | None = None,
    order: Order = (),
    window: Window = FIRST_PAGE,
) -> list[Row]:
    """The rows of the window, with those columns or all.

    Each has ``_area``, ``_id``, ``_deleted`` and ``_unreadable``, too.

    :raises KeyError: if the type has no such column
    """
    names = _columns(selection, columns)
    sql, args = query(db, selection, order, ", ".join(f'"{name}"' for name in names))
    page = database.rows(db, f"{sql} limit ? offset ?", [*args, *window])
    return [dict(zip(names, row, strict=True)) for row in page]


def page(db: Database, selection: Selection, number: int, sort: str = "") -> list[Row]:
    """Page ``number``, from 1, sorted as ``stream`` is."""
    return find(db, selection, None, order_of(selection, sort), Window(PAGE, (number - 1) * PAGE))


def stream(db: Database, selection: Selection, sort: str = "") -> Iterator[Row]:
    """All of them, as they are read: the newest first, or by a column ("-name": downward).

    :raises KeyError: if there is no such column
    """
    names = _columns(selection)
    return (dict(zip(names, row, strict=True)) for row in cells(db, selection, sort, names))


def cells(
    db: Database, selection: Selection, sort: str, names: Collection[str]
) -> Iterator[tuple[Any, ...]]:
    """The same as ``stream``, of each record the columns in ``names`` alone.

    :raises KeyError: if there is no such column
    """
    known = {name: f'"{name}"' for name in _columns(selection)}
    chosen = ", ".join(known[name] for name in names)
    sql, args = query(db, selection, order_of(selection, sort), chosen)
    return (row for batch in database.batches(db, sql, args) for row in batch)


def distinct(db: Database, selection: Selection, name: str) -> list[Any]:
    """The different values of a column, the smallest first.

    :raises KeyError: if the type has no such column
    """
    source, where, args = rows(db, selection)
    value = quoted(selection.record_type, name)
    sql = f"select distinct {value} from {source} where {where} and {value} is not null order by 1"
    return [value for (value,) in database.rows(db, sql, args)]


def records(db: Database, selection: Selection, sort: str = "") -> Iterator[tuple[Key, Values]]:
    """The values of the records themselves, in the order of ``stream``; of a wrong kind, none."""
    read, kind = projection(selection.schema).read, selection.record_type
    sql, args = query(db, selection, order_of(selection, sort), "_area, _id")
    for batch in database.batches(db, sql, args):
        keys = [Key(area, kind, record_id) for area, record_id in batch]
        known = _values(db, keys)
        yield from ((key, read(known[key])) for key in keys if key in known)


def holds(db: Database, selection: Selection, area: str, record_id: str) -> bool:
    """Whether the record is one that may be asked for, deleted or not, of whatever time."""
    whenever, to = replace(selection, period=None, figure="", planned=None), dialects.of(db)
    either = [condition(replace(whenever, deleted=deleted), to) for deleted in (False, True)]
    where = " or ".join(f"({sql})" for sql, _ in either)
    args = [arg for _, args in either for arg in args]
    sql = f'select 1 from "{selection.record_type}" where _area = ? and _id = ? and ({where})'
    return bool(database.rows(db, sql, [area, record_id, *args]))


def twins(db: Database, selection: Selection, values: Values, record_id: str) -> list[Row]:
    """Those of the selection that look like this record entered twice."""
    schema, own = selection.schema, likeness(selection.schema, values)
    if own is None:
        return []
    text, same = to_look_for(schema, values)
    similar = page(db, replace(selection, text=text, equal={**same, **selection.equal}), 1)
    return [row for row in similar if row["_id"] != record_id and likeness(schema, row) == own]


def order_of(selection: Selection, sort: str = "") -> Order:
    """By that column; without one, the latest first, or by name where there is no time.

    :raises KeyError: if the type has no such column
    """
    if sort:
        column(selection.record_type, sort.removeprefix("-"))  # not by what is hidden
        return [sort]
    times = [selection.day] if selection.day else list(measures.years(selection.schema))
    return [*(f"-{name}" for name in times), selection.schema.title_field][:1]


def query(db: Database, selection: Selection, order: Order, chosen: str) -> Part:
    """What is asked of the database, and the parameters of its condition.

    ``chosen``: the SQL of what is selected, whose parameters come first.
    """
    source, where, args = rows(db, selection)
    names = [name.removeprefix("-") for name in order]
    if names and names != [selection.day] and is_of_period(selection):
        where, args = _by_year(selection, dialects.of(db), names[0])
    by = _ordered(dialects.of(db), selection.record_type, order)
    return f"select {chosen} from {source} where {where} order by {by}", args


def _columns(selection: Selection, wanted: Collection[str] | None = None) -> list[str]:
    """:raises KeyError: if the type has no such column"""
    known = projection(selection.schema).columns
    names = known if wanted is None else [*wanted, UNREADABLE]
    unhidden = [column(selection.record_type, name) for name in names if name not in HIDDEN]
    return list(dict.fromkeys([*HIDDEN, *unhidden]))


def _by_year(selection: Selection, to: Dialect, name: str) -> Part:
    """The condition as the indexes of sorted lists have it, which are divided by years."""
    period = selection.period
    if not (period and selection.day):
        return condition(selection, to)
    year = year_of(column(selection.record_type, selection.day))
    first, last = period.start.year, period.end.year
    indexes = projection(selection.schema).indexes
    is_read_in_order = period.kind == "year" and f"by_{name}" in indexes
    # With the days, an index of days could look better, and all would be sorted that it finds.
    where, args = condition(replace(selection, period=None) if is_read_in_order else selection, to)
    if first == last:
        return f"{year} = ? and {where}", [str(first), *args]
    return f"{year} in (?, ?) and {where}", [str(first), str(last), *args]


def _ordered(to: Dialect, record_type: str, order: Order) -> str:
    """What comes after ``order by``; where two are alike, in the direction of the last column.

    So an index that holds all of it is read from either end.
    """
    columns = [(name.removeprefix("-"), name.startswith("-")) for name in order]
    parts = [
        to.directed(part, down) for name, down in columns for part in _sorted_by(record_type, name)
    ]
    down = bool(columns) and columns[-1][1]
    return ", ".join([*parts, *(to.directed(name, down) for name in ('"_area"', '"_id"'))])


def _sorted_by(record_type: str, name: str) -> list[str]:
    """:raises KeyError: if the type has no such column"""
    other, names = ordering.through(get(record_type)).get(name, (record_type, (name,)))
    keys = [_key(other, one) for one in names]
    if other == record_type and names == (name,):
        return keys
    named = f'from "{other}" as other where other._id = "{record_type}".{quoted(record_type, name)}'
    return [f"(select {k} {named} and {k} is not null order by 1 limit 1)" for k in keys]


def _key(record_type: str, name: str) -> str:
    """The column by which that one sorts."""
    known, by = projection(get(record_type)).keys, column(record_type, name)
    return f'"{KEY}{by}"' if by in known else f'"{by}"'


def _values(db: Database, keys: Collection[Key]) -> dict[Key, Values]:
    to = dialects.of(db)
    names = ("area", "record_type", "record_id")
    same = " and ".join(f"t.{name} = k.{name}" for name in names)
    asked = f"{to.table(dict.fromkeys(names, str))} as k cross join records as t where {same}"
    sql = f"select t.area, t.record_type, t.record_id, t.cells from {asked}"
    answer = database.rows(db, sql, [dialects.rows(keys)])
    return {Key(*row[:3]): stored.values_of(row[3]) for row in answer}
