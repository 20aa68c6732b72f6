"""What people did on this computer besides records: who may log in, where copies go, restoring.

It is kept in the database, so it is encrypted with it and survives when the database is rebuilt.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from sync.stores.sqlite import SqliteStore

from ..storage.table import Table

COLUMNS = {"at": int, "who": str, "what": str, "about": str}
MOST = 200


class Act(NamedTuple):
    at: int  # ms
    who: str
    what: str  # a key of the sentences "audit.…"
    about: str


class Audit:
    def __init__(self, store: SqliteStore, wall: Callable[[], int]) -> None:
        self._table = Table(store, "audit", COLUMNS, tuple(COLUMNS))
        self._wall = wall

    def note(self, who: str, what: str, about: str = "") -> None:
        self._table.put(at=self._wall(), who=who, what=what, about=about)

    def recent(self, most: int = MOST) -> list[Act]:
        """The newest first."""
        rows = self._table.find("at desc")
        return [Act(row["at"], row["who"], row["what"], row["about"]) for row in rows[:most]]
