"""What a damaged database still has of the log and the records: each piece is proved or left.

A log entry carries two digests of its own; one of an older database must unpack, and its name,
number and feed must fit each other. A record's row carries its own fingerprint, so its cells are
proved; where they and the log's entry say different things of one change, the cells are right. A
change whose entry is gone is made again from the cells that it set.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Container, Iterable, Iterator
from contextlib import closing
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any

from ... import rows
from ...changes import ASIDE, REPEAT, Change, Entry, Key
from ...clock import Timestamp
from ...errors import StoreUnusable
from ...merge import fingerprint_of
from ...wire.guards import WHOLE, text
from ..cipher import errors
from ..connection import reader
from ..damage import sound
from ..dialect import quoted
from . import pages
from .leaves import Row

ENTRY, RECORD = len(rows.LOG) + 1, len(rows.RECORD)  # columns of a row in the file
CHECKED = ENTRY + len(rows.CHECKS)  # of an entry's with its own digests
LOGGED = {ENTRY, CHECKED}
AT_ONCE = 500
UNREADABLE: tuple[type[Exception], ...] = (StoreUnusable, UnicodeDecodeError)
UNFIT = (AttributeError, LookupError, TypeError, ValueError)

Known = Callable[[Collection[Timestamp]], Container[Timestamp]]
Cells = dict[Timestamp, tuple[Key, dict[str, object]]]


def missing(path: Path, known: Known, areas: Collection[str], key: bytes = b"") -> list[Entry]:
    """The entries in the file and its write-ahead log that are not ``known``.

    Of ``areas`` only, if any are named.
    """
    entries: dict[Timestamp, Entry] = {}
    cells: Cells = {}
    for batch in _batches(pages.rows(path, {*LOGGED, RECORD}, key, proves_itself)):
        readable = {e.change.at: e for row in batch if len(row) in LOGGED if (e := entry(row))}
        proved = {at: c for row in batch if len(row) == RECORD for at, c in _cells(row)}
        present = known({*readable, *proved})
        entries |= {at: e for at, e in readable.items() if at not in present}
        cells |= {at: c for at, c in proved.items() if at not in present}
    return [e for e in _agreed(entries, cells) if not areas or e.change.key.area in areas]


def cut(path: Path, frames_read: int, known: Known, key: bytes = b"") -> bool:
    """Whether SQLite leaves out saved changes of the write-ahead log, after ``frames_read``.

    A killed program may have written more and confirmed nothing; that is whole, or no commit.
    """
    newest = pages.frames(path)[1]
    if len(newest) <= frames_read or len(newest) <= pages.followed(path, frames_read):
        return False
    stamps = {
        e.change.at for row in pages.logged(path, LOGGED, key, proves_itself) if (e := entry(row))
    }
    present = known(stamps)
    return any(at not in present for at in stamps)


def entry(row: Row) -> Entry | None:
    """The log's row as an entry; None if it is not exactly what the log writes.

    A row of an older database has no digests: it must at least fit itself.
    """
    place, *logged = row
    if proves_itself(row):
        result = rows.row_entry(row[1:])
        return result if result.reason != REPEAT else None
    if len(row) == CHECKED and sound((*logged, place)) is None:
        return None
    try:
        result = rows.row_entry(row[1:])
        return result if _fits(result, row) else None
    except UNFIT:
        return None


def proves_itself(row: Row) -> bool:
    """Whether the row's own digests, or a record's fingerprint, say that it is what was written."""
    if len(row) == RECORD:
        return rows.proves_itself(row)
    place, *logged = row
    has_digests = len(row) == CHECKED and None not in row[-len(rows.CHECKS) :]
    return has_digests and sound((*logged, place)) is not None


def table(path: Path, name: str, key: bytes = b"") -> list[dict[str, Any]]:
    """The rows of a table as far as SQLite can read them; the file stays as it is."""
    result: list[dict[str, Any]] = []
    try:
        with closing(reader(path, key)) as conn:
            read = conn.execute(f"select * from {quoted(name)}")
            names = [column[0] for column in read.description]
            for row in read:
                result.append(dict(zip(names, row, strict=True)))
    except (*errors(), *UNREADABLE):
        pass  # so far it could be read
    return result


def _fits(entry: Entry, row: Row) -> bool:
    change = entry.change
    for name in (*change.key, change.author, change.replica, entry.feed, *change.fields):
        text(name)
    is_numbered = change.number in WHOLE and change.number > 0
    return (
        str(change.at) == row[1]
        and "" not in change.key
        and "." in change.replica
        and bool(change.fields)
        and (is_numbered if not entry.feed else change.number == 0)
        and entry.reason in ("", ASIDE)
    )


def _cells(row: Row) -> Iterator[tuple[Timestamp, tuple[Key, dict[str, object]]]]:
    """What the record's row proves: by change, the record and the fields it set."""
    try:
        key, written = Key(*map(text, row[:3])), text(row[4])
        if f"{fingerprint_of(key, written):032x}" == row[3]:
            for at, values in json.loads(written).items():
                yield Timestamp.parse(at), (key, values)
    except UNFIT:
        return


def _agreed(entries: dict[Timestamp, Entry], cells: Cells) -> Iterable[Entry]:
    """The entries as the proved cells have them."""
    for at, (key, values) in cells.items():
        known_entry = entries.get(at)
        if known_entry is None or known_entry.change.key != key:
            entries[at] = Entry(Change(key, values, at))
        elif any(known_entry.change.fields.get(name) != value for name, value in values.items()):
            change = replace(known_entry.change, fields={**known_entry.change.fields, **values})
            entries[at] = known_entry._replace(change=change)
    return entries.values()


def _batches(rows: Iterator[Row]) -> Iterator[list[Row]]:
    while batch := list(islice(rows, AT_ONCE)):
        yield batch
