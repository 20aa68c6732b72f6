"""Forms that were processed, and where each led: a form that is sent twice counts once.

A note is written in the same transaction as what the form changed, so neither is ever there
without the other, whenever the power fails. It contains nothing that was typed.
"""

from __future__ import annotations

from collections.abc import Callable

from sync.stores.sqlite import SqliteStore

from ..storage.table import Table

KEPT = 30 * 86_400_000  # ms; a page that stays open longer than that is a page of its own
COLUMNS = {"token": str, "digest": str, "address": str, "taken": int}


class SentForms:
    def __init__(self, store: SqliteStore, wall: Callable[[], int]) -> None:
        self._table = Table(store, "sent_form", COLUMNS, "token")
        self._wall = wall

    def address(self, token: str, digest: str) -> str:
        """Where the form led when it was processed; empty if it never was, or had other content."""
        rows = self._table.find(token=token, digest=digest)
        return str(rows[0]["address"]) if rows else ""

    def keep(self, token: str, digest: str, address: str) -> None:
        """Note that the form was processed, and delete old notes."""
        now = self._wall()
        for row in self._table.find("taken"):
            if row["taken"] > now - KEPT:
                break
            self._table.drop(token=row["token"])
        self._table.put(token=token, digest=digest, address=address, taken=now)
