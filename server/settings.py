"""The province's settings in its database, each kept twice: a flipped bit changes none of them."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from typing import Any

from sqlite_utils import Database

from sync.rows import checksum

from .texts.faults import FAULTS

FIXED = ("published", "internal", "salt", "title")  # what is never changed once it is written
COPY = "setting_copy"

log = logging.getLogger(__name__)


def read(db: Database) -> dict[str, str]:
    """Every setting; those that are kept twice as they were written. Empty before founding."""
    if not db.table("setting").exists():
        return {}
    return {row["name"]: row["value"] for row in db.table("setting").rows} | _copies(db)


def keep_copies(db: Database) -> None:
    """Copy the settings that have no copy, and put sound those that are no longer as written."""
    table, copies = db.table("setting"), db.table(COPY)
    copies.create({"name": str, "value": str, "digest": int}, pk="name", if_not_exists=True)
    current, sound = {row["name"]: row["value"] for row in table.rows}, _copies(db)
    for name in FIXED:
        if name in sound and current.get(name) != sound[name]:
            log.error("%s / %s", *FAULTS["fault.setting_damaged"].filled(name=name))
            table.upsert({"name": name, "value": sound[name]}, pk="name")
        elif name in current and name not in sound:
            copies.upsert(_copied(name, current[name]), pk="name")


def change(db: Database, name: str, value: str) -> None:
    """Change a setting that is kept twice."""
    db.table("setting").upsert({"name": name, "value": value}, pk="name")
    db.table(COPY).upsert(_copied(name, value), pk="name")


def _copies(db: Database) -> dict[str, str]:
    """The copies that are what was written."""
    if not db.table(COPY).exists():
        return {}
    return proved(db.table(COPY).rows)


def proved(rows: Iterable[dict[str, Any]]) -> dict[str, str]:
    """What those rows of copies say that are what was written."""
    return {row["name"]: row["value"] for row in rows if row == _copied(row["name"], row["value"])}


def _copied(name: str, value: str) -> dict[str, Any]:
    return {"name": name, "value": value, "digest": checksum(f"{name}\0{value}")}
