"""How far a log had come when "saved" was last confirmed: a small file beside the database.

A database whose write-ahead log is gone, or that was replaced by an older file, is sound: nothing
in it says that it once had more. So after each commit that added to the log, the end of the log
is noted beside it. Whoever opens the database next compares.

The file never runs ahead of the database: a commit is on the disk before it is noted. It may lag
behind (it is not synced, and a full or read-only disk takes no note), which only makes the
comparison weaker. It holds two slots; the older one is overwritten in place, so a power cut spoils
one at the most, and a full disk has room for it. It names replicas, numbers and times, no people.

Whoever replaces a database on purpose calls ``forget`` first.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from sqlite3 import Connection
from typing import NamedTuple

from ..changes import REPEAT
from . import private_files

ENDING = ".watermark"
SLOT, PROOF = 512, 16  # bytes; hexadecimal digits


class Watermark(NamedTuple):
    """The end of a log."""

    place: int  # of its last entry
    last: str  # timestamp of that entry
    replica: str  # whose own history it is
    number: int  # of that replica's last change
    at: str  # timestamp of that change; empty if there is none


def path_of(database: Path) -> Path:
    return database.with_name(database.name + ENDING)


def read(database: Path) -> Watermark | None:
    """What was last noted; None if nothing was, or it cannot be read."""
    with suppress(OSError):
        handle = os.open(path_of(database), os.O_RDONLY | private_files.BINARY)
        try:
            return max(filter(None, _slots(handle)), default=None)
        finally:
            os.close(handle)
    return None


def note(database: Path, mark: Watermark) -> None:
    """Note it. Where that cannot be done, the work goes on without."""
    with suppress(OSError, OverflowError):
        data = _packed(mark)
        handle = private_files.lock_file(path_of(database))
        try:
            first, second = _slots(handle)
            is_second_older = first is not None and (second is None or second < first)
            os.lseek(handle, SLOT if is_second_older else 0, os.SEEK_SET)
            os.write(handle, data)
        finally:
            os.close(handle)


def forget(database: Path) -> None:
    """Another database will take its place: what was noted is not true of that one.

    :raises OSError: if the note cannot be removed
    """
    path_of(database).unlink(missing_ok=True)
    if os.name == "posix":
        handle = os.open(database.parent, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def is_reached(conn: Connection, mark: Watermark) -> bool:
    """Whether the log reaches the watermark: nothing that was confirmed to people is missing."""
    query = f"select 1 from log where at = ? and held <> '{REPEAT}'"  # as the index has it
    stamps = filter(None, (mark.last, mark.at))
    return all(conn.execute(query, [at]).fetchone() for at in stamps)


def missing_numbers(conn: Connection, replica: str, upto: int) -> list[int]:
    """The numbers of that replica, from 1 on, that its log has no change for."""
    query = "select number from log where replica = ? and number <= ?"
    numbers = {number for (number,) in conn.execute(query, [replica, upto])}
    return [number for number in range(1, upto + 1) if number not in numbers]


def count_received(conn: Connection, replica: str) -> int:
    """How many changes of that replica came from others: those have no number in this log."""
    query = "select count(*) from log where replica = ? and number is null"
    ((count,),) = conn.execute(query, [replica]).fetchall()
    return int(count)


def _slots(handle: int) -> tuple[Watermark | None, Watermark | None]:
    data = os.read(handle, 2 * SLOT)
    return _unpacked(data[:SLOT]), _unpacked(data[SLOT:])


def _unpacked(data: bytes) -> Watermark | None:
    text = data[PROOF:]
    if len(data) < SLOT or data[:PROOF] != _proof(text):
        return None
    with suppress(ValueError, TypeError):
        return Watermark(*json.loads(text))
    return None


def _packed(mark: Watermark) -> bytes:
    text = json.dumps(mark).encode().ljust(SLOT - PROOF)
    if len(text) > SLOT - PROOF:
        raise OverflowError("longer than a slot")
    return _proof(text) + text


def _proof(text: bytes) -> bytes:
    return blake2b(text, digest_size=PROOF // 2).hexdigest().encode()
