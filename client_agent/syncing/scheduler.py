"""The thread that syncs in the background, when the plan says so (``plan``)."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable

from sync.errors import StoreUnusable

from ..workspace import Workspace
from . import plan

log = logging.getLogger(__name__)

NAP = 300  # seconds; we look at the clock again at least so often, it may have been set


class Scheduler:
    """The background's thread. Any thread may ask it; only ``run`` tries.

    :param sync: syncs once, and returns why it did not end well
    """

    def __init__(self, workspace: Workspace, sync: Callable[[], Exception | None]) -> None:
        self._workspace = workspace
        self._sync = sync
        self._wake = threading.Event()
        self._asked = self._stopped = False

    def history(self) -> plan.History:
        return plan.stored_history(self._workspace)

    def next_attempt(self) -> int:
        """When the background tries next, in ms."""
        if self._asked:
            return self._workspace.wall()
        return plan.planned_attempt(self._workspace)

    def saved(self) -> None:
        """Something was saved. Never fails: what is saved is safe whether or not we can plan."""
        try:
            if not self._workspace.state.get("saved_at", 0):
                self._workspace.state.set(saved_at=self._workspace.wall())
        except StoreUnusable:
            log.exception("a save could not be noted; the next attempt comes by the schedule")
        self._wake.set()

    def poke(self) -> None:
        """Try at once."""
        self._asked = True
        self._wake.set()

    def start(self) -> threading.Thread:
        thread = threading.Thread(target=self.run, name="scheduler", daemon=True)
        thread.start()
        return thread

    def stop(self) -> None:
        """Let ``run`` return after the attempt it may be in."""
        self._stopped = True
        self._wake.set()

    def run(self) -> None:
        """Sleep and try in turn until ``stop``, whatever happens."""
        while not self._stopped:
            try:
                seconds = self._step()
            except Exception:
                log.exception("the background sync met something unexpected and goes on")
                seconds = NAP
            self._wake.wait(seconds)
            self._wake.clear()
        self._workspace.close()

    def _step(self) -> float:
        """Try if it is time; return the seconds until it may be again."""
        if not self._workspace.enrolled:
            return NAP
        if self._asked or self.next_attempt() <= self._workspace.wall():
            self._asked = False
            if isinstance(self._sync(), StoreUnusable):
                return plan.MINUTE / 1000  # that we tried could not be kept, and is due at once
        return min(max(self.next_attempt() - self._workspace.wall(), plan.SECOND) / 1000, NAP)
