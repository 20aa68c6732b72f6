"""How often something was tried, in the database: a throttle that survives a restart."""

from __future__ import annotations

from collections.abc import Mapping

from sqlite_utils import Database

from schemas.throttle import Limit

from .transaction import at_once


class TooManyAttempts(Exception):
    """Too many wrong attempts; the next counts after so many ``seconds``."""

    def __init__(self, seconds: int) -> None:
        super().__init__(f"try again in {seconds} seconds")
        self.seconds = seconds


def note(db: Database, limits: Mapping[str, Limit], now: int) -> None:
    """Count one attempt against each of ``limits``, which are named for what they count.

    Counted before the answer is known, so that attempts made at once do not slip through.

    :raises TooManyAttempts: if one of them is used up; then it is not counted
    """
    with at_once(db):
        wait = max(
            limit.wait(_counted(db, what, limit, now), now) for what, limit in limits.items()
        )
        if not wait:
            db.table("attempt").insert_all({"what": what, "at": now} for what in limits)
    if wait:  # raised here, so that the times as they count are stored
        raise TooManyAttempts(wait)


def take_back(db: Database, limits: Mapping[str, Limit], now: int) -> None:
    """Uncount the attempt that was noted then: it succeeded, so it was nobody guessing."""
    for what in limits:
        same = db.table("attempt").rows_where("what = ? and at = ?", [what, now], select="rowid")
        for row in list(same)[:1]:  # others of that moment were not taken back
            db.table("attempt").delete_where("rowid = ?", [row["rowid"]])


def forget(db: Database, what: str) -> None:
    db.table("attempt").delete_where("what = ?", [what])


def _counted(db: Database, what: str, limit: Limit, now: int) -> list[int]:
    """The times that still count, which are stored as they count."""
    rows = db.table("attempt").rows_where("what = ?", [what], order_by="at")
    stored = [int(row["at"]) for row in rows]
    times = limit.counted(stored, now)
    if times != stored:
        forget(db, what)
        db.table("attempt").insert_all({"what": what, "at": at} for at in times)
    return times
