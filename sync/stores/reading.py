"""Reading by sets of keys; and the log by places, no more of it than a message may hold.

A conflict that grew over years holds every write that met it; two thousand like that would fill
the memory, for a page of a few.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from .. import rows
from ..wire import ROOM
from .connection import Connection
from .health.damage import READ

ENTRY = READ
STEP = 100  # entries at a time
KEYED = """
    from json_each(?) as k cross join {table} as t
    on t.area = json_extract(k.value, '$[0]')
    and t.record_type = json_extract(k.value, '$[1]')
    and t.record_id = json_extract(k.value, '$[2]')
"""
FIELDS = list(rows.LOG).index("fields")


def entries_at(sql: Connection, places: Sequence[int]) -> list[rows.Row]:
    """The entries at those places, in their order; only the first, if they hold very much."""
    query = f"select {ENTRY} from json_each(?) cross join log on place = value order by place"
    found: list[rows.Row] = []
    size = 0  # letters
    for start in range(0, len(places), STEP):
        some = sql.rows(query, [json.dumps(places[start : start + STEP])])
        found += some
        size += sum(len(row[FIELDS]) for row in some)
        if size > ROOM:
            break
    return found
