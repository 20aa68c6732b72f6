"""The records behind a figure: the same selection, listed, counted and streamed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, NamedTuple

from sqlite_utils import Database

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


def page(db: Database, selection: Selection, number: int) -> list[Row]:
    """Page ``number``, from 1, the newest records first."""
    where, args = condition(selection)
    sql = f"{_all(selection, where)} limit ? offset ?"
    return list(db.query(sql, [*args, PAGE, (number - 1) * PAGE]))


def stream(db: Database, selection: Selection) -> Iterator[Row]:
    """All of them, as they are read."""
    where, args = condition(selection)
    return iter(db.query(_all(selection, where), args))


def holds(db: Database, selection: Selection, area: str, record_id: str) -> bool:
    """Whether the record is one of the selection's, deleted or not."""
    either = [condition(replace(selection, deleted=deleted)) for deleted in (False, True)]
    where = " or ".join(f"({sql})" for sql, _ in either)
    args = [arg for _, args in either for arg in args]
    sql = f"select 1 from [{selection.record_type}] where _area = ? and _id = ? and ({where})"
    return next(db.query(sql, [area, record_id, *args]), None) is not None


def _all(selection: Selection, where: str) -> str:
    day = column(selection.record_type, selection.day) if selection.day else "_area"
    # All in one direction, so that the index of ``snapshot.prepare`` is read backwards.
    order = f"{day} desc, _area desc, _id desc"
    return f"select * from [{selection.record_type}] where {where} order by {order}"
