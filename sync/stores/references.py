"""Which records name another that is not there, and how many name a given one.

A reference is a column that holds the id, or another column's value, of a record of some type.
Nothing in the engine requires that it exists: the two may arrive in any order.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from sqlite_utils import Database

from . import dialect
from .dialect import Dialect, Part
from .sqlite_errors import translated


class Link(NamedTuple):
    """The records of one type name those of another in a column."""

    record_type: str
    column: str
    target: str
    by: str = "_id"  # the column of the target that is named
    areas: tuple[str, ...] = ()  # of the target; empty: the record's own area


class Dangling(NamedTuple):
    """A living record that names one which is not there, or was deleted."""

    link: Link
    area: str
    record_id: str
    value: str


def dangling(db: Database, link: Link, areas: Collection[str], limit: int) -> list[Dangling]:
    """The first so many of those areas, in the order of their ids."""
    to = dialect.of(db)
    among, own = to.among("its._area", areas)
    there, args = _there(link, to)
    sql = f"""
        select its._area, its._id, its."{link.column}" from "{link.record_type}" as its
        where its._deleted = 0 and its."{link.column}" <> ''
        and {among}
        and not exists (
            select 1 from "{link.target}" as other where other."{link.by}" = its."{link.column}"
            and other._deleted = 0 and {there})
        order by its._area, its._id limit ?
    """
    with translated():
        rows = db.conn.execute(to.placed(sql), [*own, *args, limit]).fetchall()
    return [Dangling(link, *row) for row in rows]


def referring(db: Database, link: Link, area: str, value: str) -> int:
    """How many living records name that one, which is in ``area``."""
    near = "" if link.areas else "and _area = ?"
    sql = f"""
        select count(*) from "{link.record_type}"
        where _deleted = 0 and "{link.column}" = ? {near}
    """
    args = [value] if link.areas else [value, area]
    with translated():
        row = db.conn.execute(dialect.of(db).placed(sql), args).fetchone()
    return int(row[0])


def _there(link: Link, to: Dialect) -> Part:
    if not link.areas:
        return "other._area = its._area", []
    return to.among("other._area", link.areas)
