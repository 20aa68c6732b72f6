"""The sums of fingerprints by area and record type: what two replicas compare.

Kept in step with every save, so that a digest of a hundred thousand records is a look-up.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Mapping

from ..merge import MODULUS
from ..rows import number_of
from .connection import Connection
from .dialect import SQLITE

PUT = SQLITE.upsert("digests", ("area", "record_type", "total"), ("area", "record_type"))


def read(sql: Connection, areas: Collection[str]) -> dict[str, int]:
    """The sum over ``areas``, by record type; those without records are left out."""
    sums: dict[str, int] = defaultdict(int)
    query = "select record_type, total from digests where area in (select value from json_each(?))"
    for record_type, value in sql.rows(query, [json.dumps(list(areas))]):
        sums[record_type] = (sums[record_type] + number_of(value)) % MODULUS
    return {name: value for name, value in sums.items() if value}


def recount(sql: Connection, areas: Collection[str], record_type: str) -> None:
    """Put the sums of a type right, if they are not those of the records' fingerprints."""
    query = "select fingerprint from records where area = ? and record_type = ?"
    for area in areas:
        rows = sql.rows(query, [area, record_type])
        true = sum(number_of(value) for (value,) in rows) % MODULUS
        stored = read(sql, [area]).get(record_type, 0)
        if true != stored:
            add(sql, {(area, record_type): true - stored})


def add(sql: Connection, more: Mapping[tuple[str, str], int]) -> None:
    """Add so much, or so little, to the sum of each area and record type."""
    for pair, change in more.items():
        query = "select total from digests where area = ? and record_type = ?"
        rows = sql.rows(query, pair)
        value = (number_of(rows[0][0]) if rows else 0) + change
        sql.run(PUT, [[*pair, f"{value % MODULUS:032x}"]])
