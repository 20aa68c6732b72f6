"""Small facts that must survive a reboot: when we last tried, what is on the stick."""

from __future__ import annotations

import json
from typing import Any

from sync.stores.sqlite import SqliteStore

from .rows import rows


class State:
    """One row for each fact, in the table ``state`` of the centre's database."""

    def __init__(self, store: SqliteStore) -> None:
        self._store = store
        rows(store, "create table if not exists state (name text primary key, value text)")

    def get(self, name: str, default: Any = None) -> Any:
        found = rows(self._store, "select value from state where name = ?", [name])
        return json.loads(found[0][0]) if found else default

    def set(self, **facts: Any) -> None:
        """Keep those facts, all of them or none."""
        with self._store.transaction():
            for name, value in facts.items():
                row = [name, json.dumps(value, ensure_ascii=False)]
                rows(self._store, "insert or replace into state values (?, ?)", row)
