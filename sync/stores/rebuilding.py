"""Rebuilds a record whose row is damaged (the fingerprint is not that of the cells) from the log.

Where a row of the log is damaged, too, what can still be read of the cells fills the gap.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from .. import rows
from ..changes import PARKED, Entry, Key
from ..clock import Timestamp
from ..merge import Cell, Record, merge
from ..review import namesake_key, parked_key
from .connection import Connection
from .damage import UNFIT


def rebuild(key: Key, history: Iterable[Entry], parked: Collection[Timestamp]) -> Record:
    """The record as its ``history`` has it, without what was ``parked``."""
    record = Record(key)
    for entry in history:
        if not entry.reason and entry.change.at not in parked:
            record = merge(record, entry.change)
    return record


def filled(record: Record, row: rows.Row) -> Record:
    """The record with what only its damaged row still has."""
    return Record(record.key, {**_readable(row), **record.cells})


def parked_by_server(sql: Connection, history: Collection[Entry]) -> set[Timestamp]:
    """Which of the changes the server parked, by its notices."""
    query = "select cells from records where record_type = ? and record_id in (?, ?) and area = ?"
    areas = [area for (area,) in sql.rows("select distinct area from digests")]
    parked = set()
    for change in (entry.change for entry in history):
        names = (parked_key("", change.at).record_id, namesake_key("", change).record_id)
        for area in areas:
            notices = sql.rows(query, [PARKED, *names, area])
            if any('"reason"' in str(cells) for (cells,) in notices):
                parked.add(change.at)
    return parked


def _readable(row: rows.Row) -> dict[str, Cell]:
    try:
        return dict(rows.row_record(row).cells)
    except UNFIT:
        return {}
