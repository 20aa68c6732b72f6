"""Which records hold cells that are not of the kind of their fields.

The table of a record type names such cells in a column, and has an index of those few rows.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from typing import NamedTuple

from sqlite_utils import Database

from ...changes import UNREADABLE, Key
from ..sqlite_errors import translated
from ..tables import UNREAD


class Unreadable(NamedTuple):
    """A living record, and the names of its cells that cannot be read."""

    key: Key
    names: tuple[str, ...]


def unreadable(
    db: Database, record_types: Iterable[str], areas: Collection[str], limit: int
) -> list[Unreadable]:
    """The first so many of those types in those areas, in the order of their ids."""
    results: list[Unreadable] = []
    for name in record_types:
        if len(results) < limit:
            results += _of_type(db, name, areas, limit - len(results))
    return results


def _of_type(db: Database, name: str, areas: Collection[str], limit: int) -> list[Unreadable]:
    sql = f"""
        select _area, _id, {UNREADABLE} from "{name}" where {UNREAD} and _deleted = 0
        and _area in (select value from json_each(?)) order by _area, _id limit ?
    """
    with translated():
        rows = db.conn.execute(sql, [json.dumps(sorted(areas)), limit]).fetchall()
    named = ((Key(area, name, record), cells.split("\n")) for area, record, cells in rows)
    return [Unreadable(key, tuple(cells)) for key, cells in named]
