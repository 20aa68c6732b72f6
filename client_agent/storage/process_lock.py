"""One serving process for each folder. The lock goes with the process, also if it is killed."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from sync.stores import private_files

from ..errors import AlreadyRunning
from .atomic_files import fault_of


@contextmanager
def alone(folder: Path) -> Iterator[Path]:
    """Hold the folder's lock. Yields the file for our address, which a second process reads.

    :raises AlreadyRunning: with that address, if another process holds it
    :raises StoreUnusable: if nothing can be written there
    """
    address = folder / "run.address"
    with _opened(folder / "run.lock") as file:
        if not _locked(file.fileno()):
            raise AlreadyRunning(address.read_text() if address.exists() else str(folder))
        try:
            yield address
        finally:
            with suppress(OSError):  # on a read-only disk there is none
                address.unlink(missing_ok=True)


def _opened(path: Path) -> IO[bytes]:
    try:
        if os.access(path.parent, os.W_OK):
            return private_files.opened(path, "a+b")
        return path.open("rb")
    except OSError as exc:
        raise fault_of(exc) from exc


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
