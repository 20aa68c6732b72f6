"""Rebuilds a damaged database from the best copy and from what can still be read of it.

The damaged files are set aside under a name with the time, and never written again. The new
database is built beside its place and moved there whole. After a power cut it is done again:
files that were set aside and have no report yet are read once more. The rebuilt database is a
new replica (protocol, section 6): with the next sync the province sends what it has, and
receives what it lacks.
"""

from __future__ import annotations

import errno
import logging
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from schemas.formatting.vietnamese import HANOI
from schemas.tables.columns import projections
from sync.changes import device_of
from sync.errors import StoreDamaged, StoreFull, StoreUnusable
from sync.replica import Replica
from sync.stores import private_files, watermark
from sync.stores.health import soundness
from sync.stores.sqlite import SqliteStore, connect
from sync.stores.sqlite_errors import translated

from .. import config
from ..storage import atomic_files, disk_space
from ..storage.key_value import State
from ..workspace import Workspace
from . import copies, integrity, lost_saves
from .lost_saves import LostSaves
from .salvage import bring_people, take_back

log = logging.getLogger(__name__)

FILES = ("centre.db", "centre.db-wal", "centre.db-shm")


@dataclass(frozen=True)
class Recovered:
    """What a recovery did, for the person whose work it is."""

    at: int
    reason: str  # as ``integrity.find_fault`` names it
    base: str  # itself, copy or nothing
    made: int  # when that copy was made, in ms
    kept: int  # changes that came with it
    back: int  # further changes, read from the damaged files and newer copies
    aside: str  # the folder with the damaged files
    lost: LostSaves | None = None  # confirmed saves that are still missing


def recover(workspace: Workspace, is_alone: bool) -> Recovered | None:
    """Check the database, and rebuild it if something is wrong and no other process has it open.

    :raises StoreDamaged: if it cannot be rebuilt now  :raises StoreUnusable: as any use of it
    """
    reason = integrity.find_fault(workspace.folder, workspace.keys.database, is_alone)
    if reason and not is_alone:
        raise StoreDamaged("another process has the damaged database open")
    if not reason:
        integrity.clear_suspicion(workspace.folder)
        return None
    log.error("the database is %s; it is rebuilt", reason)
    disk_space.make_room(workspace.folder)
    try:
        with translated():
            return _Rebuilding(workspace).run(reason)
    except OSError as exc:
        kind = StoreFull if exc.errno == errno.ENOSPC else StoreDamaged
        raise kind(str(exc)) from exc


class _Rebuilding:
    """One database while it is rebuilt."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._folder, self._key = workspace.folder, workspace.keys.database
        self._new = workspace.folder / "centre.db.new"
        self._when = workspace.wall()
        self._noted = watermark.read(config.database(workspace.folder))

    def run(self, reason: str) -> Recovered:
        aside = self._set_aside()
        damaged = integrity.set_aside(self._folder)
        self._clean()
        base, made = self._begin(damaged)
        store = SqliteStore(connect(self._new, self._key), projections())
        try:
            kept = store.end()
            back, lost = self._put_back(store, [*damaged, *self._newer(store)])
            for path in damaged:
                bring_people(store, path, self._key)
            result = Recovered(self._when, reason, base, made, kept, back, aside, lost)
            home = {"home": self._workspace.area} if self._workspace.area else {}
            State(store).set(recovered=asdict(result), **home)
        finally:
            store.db.close()
        self._in_place(damaged, result)
        return result

    def _set_aside(self) -> str:
        """Move the files to a folder of their own; return its name, empty if there were none."""
        files = [path for name in FILES if (path := self._folder / name).exists()]
        before = integrity.set_aside(self._folder)
        if not files:
            return before[-1].parent.name if before else ""
        place = before[-1].parent if files[0].name != FILES[0] and before else self._place()
        for path in files:  # the database first: nobody may open it without its log
            path.rename(place / path.name)
        return place.name

    def _place(self) -> Path:
        place = self._folder / f"damaged-{_time(self._when)}"
        while place.exists():
            place = place.with_name(f"{place.name}x")
        private_files.folder(place)
        return place

    def _clean(self) -> None:
        for path in self._folder.glob(f"{self._new.name}*"):
            path.unlink()

    def _begin(self, damaged: Sequence[Path]) -> tuple[str, int]:
        """Start from the best sound file: the database itself, or else a copy."""
        for path in reversed(damaged):
            with suppress(StoreDamaged, FileNotFoundError):
                soundness.copy(path, self._new, self._key)
                return "itself", 0
        for copy in self._copies():
            with suppress(StoreDamaged, FileNotFoundError):
                soundness.copy(copy.path, self._new, self._key)
                return "copy", copy.made
        return "nothing", 0

    def _copies(self) -> list[copies.Copy]:
        """All copies, those with the most changes first."""
        places = (copies.local(self._folder), copies.elsewhere(self._workspace.settings))
        every = [copy for place in places for copy in copies.find_all(place)]
        length = soundness.length
        return sorted(every, key=lambda copy: (length(copy.path, self._key), copy), reverse=True)

    def _newer(self, store: SqliteStore) -> list[Path]:
        """The best copy, if it has a change that the store lacks."""
        for copy in self._copies()[:1]:
            with suppress(StoreUnusable, OSError):
                at = soundness.newest(copy.path, self._key)
                return [copy.path] if at and at not in store.find([at]) else []
        return []

    def _put_back(
        self, store: SqliteStore, sources: Iterable[Path]
    ) -> tuple[int, LostSaves | None]:
        """Add the changes that the store lacks; return how many, and the saves still missing."""
        settings, wall = self._workspace.settings, self._workspace.wall
        device = settings.device or device_of(store.checkpoint().name)
        replica = Replica(store, device or "lost", wall, self._workspace.mark, settings.area)
        with store.transaction():
            search = lost_saves.Search(store, self._noted) if self._noted else None
            each = [take_back(replica, path, settings.areas, self._key) for path in sources]
            brought = [entry for some in each for entry in some]
            replica.become_new_replica()
        return len(brought), search.result(brought) if search else None

    def _in_place(self, damaged: Iterable[Path], result: Recovered) -> None:
        atomic_files.to_disk(self._new)
        watermark.forget(config.database(self._folder))
        self._new.replace(config.database(self._folder))
        for path in damaged:
            with suppress(OSError):
                private_files.write(path.parent / integrity.READ, f"{result}\n")
        integrity.clear_suspicion(self._folder)
        log.warning("the database was rebuilt: %s", result)


def _time(millis: int) -> str:
    return datetime.fromtimestamp(millis / 1000, HANOI).strftime("%Y%m%d-%H%M%S")
