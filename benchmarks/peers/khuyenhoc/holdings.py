"""What a store holds of an area, as the harness's own digest of it.

As a program it reads a server's database: ``holdings.py DATABASE AREA``.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import glue
import mapping

from schemas.tables.columns import projections
from sync.stores.sqlite import SqliteStore, connect


def digest(store: SqliteStore, area: str) -> dict[str, object]:
    """How many records of the area there are, and the SHA-256 of them all."""
    return glue.digest(_records(store, area))


def _records(store: SqliteStore, area: str) -> Iterator[dict[str, object]]:
    for record_type in mapping.RECORD_TYPES:
        keys = store.fingerprints([area], record_type)
        for key, record in store.load(list(keys)).items():
            if not record.deleted:
                yield mapping.of_the_peer(record_type, key.record_id, record.values)


if __name__ == "__main__":
    database, area = sys.argv[1:]
    print(json.dumps(digest(SqliteStore(connect(Path(database)), projections()), area)))
