"""Whether a database can be relied on: looked at without a byte of it being changed."""

from __future__ import annotations

import sqlite3
import sys
import time
from collections.abc import Callable, Collection, Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path

from ... import rows
from ...changes import REPEAT, Change, Key
from ...clock import Timestamp
from ...errors import StoreBusy, StoreDamaged, StoreReadOnly, StoreUnusable
from .. import damage, watermark
from ..backups import backup, check
from ..cipher import errors
from ..connection import reader
from ..sqlite_errors import translated
from ..watermark import Watermark
from . import salvage

TABLES = {"log", "records", "digests", "checkpoint"}
UNREADABLE: tuple[type[Exception], ...] = (ValueError, TypeError)
AT_ONCE = 500  # records that are looked at between two pauses
STEPS = 10_000  # steps of SQLite between two looks at the clock


def look(
    path: Path, seconds: float | None = None, key: bytes = b"", is_at_rest: bool = True
) -> bool:
    """Whether all of it was looked at, and not only what the time allowed.

    Without a limit the indexes are looked at, too. While others have it open it is not at rest: the
    end of the write-ahead log is then what they are about to promise, or what one of them was
    killed in before it did.

    :raises StoreDamaged: if what was looked at is not sound, or leaves out what was saved
    """
    with _reading(path, key) as conn:
        _is_ours(conn)
        is_whole = _checked(conn, seconds)
        if is_at_rest and _leaves_out(path, conn, key):
            raise StoreDamaged("the end of the write-ahead log cannot be read")
    return is_whole


def copy(path: Path, to: Path, key: bytes = b"") -> None:
    """Copy the database, write-ahead log and all, if everything in it is sound.

    :raises StoreDamaged: if it is not
    """
    with _reading(path, key) as conn:
        _is_ours(conn)
        _checked(conn, None)
        backup(conn, to)


def newest(path: Path, key: bytes = b"") -> Timestamp | None:
    """The timestamp of the last entry in the log; None if there is none.

    :raises StoreUnusable: if it cannot be read
    """
    with _reading(path, key) as conn:
        _is_ours(conn)
        row = conn.execute("select at from log order by place desc limit 1").fetchone()
    return Timestamp.parse(row[0]) if row else None


def holds(path: Path, at: Timestamp, key: bytes = b"") -> bool:
    """Whether its log has that change."""
    with _reading(path, key) as conn:
        return bool(logged_stamps(conn, [at]))


def reaches(path: Path, mark: Watermark, key: bytes = b"") -> bool:
    """Whether its log reaches the watermark: nothing that was confirmed to people is missing.

    :raises StoreUnusable: if it cannot be read
    """
    with _reading(path, key) as conn:
        return watermark.is_reached(conn, mark)


def changes(path: Path, stamps: Collection[Timestamp], key: bytes = b"") -> list[Change]:
    """Those of the changes that the log of a copy still has as they were written.

    :raises StoreUnusable: if it cannot be read
    """
    query = f"select {damage.READ} from log where at = ? and held <> '{REPEAT}'"
    with _reading(path, key) as conn:
        _is_ours(conn)
        if not {*rows.CHECKS} <= {row[1] for row in conn.execute("pragma table_info(log)")}:
            return []  # an older version made it: nothing proves what it has
        raw = [row for at in stamps for row in conn.execute(query, [str(at)])]
    proved = (row for row in raw if row[damage.CONTENT] is not None)
    return [entry.change for row in proved if (entry := damage.sound(row))]


def length(path: Path, key: bytes = b"") -> int:
    """How many entries its log has; -1 if that cannot be read."""
    try:
        with _reading(path, key) as conn:
            return int(conn.execute("select coalesce(max(place), 0) from log").fetchone()[0])
    except StoreUnusable:
        return -1


def records(path: Path, area: str, key: bytes = b"") -> int:
    """How many records of that area it has.

    :raises StoreUnusable: if it cannot be read
    """
    with _reading(path, key) as conn:
        _is_ours(conn)
        query = "select count(*) from records where area = ?"
        return int(conn.execute(query, [area]).fetchone()[0])


def logged_stamps(conn: sqlite3.Connection, stamps: Collection[Timestamp]) -> set[Timestamp]:
    """Which of these the log has."""
    query = f"select 1 from log where at = ? and held <> '{REPEAT}'"  # as the index has it
    return {at for at in stamps if conn.execute(query, [str(at)]).fetchone()}


def unproved(conn: sqlite3.Connection, pause: Callable[[], object]) -> Iterator[Key]:
    """The records whose cells are not those that their fingerprint was made of."""
    query = "select area, record_type, record_id, fingerprint, cells from records"
    for count, row in enumerate(conn.execute(query)):
        if not rows.proves_itself(row):
            yield Key(*row[:3])
        if count % AT_ONCE == 0:
            pause()


def prove(path: Path, key: bytes = b"") -> None:
    """Read all of a copy that nobody writes any more.

    :raises StoreUnusable: if it is not sound
    """
    with closing(reader(path, key, at_rest=True)) as conn:
        check(conn)


@contextmanager
def _reading(path: Path, key: bytes) -> Iterator[sqlite3.Connection]:
    """A connection that changes nothing, not even on leaving."""
    if not path.stat().st_size:
        raise StoreDamaged("the file is empty")
    try:
        with translated(), closing(reader(path, key)) as conn:
            yield conn
    except (StoreBusy, StoreReadOnly):
        raise
    except (*errors(), *UNREADABLE) as exc:  # SQLite has no error of its own for it
        raise StoreDamaged(str(exc)) from exc


def _is_ours(conn: sqlite3.Connection) -> None:
    tables = {row[0] for row in conn.execute("select name from sqlite_master")}
    if not tables >= TABLES:
        raise StoreDamaged("tables are missing")


def _checked(conn: sqlite3.Connection, seconds: float | None) -> bool:
    """Whether there was time for all of it."""
    check = "integrity_check" if seconds is None else "quick_check"
    if seconds is not None:
        until = time.monotonic() + seconds
        conn.set_progress_handler(lambda: time.monotonic() > until, STEPS)
    try:
        ((verdict,),) = conn.execute(f"pragma {check}(1)").fetchall()
    except errors() as exc:
        if "interrupt" not in str(exc):
            raise
        return False
    finally:
        conn.set_progress_handler(None, 0)
    if verdict != "ok":
        raise StoreDamaged(verdict)
    return True


def _leaves_out(path: Path, conn: sqlite3.Connection, key: bytes) -> bool:
    """Whether the end of the write-ahead log is lost; looked at twice, for somebody may write."""
    known = partial(logged_stamps, conn)
    return all(salvage.cut(path, _frames_read(path), known, key) for _ in range(2))


def _frames_read(path: Path) -> int:
    """How many frames of the write-ahead log SQLite has taken in; it says so beside the file."""
    try:
        with path.with_name(f"{path.name}-shm").open("rb") as file:
            head = file.read(20)
    except OSError:
        head = b""
    return int.from_bytes(head[16:20], sys.byteorder)
