"""Restores the database from one of its copies, because a person asked for it; and undoes it.

The request is written to a file, and the program restarts. The process that then opens the
database, and has it alone, carries it out first: the database in use is set aside, the copy is
prepared beside it and put in place in one step. Killed at any moment, there is the old state or
the new one, and the next start tries again until it is done.

Staff, drafts and the audit stay as they are now. The centre is a new replica afterwards
(protocol, section 6): with the next sync the province sends what it has.
"""

from __future__ import annotations

import json
import logging
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from schemas.formatting.vietnamese import moment
from schemas.tables.columns import projections
from sync.changes import device_of
from sync.errors import StoreDamaged, StoreLocked, StoreUnusable
from sync.replica import Replica
from sync.stores import cipher, conversion, private_files, watermark
from sync.stores.connection import settle
from sync.stores.health import salvage, soundness
from sync.stores.sqlite import SqliteStore, connect

from .. import config
from ..errors import AgentError, CopyUnfit
from ..people.audit import Audit
from ..storage import atomic_files, disk_space
from ..storage.key_value import State
from ..workspace import Workspace
from . import copies
from . import salvage as damaged
from .copies import Copy

log = logging.getLogger(__name__)

REQUEST, FACT, NEW = "centre.restore", "restored", "centre.db.new"
LONGEST = 3_600_000  # ms in which a request is carried out; later nobody would expect it
KEPT = 3  # of the states that were set aside
STAYS = ("copies", "home_history", "home")  # facts of the present that a restore does not touch


@dataclass(frozen=True)
class Request:
    """Who requested which copy when; the time identifies the request."""

    path: str
    made: int  # ms
    who: str
    at: int  # ms
    aside: str  # what the copy of what is in use will be called


def request_restore(workspace: Workspace, copy: Copy, who: str) -> None:
    """Have the copy restored when the program restarts.

    :raises CopyUnfit: if it cannot be  :raises FileUnwritable: if the request could not be written
    """
    check(workspace, copy.path)
    workspace.audit.note(who, "restore_asked", moment(copy.made))
    now = workspace.wall()
    request = Request(str(copy.path), copy.made, who, now, _free(workspace.folder, now).name)
    atomic_files.write_whole(workspace.folder / REQUEST, json.dumps(asdict(request)).encode())


def check(workspace: Workspace, path: Path) -> None:
    """:raises CopyUnfit: if the copy cannot be restored here"""
    key = workspace.keys.database
    try:
        soundness.look(path, key=key)
    except StoreLocked as exc:
        raise CopyUnfit("other-key", str(exc)) from exc
    except OSError as exc:
        raise CopyUnfit("gone", str(path)) from exc
    except StoreUnusable as exc:
        raise CopyUnfit("damaged", str(exc)) from exc
    home = _facts(path, key).get("home") or workspace.area
    if home != workspace.area:
        raise CopyUnfit("other-centre", str(home))
    current = config.database(workspace.folder)
    needed = path.stat().st_size * 2 + (current.stat().st_size if current.exists() else 0)
    if disk_space.free(workspace.folder) < needed + disk_space.NEEDED:
        raise CopyUnfit("no-room", str(workspace.folder))


def _free(folder: Path, now: int) -> Path:
    """A free name: a database that was set aside is never overwritten."""
    place = copies.before_restore(folder)
    names = (copies.path_at(place, now + later) for later in range(0, LONGEST, 1000))
    return next(path for path in names if not path.exists())


def is_asked(folder: Path) -> bool:
    """Whether a restore was requested."""
    return (folder / REQUEST).exists()


def carry_out(workspace: Workspace, is_alone: bool) -> Exception | None:
    """Carry out the request, if there is one; return the error if it failed."""
    request = _read(workspace.folder)
    if request is None or not is_alone:
        return None
    failed: Exception | None = None
    try:
        if restored_at(workspace.folder, workspace.keys.database) != request.at:
            if not 0 <= workspace.wall() - request.at <= LONGEST:
                raise CopyUnfit("late", moment(request.at))
            _Restoring(workspace, request).run()
    except (StoreUnusable, AgentError, OSError) as exc:
        log.exception("the copy was not restored")
        failed = exc
        _clean(workspace.folder)
    with suppress(OSError):
        (workspace.folder / REQUEST).unlink()
    return failed


