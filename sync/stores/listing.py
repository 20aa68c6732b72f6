"""Lists of records, from the tables of their types: filtered, sorted, a page at a time.

Names of columns are checked against the table's own; values are parameters.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlite_utils import Database

from .faults import translated

Keys = Mapping[str, Callable[[object], bytes | None]]

HIDDEN = ("_area", "_id", "_deleted")


@dataclass(frozen=True)
class Listing:
    """Which records, in which order. ``text`` is folded already, as ``search_text`` is."""

    areas: Collection[str] | None = None  # None: of all areas
    equal: Mapping[str, object] = field(default_factory=dict)
    between: Mapping[str, tuple[object, object]] = field(default_factory=dict)  # None: open end
    text: str = ""  # every word of it must occur
    order: tuple[str, ...] = ()  # names of columns; "-name": downward
    keys: Keys = field(default_factory=dict)  # what sorts them
    deleted: bool = False
    limit: int = 50
    offset: int = 0


def find(
    db: Database, columns: Collection[str], record_type: str, listing: Listing
) -> list[dict[str, Any]]:
    """One page of rows, with the hidden columns ``_area``, ``_id`` and ``_deleted`` first.

    :raises KeyError: if the type has no such column
    """
    known = _columns(db, record_type)
    chosen = [*HIDDEN, *(_checked(name, known) for name in columns if name not in HIDDEN)]
    where, args = _where(listing, known)
    names = ", ".join(f"[{name}]" for name in chosen)
    sorts = [_order(db, name, known, listing.keys) for name in listing.order]
    order = ", ".join([*sorts, "_area", "_id"])
    sql = f"select {names} from [{record_type}] where {where} order by {order} limit ? offset ?"
    with translated():
        found = db.conn.execute(sql, [*args, listing.limit, listing.offset]).fetchall()
    return [dict(zip(chosen, row, strict=True)) for row in found]


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


def _order(db: Database, name: str, known: Collection[str], keys: Keys) -> str:
    column = _checked(name.removeprefix("-"), known)
    by = f"[{column}]"
    if column in keys:
        db.conn.create_function(f"key_of_{column}", 1, keys[column], deterministic=True)
        by = f"key_of_{column}({by})"
    return by + (" desc" if name.startswith("-") else "")


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
