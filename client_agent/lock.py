"""One serving process for each folder. The lock goes with the process, also if it is killed."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .errors import AlreadyRunning


@contextmanager
def alone(folder: Path) -> Iterator[Path]:
    """Hold the folder's lock; the file may hold an address for whoever comes second.

    :raises AlreadyRunning: with that address, if another process holds it
    """
    path = folder / "run.lock"
    address = folder / "run.address"
    with path.open("a+b") as file:
        if not _locked(file.fileno()):
            raise AlreadyRunning(address.read_text() if address.exists() else str(folder))
        try:
            yield address
        finally:
            address.unlink(missing_ok=True)


if os.name == "nt":
    import msvcrt

    def _locked(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]  # Windows
        except OSError:
            return False
        return True

else:
    import fcntl

    def _locked(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
