"""The records behind a figure: the same selection, listed, counted and streamed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, NamedTuple

from sqlite_utils import Database

from schemas import measures
from schemas.likeness import likeness, to_look_for
from schemas.ordering import keys as keys_of

from .selection import Selection, column, condition

PAGE = 50
Row = dict[str, Any]  # the columns of the record type's own table


class Paging(NamedTuple):
    number: int  # of the page, from 1
    records: int  # on all pages

    @property
    def last(self) -> int:
        return max(1, -(-self.records // PAGE))


def count(db: Database, selection: Selection) -> int:
    where, args = condition(selection)
    sql = f"select count(*) as many from [{selection.record_type}] where {where}"
    many: int = next(db.query(sql, args))["many"]
    return many


def page(db: Database, selection: Selection, number: int, sort: str = "") -> list[Row]:
    """Page ``number``, from 1, sorted as ``stream`` is."""
    where, args = condition(selection)
    sql = f"{_all(db, selection, where, sort)} limit ? offset ?"
    return list(db.query(sql, [*args, PAGE, (number - 1) * PAGE]))


def stream(db: Database, selection: Selection, sort: str = "") -> Iterator[Row]:
    """All of them, as they are read: the newest first, or by a column ("-name": downward).

    :raises KeyError: if there is no such column
    """
    where, args = condition(selection)
    return iter(db.query(_all(db, selection, where, sort), args))


def holds(db: Database, selection: Selection, area: str, record_id: str) -> bool:
    """Whether the record is one of the selection's, deleted or not."""
    either = [condition(replace(selection, deleted=deleted)) for deleted in (False, True)]
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


def _all(db: Database, selection: Selection, where: str, sort: str) -> str:
    sort = sort or _usual(selection)
    if sort:
        order = f"{_order(db, selection, sort)}, _area, _id"
    else:
        day = column(selection.record_type, selection.day or "")
        # All in one direction, so that the index of ``snapshot.prepare`` is read backwards.
        order = f"{day} desc, _area desc, _id desc"
    return f"select * from [{selection.record_type}] where {where} order by {order}"


def _usual(selection: Selection) -> str:
    """The column that sorts what has no day: the latest year first, else by name."""
    years = [f"-{name}" for name in measures.years(selection.schema)]
    return "" if selection.day else [*years, selection.schema.title_field][0]


def _order(db: Database, selection: Selection, sort: str) -> str:
    name, keys = column(selection.record_type, sort.removeprefix("-")), keys_of(selection.schema)
    by = f"[{name}]"
    if name in keys:
        db.conn.create_function(f"key_of_{name}", 1, keys[name], deterministic=True)
        by = f"key_of_{name}({by})"
    return by + (" desc" if sort.startswith("-") else "")
