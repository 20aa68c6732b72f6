"""Makes files and folders that only the account of this program may read: the one place that does.

Databases, keys, copies and exports hold names of people. What is made with the system's usual
mode can be read by every account of the computer, so nothing is: a file has mode 0600, a folder
0700, whatever the umask is. What is there already, made by an earlier version or copied by a
person, is tightened. Windows knows no modes; there the folder's access list decides. A file
system that knows none (FAT) keeps its own.
"""

from __future__ import annotations

import errno
import logging
import os
import shutil
import stat
import threading
from collections.abc import Iterator
from contextlib import suppress
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import IO, Any

log = logging.getLogger(__name__)

FILE, FOLDER, OTHERS = 0o600, 0o700, 0o077
BINARY = getattr(os, "O_BINARY", 0)
KNOWS_NO_MODES = (errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS)  # of file systems
BESIDE = ("", "-wal", "-shm", "-journal")  # SQLite makes the latter with the mode of the first

_preparing = threading.Lock()


def opened(path: Path, mode: str = "wb", **how: Any) -> IO[Any]:
    """As ``open``, for writing.

    :raises OSError: as ``open``
    """
    return open(path, mode, opener=_open, **how)


def lock_file(path: Path) -> int:
    """The handle of an empty file for locks, made if it is not there.

    :raises OSError: if it cannot be opened for writing
    """
    return _open(str(path), os.O_RDWR | os.O_CREAT | BINARY)


def write(path: Path, text: str) -> None:
    """:raises OSError:"""
    with opened(path, "w", encoding="utf-8") as file:
        file.write(text)


def copy(path: Path, to: Path) -> None:
    """Copy the bytes of a file.

    :raises OSError:
    """
    with path.open("rb") as source, opened(to) as target:
        shutil.copyfileobj(source, target)


def folder(path: Path, is_ours: bool = True) -> None:
    """Make the folder and those above it that are missing; tighten it if it is there and ours.

    :raises OSError: if it cannot be made
    """
    if path.is_dir():
        if is_ours:
            _tighten(path)
        return
    if path.parent != path:
        folder(path.parent, is_ours=False)
    with suppress(FileExistsError):  # another process was quicker
        path.mkdir(FOLDER)
    if not path.is_dir():
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))


def database(path: Path) -> None:
    """Let SQLite find an empty file where it would make one, and tighten what is there.

    A file that exists is not opened for that: to close it would end this process's locks on it.
    Where no file can be made, SQLite cannot either, and says why in its own words.
    """
    with _preparing:  # no other thread opens the new file before it is closed here
        with suppress(OSError):
            os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | BINARY, FILE))
        for suffix in BESIDE:
            _tighten(path.with_name(path.name + suffix))


def tighten(place: Path, but: Path | None = None) -> list[Path]:
    """Take from others what they may do with the folder and all in it; what still is open to them.

    A link is left alone, and what it leads to; so is ``but``.
    """
    return [path for path in (place, *_below(place)) if path != but and not _tighten(path)]


class LogFile(RotatingFileHandler):
    """A rotating log that only we read."""

    def _open(self) -> Any:
        return opened(Path(self.baseFilename), self.mode, encoding=self.encoding)


def _open(path: str, flags: int) -> int:
    handle = os.open(path, flags, FILE)
    if os.name != "nt" and os.fstat(handle).st_mode & OTHERS:
        with suppress(OSError):  # another account's, or of a file system that knows no modes
            os.fchmod(handle, FILE)
    return handle


def _tighten(path: Path) -> bool:
    """Whether others may do nothing with it, as far as the file system knows of others."""
    if os.name == "nt":
        return True
    try:
        mode = path.lstat().st_mode
        if stat.S_ISLNK(mode) or not mode & OTHERS:
            return True
        path.chmod(stat.S_IMODE(mode) & ~OTHERS)
    except FileNotFoundError:
        return True
    except OSError as exc:
        log.warning("%s stays open to other accounts: %s", path, exc)
        return exc.errno in KNOWS_NO_MODES
    return True


def _below(place: Path) -> Iterator[Path]:
    with suppress(OSError):  # it is not there, or closed to us too
        for entry in os.scandir(place):
            yield Path(entry.path)
            if entry.is_dir(follow_symlinks=False):
                yield from _below(Path(entry.path))
