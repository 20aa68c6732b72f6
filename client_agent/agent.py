"""The agent of one centre: its workspace, and the parts that work on it in the background.

The place that puts parts together: recovery before the database is opened, the scheduler that
syncs, the upkeep that makes copies, the verifier that a page follows. None of them knows the
agent; each gets the workspace, and what it needs of the others as a function.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import cached_property
from pathlib import Path

from . import imports
from .database import recovery, restoring
from .database.maintenance import Upkeep
from .database.recovery import Recovered
from .syncing import sessions
from .syncing.scheduler import Scheduler
from .syncing.sessions import SyncReport
from .syncing.status import Status, status
from .syncing.verification import Verifier
from .workspace import Workspace, wall_clock


class Agent(Workspace):
    """A workspace with its background: what the pages and the commands work with."""

    def __init__(self, folder: Path, wall: Callable[[], int] = wall_clock) -> None:
        super().__init__(folder, wall, self._make_sound)
        self._one_sync = threading.Lock()
        self.recovered: Recovered | None = None  # when this process opened the database
        self.restore_failed: Exception | None = None  # why a copy was not restored then

    @cached_property
    def scheduler(self) -> Scheduler:
        return Scheduler(self, lambda: self.sync().error)

    @cached_property
    def upkeep(self) -> Upkeep:
        return Upkeep(self, before_copying=lambda: imports.tidy(self))

    @cached_property
    def verifier(self) -> Verifier:
        return Verifier(self, self.sync)

    def status(self) -> Status:
        """:raises StoreUnusable: as ``store``"""
        next_attempt = self.scheduler.next_attempt() if self.enrolled else 0
        return status(self, next_attempt, self.syncing)

    def sync(self) -> SyncReport:
        """Sync now, and return when it is over; errors are in the report."""
        with self._one_sync:
            return sessions.attempt(self)

    def sync_soon(self) -> None:
        """Something was saved: sync in a moment."""
        self.scheduler.saved()

    def sync_now(self) -> None:
        """A person pressed the button: the background syncs at once; do not wait for it."""
        self.scheduler.poke()

    @property
    def syncing(self) -> bool:
        return self._one_sync.locked()

    def _make_sound(self, is_alone: bool) -> None:
        """Restore the copy that a person asked for, and rebuild the database if it is damaged."""
        self.restore_failed = restoring.carry_out(self, is_alone)
        self.recovered = recovery.recover(self, is_alone)
