"""Locks for opening the database: it is checked before the first opens it, rebuilt only alone.

Processes share a lock while they have the database open, and enter one at a time. A process that
enters alone checks all of it, and may rebuild it: nobody goes on writing into a file that was set
aside. A later process knows that it is not alone: the end of the write-ahead log is then what the
others are writing, or what one of them was killed in, and proves nothing.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sync.errors import StoreBusy
from sync.stores import private_files


class DatabaseLock:
    """One for each process: its threads enter before they open the database, and leave after.

    :param look: checks the database before the first thread opens it; gets whether we are alone
    """

    def __init__(self, folder: Path, look: Callable[[bool], None]) -> None:
        self._folder = folder
        self._look = look
        self._mutex = threading.Lock()
        self._file: int | None = None
        self._count = 0
        self._is_looked_at = False

    def enter(self) -> None:
        """A thread is about to open the database.

        :raises StoreUnusable: if it is damaged and cannot be rebuilt now
        """
        with self._mutex:
            if not self._count:
                with _turn(self._folder):
                    self._come_in()
            self._count += 1

    def leave(self) -> None:
        """A thread has closed it."""
        with self._mutex:
            self._count -= 1
            if self._count <= 0:
                self._release()

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Hold the lock exclusively: nobody has the database open, and nobody can open it.

        :raises StoreBusy: if somebody has
        """
        with self._mutex, _turn(self._folder):
            if self._count:
                raise StoreBusy("a thread has the database open")
            self._file = _opened(self._folder / "store.lock")
            try:
                if not _alone(self._file, self._folder / "centre.db"):
                    raise StoreBusy("another process has the database open")
                yield
            finally:
                self._release()

    def end(self) -> None:
        """All threads have ended, whether or not they closed it."""
        with self._mutex:
            self._count = 0
            self._release()

    def _come_in(self) -> None:
        self._file = _opened(self._folder / "store.lock")
        try:
            is_alone = _alone(self._file, self._folder / "centre.db")
            if not self._is_looked_at:
                self._look(is_alone)
                self._is_looked_at = True
            _share(self._file)
        except BaseException:
            self._release()
            raise

    def _release(self) -> None:
        if self._file is not None:
            os.close(self._file)
            self._file = None

    def __del__(self) -> None:
        self._release()


@contextmanager
def _turn(folder: Path) -> Iterator[None]:
    """One process at a time; one that waits then sees the result of the other."""
    file = _opened(folder / "store.turn")
    try:
        _wait(file)
        yield
    finally:
        if file is not None:
            os.close(file)


def _opened(path: Path) -> int | None:
    """None on a read-only disk, where nobody rebuilds anything either."""
    try:
        return private_files.lock_file(path)
    except OSError:
        return None


if os.name == "nt":  # one signature for both; each looks at what its system locks

    def _alone(file: int | None, database: Path) -> bool:  # noqa: ARG001
        """Whether nobody else has the database open: Windows refuses to rename an open file."""
        try:
            database.rename(database)
        except FileNotFoundError:
            return True
        except OSError:
            return False
        return True

    def _share(file: int | None) -> None: ...

    def _wait(file: int | None) -> None: ...

else:
    import fcntl

    def _alone(file: int | None, database: Path) -> bool:  # noqa: ARG001
        """Whether nobody else has the database open; nobody can enter before we share the lock."""
        return _lock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _share(file: int | None) -> None:
        _lock(file, fcntl.LOCK_SH)

    def _wait(file: int | None) -> None:
        _lock(file, fcntl.LOCK_EX)

    def _lock(file: int | None, kind: int) -> bool:
        if file is None:
            return True
        try:
            fcntl.flock(file, kind)
        except OSError:
            return False
        return True
