"""Small facts that must survive a reboot: when we last tried, what is on the stick."""

from __future__ import annotations

import json
import logging
from typing import Any

from sync.stores.sqlite import SqliteStore

from .table import Table

log = logging.getLogger(__name__)


class State:
    """One row for each fact, in the table ``state`` of the centre's database."""

    def __init__(self, store: SqliteStore) -> None:
        self._store = store
        self._table = Table(store, "state", {"name": str, "value": str}, "name")

    def get(self, name: str, default: object = None) -> Any:
        """The fact; ``default`` if it was never set, or can no longer be read."""
        rows = self._table.find(name=name)
        try:
            return json.loads(rows[0]["value"]) if rows else default
        except (TypeError, ValueError):  # a disk failed: no fact is worth stopping for
            log.exception("the fact %s cannot be read and counts as never set", name)
            return default

    def set(self, **facts: Any) -> None:
        """Keep those facts, all of them or none."""
        with self._store.transaction():
            for name, value in facts.items():
                self._table.put(name=name, value=json.dumps(value, ensure_ascii=False))
