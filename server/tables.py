"""The hub's own tables, which lie beside the log and its records: their columns, and upgrades.

What a row means is documented where it is read and written. Times are milliseconds since 1970,
0 for never; days are ISO text; flags are 0 or 1.
"""

from __future__ import annotations

from typing import NamedTuple

from sqlite_utils import Database


class Table(NamedTuple):
    columns: dict[str, type]
    primary_key: str | None


TABLES = {
    "attempt": Table({"what": str, "at": int}, None),
    "centre": Table(dict.fromkeys(("area", "name", "unit_id", "founded", "closed"), str), "area"),
    "device": Table(
        {
            "name": str,
            "key": str,
            "area": str,
            "areas": str,  # the scope, as JSON
            "certificate": int,
            "state": str,
            "label": str,  # what the machine calls itself
            "software": str,
            "enrolled": int,
            "last_contact": int,
            "waiting": int,
            "clock_offset": int,
            "restarts": int,  # how often in a row it had to read all again, alone
            "restarted": int,  # when last
            "digest": int,  # over what the device is; 0: an earlier version wrote the row
            "requests": str,  # its last ones, see ``sync.freshness``: JSON; empty: none
        },
        "name",
    ),
    "device_keys": Table({"device": str, "generation": int}, "device"),
    "enrol_code": Table(
        {"hash": str, "area": str, "made": int, "expires": int, "used_by": str}, "hash"
    ),
    "proof": Table({"device": str, "wall": int, "head": int, "digest": str}, "device"),
    "province_key": Table(
        {
            "generation": int,
            "signing": str,  # base64url
            "sealing": str,
            "made": int,
            "backed_up": int,
            "forgotten": int,
        },
        "generation",
    ),
    "signatory": Table({"account": str, "person": str}, "account"),
    "token": Table(
        {
            "name": str,
            "hash": str,
            "unit_id": str,
            "types": str,  # JSON
            "personal": int,
            "author": str,
            "made": int,
            "expires": int,
            "revoked": int,
            "used": int,
        },
        "name",
    ),
    "user": Table(
        {
            "name": str,
            "role": str,
            "unit_id": str,
            "password": str,
            "stamp": str,
            "active": int,
        },
        "name",
    ),
    "verifier_rule": Table({"since": str, "body": str, "set_by": str, "set_at": int}, "since"),
}
INDEXES: tuple[tuple[str, tuple[str, ...], bool], ...] = (  # the last: whether it is unique
    ("attempt", ("what", "at"), False),
    ("device", ("certificate",), True),
)


def upgrade(db: Database) -> None:
    """Create the tables, columns and indexes that the database lacks.

    A new one lacks all of them, one of an earlier version some. Rows are never touched.
    """
    for name, (columns, primary_key) in TABLES.items():
        table = db.table(name)
        if not table.exists():
            table.create(columns, pk=primary_key, if_not_exists=True)
        for column in columns.keys() - table.columns_dict.keys():
            table.add_column(column, columns[column], not_null_default=_zero(columns[column]))
    for name, indexed, is_unique in INDEXES:
        db.table(name).create_index(indexed, unique=is_unique, if_not_exists=True)


def _zero(kind: type) -> str | int:
    return "" if kind is str else 0
