"""Half-typed forms, as they were typed: kept for each person until saved or thrown away.

A draft is no record and never travels. It survives a closed browser and a power cut.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import NamedTuple

from sync.stores.sqlite import SqliteStore

from .rows import rows

_TABLE = """
    create table if not exists draft (
        staff text, record_type text, record_id text, form text, kept integer,
        primary key (staff, record_type, record_id)
    )
"""


class Draft(NamedTuple):
    record_type: str
    record_id: str  # or "new:<token>"
    form: dict[str, str]
    kept: int  # ms


Kept = list[Draft]  # a name of its own, because ``list`` is a method below


class Drafts:
    def __init__(self, store: SqliteStore, wall: Callable[[], int]) -> None:
        self._store = store
        self._wall = wall
        rows(store, _TABLE)

    def keep(self, staff: str, record_type: str, record_id: str, form: Mapping[str, str]) -> None:
        """Keep what was typed so far in place of what was kept before."""
        text = json.dumps(dict(form), ensure_ascii=False)
        row = [staff, record_type, record_id, text, self._wall()]
        rows(self._store, "insert or replace into draft values (?, ?, ?, ?, ?)", row)

    def get(self, staff: str, record_type: str, record_id: str) -> Draft | None:
        found = (d for d in self.list(staff) if d[:2] == (record_type, record_id))
        return next(found, None)

    def drop(self, staff: str, record_type: str, record_id: str) -> None:
        mine = "staff = ? and record_type = ? and record_id = ?"
        rows(self._store, f"delete from draft where {mine}", [staff, record_type, record_id])

    def list(self, staff: str) -> Kept:
        """The person's drafts, the newest first."""
        found = rows(
            self._store,
            "select record_type, record_id, form, kept from draft where staff = ?"
            " order by kept desc, record_type, record_id",
            [staff],
        )
        return [Draft(kind, name, json.loads(form), kept) for kind, name, form, kept in found]
