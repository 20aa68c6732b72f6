"""One of the agent's own tables, beside the log in the centre's database."""

from __future__ import annotations

from typing import Any

from sync.stores.sqlite import SqliteStore
from sync.stores.sqlite_errors import translated


class Table:
    """Rows that are selected by equality; enough for staff, drafts and state.

    Errors of the disk are raised as ``StoreUnusable`` and its subclasses.
    """

    def __init__(
        self, store: SqliteStore, name: str, columns: dict[str, type], pk: str | tuple[str, ...]
    ) -> None:
        self._store = store
        self._table = store.db.table(name)
        with translated():
            if self._table.exists():
                self._widen(columns)
                return
            with store.transaction():  # else two threads that both begin make one of them fail
                self._table.create(columns, pk=pk, if_not_exists=True)

    def _widen(self, columns: dict[str, type]) -> None:
        """Add the columns that an older program did not know."""
        missing = [name for name in columns if name not in self._table.columns_dict]
        if missing:
            with self._store.transaction():
                for name in missing:
                    if name not in self._table.columns_dict:  # another thread was first
                        self._table.add_column(name, columns[name])

    def find(self, order: str | None = None, **same: Any) -> list[dict[str, Any]]:
        where, args = _where(same)
        with translated():
            return list(self._table.rows_where(where, args, order_by=order))

    def put(self, **row: Any) -> None:
        """Insert the row, or replace the one with its key."""
        with translated(), self._store.transaction():
            self._table.insert(row, replace=True)

    def change(self, key: str, **values: Any) -> None:
        """Change the row with that key; it must be there."""
        with translated(), self._store.transaction():
            self._table.update(key, values)

    def drop(self, **same: Any) -> None:
        where, args = _where(same)
        with translated(), self._store.transaction():
            self._table.delete_where(where, args)


def _where(same: dict[str, Any]) -> tuple[str | None, list[Any]]:
    return " and ".join(f"[{name}] = ?" for name in same) or None, list(same.values())
