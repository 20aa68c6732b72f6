"""Half-typed forms, as they were typed: kept for each person until saved or thrown away.

A draft is no record and never travels. It survives a closed browser and a power cut.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import NamedTuple

from sync.stores.sqlite import SqliteStore

from ..storage.table import Table

KEY = ("staff", "record_type", "record_id")
COLUMNS = {**dict.fromkeys(KEY, str), "form": str, "kept": int}


class Draft(NamedTuple):
    record_type: str
    record_id: str  # or "new:<token>"
    form: dict[str, str]
    kept: int  # ms


Kept = list[Draft]  # a name of its own, because ``list`` is a method below


class Drafts:
    def __init__(self, store: SqliteStore, wall: Callable[[], int]) -> None:
        self._table = Table(store, "draft", COLUMNS, KEY)
        self._wall = wall

    def keep(self, staff: str, record_type: str, record_id: str, form: Mapping[str, str]) -> None:
        """Keep what was typed so far; it replaces the former draft."""
        text = json.dumps(dict(form), ensure_ascii=False)
        key = dict(zip(KEY, (staff, record_type, record_id), strict=True))
        self._table.put(**key, form=text, kept=self._wall())

    def get(self, staff: str, record_type: str, record_id: str) -> Draft | None:
        rows = self._table.find(staff=staff, record_type=record_type, record_id=record_id)
        return _draft(rows[0]) if rows else None

    def drop(self, staff: str, record_type: str, record_id: str) -> None:
        self._table.drop(staff=staff, record_type=record_type, record_id=record_id)

    def hand_over(self, staff: str, now: str) -> None:
        """The person has a new name, ``now``."""
        for row in self._table.find(staff=staff):
            self._table.put(**{**row, "staff": now})
        self._table.drop(staff=staff)

    def list(self, staff: str) -> Kept:
        """The person's drafts, the newest first."""
        order = "kept desc, record_type, record_id"
        return [_draft(row) for row in self._table.find(order, staff=staff)]


def _draft(row: Mapping[str, object]) -> Draft:
    form = json.loads(str(row["form"]))
    return Draft(str(row["record_type"]), str(row["record_id"]), form, int(str(row["kept"])))
