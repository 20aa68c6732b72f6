"""Statements on the agent's own tables; what is wrong with the disk comes in the engine's words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sync.stores.faults import translated
from sync.stores.sqlite import SqliteStore


def rows(store: SqliteStore, sql: str, args: Sequence[Any] = ()) -> list[Any]:
    """What the statement finds.

    :raises StoreUnusable: if the database is locked, full, damaged or read-only
    """
    with translated():
        return store.db.conn.execute(sql, args).fetchall()
