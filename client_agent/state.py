"""Small facts that must survive a reboot: when we last tried, what is on the stick."""

from __future__ import annotations

import json
from typing import Any

from sync.stores.sqlite import SqliteStore

from .table import Table


class State:
    """One row for each fact, in the table ``state`` of the centre's database."""

    def __init__(self, store: SqliteStore) -> None:
        self._store = store
        self._table = Table(store, "state", {"name": str, "value": str}, "name")

    def get(self, name: str, default: Any = None) -> Any:
        found = self._table.find(name=name)
        return json.loads(found[0]["value"]) if found else default

    def set(self, **facts: Any) -> None:
        """Keep those facts, all of them or none."""
        with self._store.transaction():
            for name, value in facts.items():
                self._table.put(name=name, value=json.dumps(value, ensure_ascii=False))
