"""Copies into a database what can still be read of a damaged one."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Collection
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from sync.changes import Entry
from sync.errors import StoreUnusable
from sync.replica import Replica
from sync.stores.health import salvage, soundness
from sync.stores.sqlite import SqliteStore

from ..people.audit import COLUMNS as AUDIT
from ..people.drafts import COLUMNS as DRAFT
from ..people.drafts import KEY
from ..people.staff import COLUMNS as STAFF
from ..people.staff import FORMER
from ..storage.table import Table

log = logging.getLogger(__name__)

AT_ONCE = 500  # records that are rebuilt at a time
OF_PEOPLE = (
    ("staff", STAFF, ("name",)),
    ("staff_former", FORMER, ("name",)),
    ("draft", DRAFT, KEY),
    ("audit", AUDIT, ("at", "who", "what", "about")),
)


def take_back(replica: Replica, path: Path, areas: Collection[str], key: bytes) -> list[Entry]:
    """Log the changes in the damaged file that are not in the log; return them as they were.

    Changes that came from a feed stay changes of that feed; the rest is ours to send, in its old
    order.
    """
    store = replica.store
    assert isinstance(store, SqliteStore)
    conn = store.db.conn
    entries = salvage.missing(
        path, lambda stamps: soundness.logged_stamps(conn, stamps), areas, key
    )
    store.append(entry for entry in entries if entry.feed)
    ours = sorted((e for e in entries if not e.feed), key=lambda e: (e.change.number, e.change.at))
    name = store.checkpoint().name
    first = store.head(name).number + 1
    store.append(
        Entry(replace(entry.change, replica=name, number=number))
        for number, entry in enumerate(ours, first)
    )
    keys = list({entry.change.key for entry in entries})
    for begin in range(0, len(keys), AT_ONCE):
        replica.rebuild(keys[begin : begin + AT_ONCE])
    return entries


def bring_people(store: SqliteStore, path: Path, key: bytes) -> None:
    """Copy the staff, drafts and audit, as far as SQLite can read them."""
    for name, columns, by in OF_PEOPLE:
        table = Table(store, name, columns, by if len(by) > 1 else by[0])
        for row in salvage.table(path, name, key):
            with suppress(StoreUnusable, sqlite3.Error, LookupError):
                if not table.find(**{column: row[column] for column in by}):
                    table.put(**{column: row.get(column) for column in columns})


def replace_people(store: SqliteStore, path: Path, key: bytes) -> None:
    """Take the staff, drafts and audit of the other database, if its staff can be read."""
    if not salvage.table(path, "staff", key):
        return
    for name, columns, by in OF_PEOPLE:
        table = Table(store, name, columns, by if len(by) > 1 else by[0])
        table.drop()
        for row in salvage.table(path, name, key):
            table.put(**{column: row.get(column) for column in columns})
