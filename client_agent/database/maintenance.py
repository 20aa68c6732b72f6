"""Background maintenance: copies, room on the disk, a check of the whole database.

It runs in its own thread, wakes once a minute, and blocks nothing: writers do not wait for a
copy. Failures are kept in the database, for the pages to show.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable

from schemas.formatting.label import Label
from sync.errors import StoreDamaged, StoreFull, StoreUnusable, SyncError
from sync.stores.health import soundness

from .. import config
from ..errors import AgentError
from ..storage import disk_space
from ..texts import describe
from ..workspace import Workspace
from . import copies, damaged_rows, integrity
from .copies import Copy

log = logging.getLogger(__name__)

MINUTE, FIRST = 60.0, 20.0  # seconds; until the first round, people have the machine to themselves
PATIENCE = 600.0  # seconds from a copy that failed to the next
BREATH = 0.005  # seconds between two pieces of a copy

Fact = tuple[int, str, str]  # when the last good copy was made; what is wrong since
NEVER: Fact = (0, "", "")


class Upkeep:
    """Background maintenance. Only ``run`` and ``copy_now`` do work."""

    def __init__(self, workspace: Workspace, before_copying: Callable[[], object]) -> None:
        self._workspace = workspace
        self._before_copying = before_copying  # removes what must not go into a copy
        self._wake = threading.Event()
        self._stopped = False
        self._one = threading.Lock()
        self._last: Copy | None = None
        self._facts_of_now: dict[str, Fact] = {}  # a full disk may not let us keep them
        self._not_before = 0.0
        self._is_checked = False
        self.damaged = ""  # damage met while running; the next start repairs it
        self.on_restart: Callable[[], None] | None = None  # set by whoever serves the pages
        self.restart_requested = False

    def start(self) -> threading.Thread:
        thread = threading.Thread(target=self.run, name="upkeep", daemon=True)
        thread.start()
        return thread

    def stop(self) -> None:
        self._stopped = True
        self._wake.set()

    def run(self) -> None:
        """Do what is due until ``stop``, whatever happens."""
        self._wake.wait(FIRST)
        while not self._stopped:
            try:
                self.step()
            except Exception:
                log.exception("the upkeep met something unexpected and goes on")
            self._wake.wait(MINUTE)
            self._wake.clear()
        self._workspace.close()

    def step(self) -> None:
        """One round."""
        folder = self._workspace.folder
        disk_space.keep_reserve(folder)
        disk_space.make_room(folder)
        if self._is_due():
            self.copy_now()
        else:
            self._carry()
        if not self._is_checked and not self._stopped:
            self._is_checked = True
            self.look_closely()

    def copy_now(self) -> bool:
        """Make a copy on this disk and on the other drive; return whether the first was made."""
        with self._one:
            self._before_copying()
            place, now = copies.local(self._workspace.folder), self._workspace.wall()
            try:
                _room(self._workspace)
                self._last = copies.make(self._workspace.store(), place, now, self._pause)
            except (SyncError, AgentError) as exc:
                self._failed("here", exc)
                self._not_before = time.monotonic() + PATIENCE
                return False
            self._done("here", self._last)
            copies.prune(place, now)
            copies.drop_old(copies.before_restore(self._workspace.folder), now)
        self._carry()
        return True

    def report_damage(self, error: StoreDamaged) -> None:
        """Note damage that was met at work; the next start repairs it."""
        self.damaged = str(error)
        integrity.suspect(self._workspace.folder)

    def mend(self) -> bool:
        """Restart the program, which repairs the database; return whether it can."""
        integrity.suspect(self._workspace.folder)
        return self.restart()

    def restart(self) -> bool:
        """Restart the program; return whether it can."""
        self.restart_requested = self.on_restart is not None
        if self.on_restart:
            self.on_restart()
        return self.restart_requested

    def _is_due(self) -> bool:
        if time.monotonic() < self._not_before:
            return False
        if self._last is None:
            self._last = next(iter(copies.find_all(copies.local(self._workspace.folder))), None)
        end = self._workspace.store().end
        last, key = self._last, self._workspace.keys.database
        return copies.is_due(
            last,
            self._workspace.wall(),
            lambda: not last or soundness.length(last.path, key) != end(),
        )

    def _carry(self) -> None:
        """Write the newest copy to the other drive, if it is not there."""
        place = copies.elsewhere(self._workspace.settings)
        newest = copies.find_all(copies.local(self._workspace.folder))[:1]
        if not place or not newest:
            return
        try:
            if newest[0].path.name not in [copy.path.name for copy in copies.find_all(place)]:
                self._done(
                    "elsewhere", copies.carry(newest[0], place, self._workspace.keys.database)
                )
                copies.prune(place, self._workspace.wall())
        except (AgentError, StoreUnusable, OSError) as exc:
            self._failed("elsewhere", exc)

    def look_closely(self) -> None:
        """Check everything: at the start there is time for a part only."""
        try:
            soundness.look(
                config.database(self._workspace.folder),
                key=self._workspace.keys.database,
                is_at_rest=False,
            )
            self._mend()
        except StoreDamaged as exc:
            log.exception("the database is damaged")
            self.report_damage(exc)

    def _mend(self) -> None:
        """Repair damaged rows, as far as that is possible."""
        if not self._workspace.enrolled:
            return
        if left := damaged_rows.check(self._workspace).left:
            log.error("changes cannot be read as they were written: %s", left)

    def outcome(self, where: str) -> tuple[int, Label | None]:
        """When the last good copy was made there (ms; 0: never), and what is wrong now."""
        made, vi, en = self._facts().get(where, NEVER)
        return made, Label(vi, en) if vi else None

    def forget(self, where: str) -> None:
        """Forget the outcome at the old place: copies go to another one from now on."""
        self._keep(where, NEVER)

    def _done(self, where: str, copy: Copy) -> None:
        self._keep(where, (copy.made, "", ""))

    def _failed(self, where: str, exc: Exception) -> None:
        """Note the error; the time of the last good copy stays."""
        (made, known, _), words = self._facts().get(where, NEVER), describe(exc)
        if known != words.vi and not self._stopped:
            log.warning("no copy %s: %s", where, exc)
            self._keep(where, (made, *words))

    def _facts(self) -> dict[str, Fact]:
        noted: dict[str, Fact] = self._workspace.state.get("copies", {})
        return {**noted, **self._facts_of_now}

    def _keep(self, where: str, fact: Fact) -> None:
        self._facts_of_now[where] = fact
        try:
            self._workspace.state.set(copies=self._facts())
        except StoreUnusable:
            log.warning("it could not be noted how the copy went")

    def _pause(self) -> None:
        if self._stopped:
            raise StoreUnusable("stopped")
        time.sleep(BREATH)


def _room(workspace: Workspace) -> None:
    """:raises StoreFull: if a copy would take the room that saving needs"""
    if (
        disk_space.free(workspace.folder) - config.database(workspace.folder).stat().st_size
        < disk_space.TIGHT
    ):
        raise StoreFull("no room for a copy")
