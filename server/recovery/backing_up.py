"""Makes a sealed backup of a province in use."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from pathlib import Path

from server.keys import public_keys
from server.province import Province
from sync.stores import private_files

from . import sealed_backups
from .standing import standing

DRAFT = ".backing-up-"


class NoSheet(Exception):
    """There is no recovery sheet yet to which a backup could be sealed."""


def back_up(province: Province, path: Path) -> int:
    """Write a sealed backup to ``path``, whole and read back, or not at all.

    Returns how many rows in it are not what was written, as they are damaged in the database, too.

    The plain copy that it is made of is in the province's own folder meanwhile, never at ``path``.

    :raises NoSheet:  :raises StoreUnusable: if the database cannot be copied
    :raises OSError: if the file cannot be written
    """
    sheet = standing(province.db())
    if sheet is None:
        raise NoSheet(str(path))
    secrets, now = province.keyring.secrets, province.wall()
    room = province.config.folder / f"{DRAFT}{os.getpid()}"
    _sweep(province.config.folder)
    private_files.folder(room)
    try:
        copy = room / "province.db"
        damaged = province.store().backup(copy)
        sealed_backups.write(path, copy, secrets, sheet.key, now)
    finally:
        shutil.rmtree(room, ignore_errors=True)
    public_keys.note_backed_up(province.db(), [pair.generation for pair in secrets.pairs], now)
    return damaged


def _sweep(folder: Path) -> None:
    """Remove what a backup left that was killed."""
    for left in folder.glob(f"{DRAFT}*"):
        if not _runs(left.name.removeprefix(DRAFT)):
            shutil.rmtree(left, ignore_errors=True)


def _runs(process: str) -> bool:
    if os.name != "posix" or not process.isdigit() or int(process) == os.getpid():
        return process.isdigit() and int(process) != os.getpid()
    with suppress(ProcessLookupError):
        os.kill(int(process), 0)  # asks only
        return True
    return False
