"""Who has the database open: it is looked at before the first, and rebuilt while nobody has.

Processes share a lock for as long as they have it open. Whoever finds damage must have the
lock alone: else another process would go on writing into the file that was set aside.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from pathlib import Path

from sync.errors import StoreDamaged


class Opening:
    def __init__(self, folder: Path, look: Callable[[Callable[[], None]], None]) -> None:
        self._path = folder / "store.lock"
        self._look = look  # is given what makes sure that we are alone
        self._mutex = threading.Lock()
        self._file: int | None = None
        self._count = 0
        self._is_looked_at = False

    def enter(self) -> None:
        """A thread is about to open the database.

        :raises StoreUnusable: if it is damaged and cannot be made anew now
        """
        with self._mutex:
            self._hold()
            try:
                self._look_once()
                self._count += 1
            finally:
                self._release() if not self._count else _lock(self._file, False)

    def leave(self) -> None:
        """A thread has closed it."""
        with self._mutex:
            self._count -= 1
            if self._count <= 0:
                self._release()

    def end(self) -> None:
        """All threads have ended, whether or not they closed it."""
        with self._mutex:
            self._count = 0
            self._release()

    def _look_once(self) -> None:
        if not self._is_looked_at:
            self._look(self._be_alone)
            self._is_looked_at = True

    def _hold(self) -> None:
        if self._file is None:
            self._file = _opened(self._path)
            _lock(self._file, False)

    def _be_alone(self) -> None:
        """:raises StoreDamaged: if another process has the database open"""
        if not _lock(self._file, True):
            raise StoreDamaged("another process has the damaged database open")

    def _release(self) -> None:
        if self._file is not None:
            os.close(self._file)
            self._file = None

    def __del__(self) -> None:
        self._release()


def _opened(path: Path) -> int | None:
    """None on a disk that may not be written: there, nobody will rebuild anything either."""
    try:
        return os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError:
        return None


if os.name == "nt":

    def _lock(file: int | None, alone: bool) -> bool:
        """Windows does not let anybody move a file that another has open."""
        return True

else:
    import fcntl

    def _lock(file: int | None, alone: bool) -> bool:
        if file is None:
            return True
        kind = fcntl.LOCK_EX | fcntl.LOCK_NB if alone else fcntl.LOCK_SH
        try:
            fcntl.flock(file, kind)
        except OSError:
            return False
        return True
