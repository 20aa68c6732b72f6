"""How often something was tried, in the database: a throttle that survives a restart."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from sqlite_utils import Database

from .transaction import at_once


class TooManyAttempts(Exception):
    """Too many wrong attempts; the next counts after so many ``seconds``."""

    def __init__(self, seconds: int) -> None:
        super().__init__(f"try again in {seconds} seconds")
        self.seconds = seconds


class Limit(NamedTuple):
    number: int
    minutes: int

    @property
    def millis(self) -> int:
        return self.minutes * 60_000


def note(db: Database, limits: Mapping[str, Limit], now: int) -> None:
    """Count one attempt against each of ``limits``, which are named for what they count.

    Counted before the answer is known, so that attempts made at once do not slip through.

    :raises TooManyAttempts: if one of them is used up; then it is not counted
    """
    with at_once(db):
        waits = [_wait(db, what, limit, now) for what, limit in limits.items()]
        if max(waits) > 0:
            raise TooManyAttempts(max(waits))
        db.table("attempt").insert_all({"what": what, "at": now} for what in limits)


def take_back(db: Database, limits: Mapping[str, Limit], now: int) -> None:
    """Uncount the attempt that was noted then: it succeeded, so it was nobody guessing."""
    for what in limits:
        db.table("attempt").delete_where("what = ? and at = ?", [what, now])


def forget(db: Database, what: str) -> None:
    db.table("attempt").delete_where("what = ?", [what])


def _wait(db: Database, what: str, limit: Limit, now: int) -> int:
    """Seconds until one more is allowed; 0 if it is now."""
    # A clock that was put back must not lock everybody out until it has caught up.
    db.table("attempt").delete_where(
        "what = ? and (at <= ? or at > ?)", [what, now - limit.millis, now]
    )
    rows = list(db.table("attempt").rows_where("what = ?", [what], order_by="at"))
    if len(rows) < limit.number:
        return 0
    free: int = rows[-limit.number]["at"] + limit.millis
    return max(1, -((now - free) // 1000))
