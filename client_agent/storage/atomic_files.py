"""Files that are there whole or not at all, also when the power fails or the stick is pulled."""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from pathlib import Path

from sync.errors import StoreFull, StoreReadOnly, StoreUnusable
from sync.stores import private_files

from ..errors import FileUnwritable, StickFull, StickGone, StickReadOnly

AT_ONCE = 1 << 16  # bytes
FAULTS: dict[int, type[StoreUnusable]] = {
    errno.EACCES: StoreReadOnly,
    errno.EPERM: StoreReadOnly,
    errno.EROFS: StoreReadOnly,
    errno.ENOSPC: StoreFull,
}
STICK_FAULTS: dict[int, type[FileUnwritable]] = {
    **dict.fromkeys((errno.ENOSPC, errno.EDQUOT, errno.EFBIG), StickFull),
    **dict.fromkeys((errno.EROFS, errno.EACCES, errno.EPERM), StickReadOnly),
    **dict.fromkeys((errno.ENOENT, errno.ENODEV, errno.ENXIO, errno.ENOTDIR, errno.EIO), StickGone),
}


def write_whole(path: Path, data: bytes) -> None:
    """Write under a temporary name, sync, read back, rename.

    :raises FileUnwritable: if it could not be written, or does not read back; ``path`` is as before
    """
    temporary = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        _write(temporary, data)
        if temporary.read_bytes() != data:
            raise FileUnwritable(f"{path}: does not read back")
        temporary.replace(path)
        folder_to_disk(path.parent)
    except OSError as exc:
        raise FileUnwritable(f"{path}: {exc.strerror or exc}") from exc
    finally:
        _remove(temporary)


def _write(path: Path, data: bytes) -> None:
    with private_files.opened(path) as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def fault_of(exc: OSError) -> StoreUnusable:
    """What is wrong with the centre's own folder, as the store would say it."""
    kind = FAULTS.get(exc.errno or 0, StoreUnusable)
    return kind(f"{exc.filename}: {exc.strerror}")


def to_disk(path: Path) -> None:
    """Flush what was written to the file to the disk."""
    handle = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def folder_to_disk(folder: Path) -> None:
    """Flush the folder's names to the disk; Windows does it by itself, and cannot open folders."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    with suppress(OSError):  # some sticks' file systems cannot, and what was written is there
        os.fsync(handle)
    os.close(handle)


def _remove(path: Path) -> None:
    with suppress(OSError):  # the stick is gone, and the part with it
        path.unlink(missing_ok=True)
