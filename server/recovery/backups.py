"""Makes sealed backups of a province in use, and notes where the newest one was put."""

from __future__ import annotations

import json
import os
import shutil
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from server.config import Config
from server.keys import public_keys
from server.province import Province
from sync.stores import private_files

from . import sealed_backups
from . import sheet as sheets

DRAFT = ".backing-up-"


class NoSheet(Exception):
    """There is no recovery sheet yet to which a backup could be sealed."""


class Copy(NamedTuple):
    path: Path
    made: int  # in milliseconds


def back_up(province: Province, path: Path) -> int:
    """Write a sealed backup to ``path``, whole and read back, or not at all.

    Returns how many rows in it are not what was written, as they are damaged in the database, too.

    The plain copy that it is made of is in the province's own folder meanwhile, never at ``path``.

    :raises NoSheet:  :raises StoreUnusable: if the database cannot be copied
    :raises OSError: if the file cannot be written
    """
    sheet = sheets.current(province.db())
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


def note(config: Config, path: Path) -> None:
    """A copy was made just now."""
    saved = {"path": str(path.absolute()), "made": config.wall()}
    private_files.write(_note(config), json.dumps(saved))


def newest(config: Config) -> Copy | None:
    """The newest copy that was noted; None if there is none, or it is not there any more."""
    with suppress(OSError, ValueError, LookupError, TypeError):
        saved = json.loads(_note(config).read_text(encoding="utf-8"))
        copy = Copy(Path(saved["path"]), int(saved["made"]))
        if copy.path.is_file():
            return copy
    return None


def of(config: Config, path: Path) -> Copy:
    """That copy; of one that was not noted, the time of its file."""
    noted = newest(config)
    if noted and noted.path == path.absolute():
        return noted
    return Copy(path, path.stat().st_mtime_ns // 1_000_000)


def _note(config: Config) -> Path:
    return config.folder / "last-backup.json"
