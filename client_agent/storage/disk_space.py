"""Room on the disk: how little is left, what stops first, and the reserve for that day.

    below 200 MB   pages say so
    below 50 MB    no more copies; nothing else stops
    none           the reserve is given up, so that saving goes on
    none again     nothing can be saved; reading and the way to a stick remain

The reserve is a file of eight megabytes that says nothing: room for some thousand saves.
No save is refused beforehand; whether there is room for it only the disk knows.
"""

from __future__ import annotations

import logging
import os
import shutil
from contextlib import suppress
from enum import IntEnum
from pathlib import Path

from ..errors import FileUnwritable
from .atomic_files import write_whole

log = logging.getLogger(__name__)

MEGABYTE = 1 << 20
LOW, TIGHT, RESERVE = 200 * MEGABYTE, 50 * MEGABYTE, 8 * MEGABYTE
NEEDED, NOTHING = 2 * MEGABYTE, MEGABYTE // 8  # by a save at the most; by none


class Level(IntEnum):
    """How much room is left; the higher, the worse."""

    PLENTY, LOW, TIGHT, RESERVE, FULL = range(5)


def level(folder: Path) -> Level:
    left = free(folder)
    if left >= LOW:
        return Level.PLENTY
    if left >= TIGHT:
        return Level.LOW
    if _reserve(folder).exists() or left >= RESERVE + NEEDED:
        return Level.TIGHT
    return Level.RESERVE if left >= NOTHING else Level.FULL


def free(folder: Path) -> int:
    """Bytes that we may still write."""
    try:
        return shutil.disk_usage(folder).free
    except OSError:
        return LOW  # unknown, so no warning is given


def keep_reserve(folder: Path) -> None:
    """Create the reserve, if there is room for it."""
    if not _reserve(folder).exists() and free(folder) >= TIGHT + RESERVE:
        with suppress(FileUnwritable):  # then there is none, and that is all
            write_whole(_reserve(folder), os.urandom(RESERVE))


def make_room(folder: Path) -> None:
    """Before a save: give up the reserve if there is no room."""
    if free(folder) < NEEDED:
        give_up_reserve(folder)


def give_up_reserve(folder: Path) -> bool:
    """Give up the reserve; return whether there was one."""
    try:
        _reserve(folder).unlink()
    except OSError:
        return False
    log.warning("the disk is full; the reserve was given up")
    return True


def _reserve(folder: Path) -> Path:
    return folder / "reserve"
