"""Work that takes longer than a person would wait for: one at a time, in threads of its own."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable

Progress = Callable[[int], None]  # says how far the work has come
log = logging.getLogger(__name__)


class Stopped(Exception):
    """Somebody called the work off."""


class Works(dict[str, int]):
    """What is worked on now, or waits for its turn, and how far it has come, by name."""

    def __init__(self) -> None:
        super().__init__()
        self.failed: set[str] = set()
        self._stopped: set[str] = set()
        self._turn, self._door = threading.Lock(), threading.Lock()

    def begin(self, name: str, work: Callable[[Progress], None], is_long: bool) -> None:
        """Do it at once, or if it is long behind; nothing if somebody does it already.

        What goes wrong behind is in the log, and ``name`` among those that failed.
        """
        with self._door:
            if name in self:
                return
            self[name] = 0
            self.failed.discard(name)
        if is_long:
            threading.Thread(target=self._behind, args=(name, work), daemon=True).start()
            return
        try:
            work(self._progress(name))
        finally:
            self.pop(name, None)

    def stop(self, name: str) -> None:
        """Let it end, unfinished, when it next says how far it is."""
        with self._door:
            if name in self:
                self._stopped.add(name)

    def is_stopped(self, name: str) -> bool:
        return name in self._stopped

    def _behind(self, name: str, work: Callable[[Progress], None]) -> None:
        try:
            with self._turn:  # so that long tables of several people take the room of one
                work(self._progress(name))
        except Stopped:
            log.info("the work on %s was called off", name)
        except Exception:
            self.failed.add(name)
            log.exception("the work on %s stopped", name)
        finally:
            self.pop(name, None)
            self._stopped.discard(name)

    def _progress(self, name: str) -> Progress:
        def report(done: int) -> None:
            if name in self._stopped:
                raise Stopped
            self[name] = done

        return report
