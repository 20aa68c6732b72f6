"""Lost saves: changes that were confirmed to a person as saved and are missing from the database.

They are detected when the log ends before its watermark. Changes that a copy has are brought back
at once; those that had reached the province, or another machine of the centre, come with the next
exchange. What is missing after that must be entered again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from sync.changes import Entry
from sync.clock import Timestamp
from sync.stores import watermark
from sync.stores.sqlite import SqliteStore
from sync.stores.watermark import Watermark

from ..storage.key_value import State

NAMED = 8  # ranges of numbers that a sentence lists


class LostSaves(NamedTuple):
    """The missing saves; times in ms. Numbers are known only if the history is still ours."""

    total: int
    replica: str
    ranges: list[list[int]]  # first and last number of each
    since: int  # when the last change was made that is not missing; 0: all are
    until: int  # when the last one was made that was confirmed to a person
    known: int = 0  # changes of that replica without a number that were there from the start


class Search:
    """Looks for lost saves. Create it before any change is brought back: those get new numbers."""

    def __init__(self, store: SqliteStore, mark: Watermark) -> None:
        self._mark, self._conn = mark, store.db.conn
        name = store.checkpoint().name
        self._is_ours = mark.replica == name  # else it took that name in the part that is gone
        self._absent = watermark.missing_numbers(self._conn, mark.replica, mark.number)
        self._entries = mark.place - store.end()
        self._last = store.head(name).at

    def result(self, brought: Sequence[Entry]) -> LostSaves | None:
        """The saves that are still missing after those changes were brought back; None if none are.

        Asked when the replica has begun its new history: what the province had confirmed of the
        old one has no number from then on, and was never missing.
        """
        back = {
            entry.change.number for entry in brought if entry.change.replica == self._mark.replica
        }
        numbers = [number for number in self._absent if number not in back] if self._is_ours else []
        count = len(numbers) if self._is_ours else max(0, self._entries - len(brought))
        if not count:
            return None
        since = max(at.millis for at in (self._last, *(entry.change.at for entry in brought)))
        until = Timestamp.parse(self._mark.at or self._mark.last).millis
        known = watermark.count_received(self._conn, self._mark.replica)
        return LostSaves(count, self._mark.replica, _ranges(numbers), since, until, known)


def still_lost(store: SqliteStore, fact: Mapping[str, Any]) -> int | None:
    """How many saves are missing now; None if none were."""
    if not fact.get("lost"):
        return None
    lost = LostSaves(*fact["lost"])
    came = watermark.count_received(store.db.conn, lost.replica) - lost.known
    return max(0, lost.total - max(0, came))


def recovered(store: SqliteStore) -> dict[str, Any] | None:
    """The facts of the last recovery, with ``still_lost``: how many saves are missing now."""
    fact: dict[str, Any] | None = State(store).get("recovered")
    return {**fact, "still_lost": still_lost(store, fact)} if fact else None


def format_ranges(ranges: Iterable[Sequence[int]]) -> str:
    """``ranges`` as text, such as "1–3, 7, …"."""
    texts = [f"{first}–{last}" if first < last else str(first) for first, last in ranges]
    return ", ".join(texts[:NAMED]) + (", …" if len(texts) > NAMED else "")


def _ranges(numbers: Sequence[int]) -> list[list[int]]:
    if not numbers:
        return []
    breaks = [(a, b) for a, b in pairwise(numbers) if b != a + 1]
    firsts = [numbers[0], *(b for _, b in breaks)]
    lasts = [*(a for a, _ in breaks), numbers[-1]]
    return [[first, last] for first, last in zip(firsts, lasts, strict=True)]