def restored_at(folder: Path, key: bytes = b"") -> int:
    """When the database was last restored from a copy, in ms; 0: never."""
    return int((_facts(config.database(folder), key).get(FACT) or {}).get("at", 0))


class _Restoring:
    """One copy while it is restored."""

    def __init__(self, workspace: Workspace, request: Request) -> None:
        self._workspace, self._request = workspace, request
        self._folder, self._key = workspace.folder, workspace.keys.database
        self._current = config.database(workspace.folder)
        self._new = workspace.folder / NEW

    def run(self) -> None:
        _clean(self._folder)
        check(self._workspace, Path(self._request.path))
        aside = self._set_aside()
        self._copy()
        self._make_ready(aside)
        atomic_files.to_disk(self._new)
        self._give_up_log()
        watermark.forget(self._current)
        cipher.forget(self._current)
        cipher.forget(self._new)
        self._new.replace(self._current)
        atomic_files.folder_to_disk(self._folder)
        log.warning("the database was restored from the copy of %s", moment(self._request.made))
        for copy in copies.find_all(copies.before_restore(self._folder))[KEPT:]:
            copy.path.unlink(missing_ok=True)

    def _set_aside(self) -> str:
        """Copy the database in use; return the name of that copy, "" if there was none."""
        if not self._current.exists():
            return ""
        place = copies.before_restore(self._folder)
        private_files.folder(place)
        aside = place / self._request.aside
        try:
            soundness.copy(self._current, aside, self._key)
        except StoreDamaged:  # kept as it is, for whoever can read more of it
            for path in self._folder.glob(f"{self._current.name}*"):
                if path != self._new:
                    private_files.copy(path, place / f"damaged-{path.name}")
            return ""
        return aside.name

    def _copy(self) -> None:
        soundness.copy(Path(self._request.path), self._new, self._key)
        if self._key and cipher.is_plain(self._new):  # made before the work was encrypted
            sealed = self._new.with_name(f"{self._new.name}.sealed")
            conversion.rewrite(self._new, sealed, b"", self._key)
            cipher.forget(self._new)
            sealed.replace(self._new)

    def _make_ready(self, aside: str) -> None:
        """Make it a new replica, with the current staff and drafts."""
        workspace, facts = self._workspace, _facts(self._current, self._key)
        store = SqliteStore(connect(self._new, self._key), projections())
        try:
            state = State(store)
            device = workspace.settings.device or device_of(store.checkpoint().name) or "lost"
            former = {*state.get("formerly", []), *facts.get("formerly", [])}
            former |= {device_of(store.checkpoint().name)} - {""}
            with store.transaction():
                Replica(
                    store, device, workspace.wall, workspace.mark, workspace.area
                ).become_new_replica()
                damaged.replace_people(store, self._current, self._key)
                Audit(store, workspace.wall).note(
                    self._request.who, "restored", moment(self._request.made)
                )
                kept = {name: facts[name] for name in STAYS if name in facts}
                fact = {**asdict(self._request), "aside": aside}
                state.set(**kept, formerly=sorted(former - {device}), **{FACT: fact})
        finally:
            store.db.close()

    def _give_up_log(self) -> None:
        """Leave nothing beside the new database that SQLite would take for its log."""
        if self._current.exists():
            try:
                settle(self._current, self._key)
            except StoreDamaged:
                log.warning("the log of the damaged database is given up", exc_info=True)
        for name in ("-wal", "-shm"):
            self._current.with_name(self._current.name + name).unlink(missing_ok=True)


def _clean(folder: Path) -> None:
    """Remove the files of an interrupted attempt."""
    for path in folder.glob(f"{NEW}*"):
        with suppress(OSError):
            path.unlink()


def _read(folder: Path) -> Request | None:
    try:
        return Request(**json.loads((folder / REQUEST).read_text("utf-8")))
    except FileNotFoundError:
        return None
    except (OSError, ValueError, TypeError):
        log.warning("what was asked to be restored cannot be read", exc_info=True)
        with suppress(OSError):
            (folder / REQUEST).unlink()
        return None


def _facts(path: Path, key: bytes) -> dict[str, Any]:
    """The facts in that database's state, as far as they can be read."""
    try:
        rows = salvage.table(path, "state", key)
    except (StoreUnusable, OSError):
        return {}
    facts = {}
    for row in rows:
        with suppress(TypeError, ValueError):  # what cannot be read is no fact
            facts[row["name"]] = json.loads(row["value"])
    return facts
