"""Whether what was promised holds, read from the databases of both sides and from nothing else."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable
from contextlib import closing
from pathlib import Path

from sync.changes import Key
from sync.clock import Timestamp
from sync.merge import total
from sync.stores.sqlite import SqliteStore, connect

from .clerk import Confirmed, Saved


def broken(folder: Path, area: str, told: Collection[Saved | Confirmed]) -> list[Saved | Confirmed]:
    """The promises that do not hold on the centre's disk, while nobody restores the server."""
    database = folder / "centre.db"
    lost: list[Saved | Confirmed] = [*missing(database, area, told)]
    with closing(connect(database)) as db:
        here = SqliteStore(db, {}).checkpoint()
    confirmed = [word for word in told if isinstance(word, Confirmed)]
    return lost + [w for w in confirmed if w.replica != here.name or w.count > here.sent]


def missing(database: Path, area: str, told: Iterable[Saved | Confirmed]) -> set[Saved]:
    """What was said to be saved, and no change in that side's log says."""
    said = {word for word in told if isinstance(word, Saved)}
    with closing(connect(database)) as db:
        keys = {Key(area, "activity", word.record_id) for word in said}
        entries = SqliteStore(db, {}).history(keys)
    log = {(e.change.key.record_id, e.change.fields.get("result_note")) for e in entries}
    return {word for word in said if word not in log}


def unconfirmed(database: Path, told: Iterable[Saved | Confirmed]) -> list[Confirmed]:
    """What the province was said to have, and has not; while nobody restored it."""
    with closing(connect(database)) as db:
        store = SqliteStore(db, {})
        confirmed = [word for word in told if isinstance(word, Confirmed)]
        return [word for word in confirmed if word.count > store.head(word.replica).number]


def digest(database: Path, areas: Collection[str]) -> int:
    """The sum of all records of the areas, as that side holds them."""
    with closing(connect(database)) as db:
        return total(SqliteStore(db, {}).digests(areas).values())


def own(database: Path, replica: str) -> list[tuple[int, Timestamp]]:
    """The changes of a replica that this side holds, repeats and all."""
    with closing(connect(database)) as db:
        found = SqliteStore(db, {}).own(replica, 0, 1 << 62)
    return [(change.number, change.at) for change in found]


def is_sound(database: Path) -> bool:
    with closing(sqlite3.connect(database)) as conn:
        return conn.execute("pragma quick_check").fetchall() == [("ok",)]
