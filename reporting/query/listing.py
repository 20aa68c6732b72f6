"""The records behind a figure: the same selection, listed, counted and streamed."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from sqlite_utils import Database

from schemas import measures
from schemas.importing.duplicates import likeness, to_look_for
from schemas.tables import ordering
from schemas.tables.columns import projection
from sync.stores.listing import HIDDEN, ordered
from sync.stores.tables import year_of

from .basis import is_of_period, rows
from .selection import Part, Selection, column, condition

PAGE = 50
AT_ONCE = 500  # rows that are read together
Row = dict[str, Any]  # the columns of the record type's own table


class Paging(NamedTuple):
    number: int  # of the page, from 1
    records: int  # on all pages

    @property
    def last(self) -> int:
        return max(1, -(-self.records // PAGE))


def count(db: Database, selection: Selection) -> int:
    source, where, args = rows(db, selection)
    sql = f"select count(*) as many from {source} where {where}"
    many: int = next(db.query(sql, args))["many"]
    return many


def page(db: Database, selection: Selection, number: int, sort: str = "") -> list[Row]:
    """Page ``number``, from 1, sorted as ``stream`` is."""
    sql, args = query(db, selection, sort)
    return list(db.query(f"{sql} limit ? offset ?", [*args, PAGE, (number - 1) * PAGE]))


def stream(db: Database, selection: Selection, sort: str = "") -> Iterator[Row]:
    """All of them, as they are read: the newest first, or by a column ("-name": downward).

    :raises KeyError: if there is no such column
    """
    return iter(db.query(*query(db, selection, sort)))


def cells(
    db: Database, selection: Selection, sort: str, names: Sequence[str]
) -> Iterator[tuple[Any, ...]]:
    """The same as ``stream``, of each record the columns in ``names`` alone.

    :raises KeyError: if there is no such column
    """
    known = {name: f'"{name}"' for name in _columns(selection)}
    sql, args = query(db, selection, sort, ", ".join(known[name] for name in names))
    found = db.conn.execute(sql, args)
    while some := found.fetchmany(AT_ONCE):
        yield from some


def holds(db: Database, selection: Selection, area: str, record_id: str) -> bool:
    """Whether the record is one that may be asked for, deleted or not, of whatever time."""
    whenever = replace(selection, period=None, figure="", planned=None)
    either = [condition(replace(whenever, deleted=deleted)) for deleted in (False, True)]
    where = " or ".join(f"({sql})" for sql, _ in either)
    args = [arg for _, args in either for arg in args]
    sql = f"select 1 from [{selection.record_type}] where _area = ? and _id = ? and ({where})"
    return next(db.query(sql, [area, record_id, *args]), None) is not None


def twins(db: Database, selection: Selection, values: Row, record_id: str) -> list[Row]:
    """Those of the selection that look like this record entered twice."""
    schema, mine = selection.schema, likeness(selection.schema, values)
    if mine is None:
        return []
    text, same = to_look_for(schema, values)
    equal = {name: str(value or "") for name, value in same.items()}
    found = page(db, replace(selection, text=text, equal={**equal, **selection.equal}), 1)
    return [row for row in found if row["_id"] != record_id and likeness(schema, row) == mine]


def query(db: Database, selection: Selection, sort: str, chosen: str = "") -> Part:
    """What is asked of the database, and the parameters of its condition.

    ``chosen``: the SQL of what is selected, whose parameters come first; else all columns.
    """
    source, where, args = rows(db, selection)
    sort = sort or _usual(selection)
    if sort:
        name = column(selection.record_type, sort.removeprefix("-"))  # not by what is hidden
        through = ordering.through(selection.schema)
        order = ordered(db, selection.record_type, [sort], through)
        if is_of_period(selection):
            where, args = _by_year(selection, name)
    else:
        day = column(selection.record_type, selection.day or "")
        # All in one direction, so that the index of ``snapshot.prepare`` is read backwards.
        order = f"{day} desc, _area desc, _id desc"
    chosen = chosen or ", ".join(f'"{name}"' for name in _columns(selection))
    return f"select {chosen} from {source} where {where} order by {order}", args


def _columns(selection: Selection) -> list[str]:
    return [*HIDDEN, *projection(selection.schema).columns]


def _by_year(selection: Selection, name: str) -> Part:
    """The condition as the indexes of sorted lists have it, which are divided by years."""
    period = selection.period
    if not (period and selection.day):
        return condition(selection)
    year = year_of(column(selection.record_type, selection.day))
    first, last = period.start.year, period.end.year
    is_read_in_order = period.kind == "year" and f"by_{name}" in _indexes(selection)
    # With the days, an index of days could look better, and all would be sorted that it finds.
    where, args = condition(replace(selection, period=None) if is_read_in_order else selection)
    if first == last:
        return f"{year} = ? and {where}", [str(first), *args]
    return f"{year} in (?, ?) and {where}", [str(first), str(last), *args]


def _indexes(selection: Selection) -> Collection[str]:
    return projection(selection.schema).indexes


def _usual(selection: Selection) -> str:
    """The column that sorts what has no day: the latest year first, else by name."""
    years = [f"-{name}" for name in measures.years(selection.schema)]
    return "" if selection.day else [*years, selection.schema.title_field][0]
