"""Lists of records, from the tables of their types: filtered, sorted, a page at a time.

Names of columns are checked against the table's own; values are parameters. A column that has a
key beside it sorts by that; one that holds another record's id, by what that record is called.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlite_utils import Database

from .. import rows
from ..changes import UNREADABLE, Key
from ..merge import Read
from ..rows import KEY
from .sqlite import KEYED
from .sqlite_errors import translated

Values = Mapping[str, object]
Through = Mapping[str, tuple[str, tuple[str, ...]]]  # another table, and its columns

AT_ONCE = 500  # records that are read together
HIDDEN = ("_area", "_id", "_deleted")


@dataclass(frozen=True)
class Listing:
    """Which records, in which order. ``text`` is folded already, as ``search_text`` is."""

    areas: Collection[str] | None = None  # None: of all areas
    equal: Mapping[str, object] = field(default_factory=dict)
    between: Mapping[str, tuple[object, object]] = field(default_factory=dict)  # None: open end
    text: str = ""  # every word of it must occur
    order: tuple[str, ...] = ()  # names of columns; "-name": downward
    through: Through = field(default_factory=dict)  # columns that sort by another record's
    deleted: bool = False
    limit: int = 50
    offset: int = 0


def find(
    db: Database, columns: Collection[str], record_type: str, listing: Listing
) -> list[dict[str, Any]]:
    """One page of rows, with the hidden columns first: ``_area``, ``_id``, ``_deleted`` and, if
    the type has it, ``_unreadable``.

    :raises KeyError: if the type has no such column
    """
    known = _columns(db, record_type)
    hidden = [name for name in (*HIDDEN, UNREADABLE) if name in known]
    chosen = [*hidden, *(_checked(name, known) for name in columns if name not in hidden)]
    where, args = _where(listing, known)
    names = ", ".join(f"[{name}]" for name in chosen)
    order = ordered(db, record_type, listing.order, listing.through)
    sql = f"select {names} from [{record_type}] where {where} order by {order} limit ? offset ?"
    with translated():
        found = db.conn.execute(sql, [*args, listing.limit, listing.offset]).fetchall()
    return [dict(zip(chosen, row, strict=True)) for row in found]


def values(
    db: Database, record_type: str, listing: Listing, read: Read
) -> Iterator[tuple[Key, Values]]:
    """All that the listing finds, whatever its limit, as ``read`` reads what the records have."""
    where, args = _where(listing, _columns(db, record_type))
    order = ordered(db, record_type, listing.order, listing.through)
    sql = f'select _area, _id from "{record_type}" where {where} order by {order}'
    with translated():
        found = db.conn.execute(sql, args)
        while some := found.fetchmany(AT_ONCE):
            keys = [Key(area, record_type, record_id) for area, record_id in some]
            stands = _stands(db, keys)
            yield from ((key, read(stands[key])) for key in keys if key in stands)


def _stands(db: Database, keys: Collection[Key]) -> dict[Key, Values]:
    sql = f"select t.area, t.record_type, t.record_id, t.cells {KEYED.format(table='records')}"
    found = db.conn.execute(sql, [json.dumps(keys)])
    return {Key(*row[:3]): rows.values_of(row[3]) for row in found}


def count(db: Database, record_type: str, listing: Listing) -> int:
    """How many rows all pages of ``find`` have together."""
    where, args = _where(listing, _columns(db, record_type))
    with translated():
        found = db.conn.execute(f"select count(*) from [{record_type}] where {where}", args)
        return int(found.fetchone()[0])


def _where(listing: Listing, known: Collection[str]) -> tuple[str, list[object]]:
    conditions: list[tuple[str, object]] = [("_deleted = ?", int(listing.deleted))]
    if listing.areas is not None:
        areas = json.dumps(sorted(listing.areas))
        conditions.append(("_area in (select value from json_each(?))", areas))
    for name, value in listing.equal.items():
        conditions.append((f"[{_checked(name, known)}] is ?", value))
    for name, ends in listing.between.items():
        column = _checked(name, known)
        bounds = zip((">=", "<="), ends, strict=True)
        conditions += [(f"[{column}] {sign} ?", end) for sign, end in bounds if end is not None]
    for word in listing.text.split():
        conditions.append((f"instr([{_checked('search_text', known)}], ?) > 0", word))
    return " and ".join(term for term, _ in conditions), [value for _, value in conditions]


def ordered(db: Database, record_type: str, order: Collection[str], through: Through) -> str:
    """What stands behind ``order by``; where two are alike, in the direction of the last column.

    So an index that holds all of it is read from either end.

    :raises KeyError: if the type has no such column
    """
    known = _columns(db, record_type)
    parts = [part for name in order for part in _order(db, record_type, name, known, through)]
    down = any(name.startswith("-") for name in list(order)[-1:])
    return ", ".join([*parts, *_directed(["_area", "_id"], down)])


def _order(
    db: Database, table: str, name: str, known: Collection[str], through: Through
) -> list[str]:
    column = _checked(name.removeprefix("-"), known)
    if column in through:
        parts = _of_the_other(db, table, column, *through[column])
    else:
        parts = [f'"{_sorting(column, known)}"']
    return _directed(parts, name.startswith("-"))


def _of_the_other(
    db: Database, table: str, column: str, other: str, its: Iterable[str]
) -> list[str]:
    there = _columns(db, other)
    whose = f'from "{other}" as other where other._id = "{table}"."{column}"'
    return [f'(select min(other."{_sorting(_checked(n, there), there)}") {whose})' for n in its]


def _sorting(column: str, known: Collection[str]) -> str:
    return KEY + column if KEY + column in known else column


def _directed(parts: Iterable[str], down: bool) -> list[str]:
    return [f"{part} desc" if down else part for part in parts]


def _columns(db: Database, record_type: str) -> set[str]:
    """:raises KeyError: if there is no such table"""
    with translated():
        found = db.conn.execute("select name from pragma_table_info(?)", [record_type]).fetchall()
    if ("_area",) not in found:
        raise KeyError(record_type)
    return {name for (name,) in found}


def _checked(name: str, known: Collection[str]) -> str:
    if name not in known:
        raise KeyError(name)
    return name
