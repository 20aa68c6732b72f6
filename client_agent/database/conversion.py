"""Encrypts everything in a centre's folder, or decrypts it, and reports how far it is.

Each database is rewritten beside its place, compared row by row, and put in place in one step.
Whatever ends the program, each file is whole, the old one or the new one, and opens: every file
shows by itself whether it is encrypted. Run again, it continues with the rest.

Readable files are overwritten before they are removed. A flash drive or a journal of the file
system may keep the old blocks all the same: who needs more than that encrypts the disk.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

from sync.errors import CipherMissing, StoreDamaged
from sync.stores import cipher, conversion
from sync.stores.imports import FOLDER as IMPORTS
from sync.stores.json_lines import Lines

from .. import config
from ..encryption import keyring
from ..encryption.recovery_key import new_secret
from ..storage import atomic_files
from ..storage.process_lock import alone
from ..workspace import Workspace
from . import copies, integrity

log = logging.getLogger(__name__)

PART, OLD = ".part", ".old"


def prepare(workspace: Workspace) -> tuple[bytes, str]:
    """The secret, kept by the system, and its file; a new secret if there was none.

    :raises CipherMissing: if SQLCipher is not installed  :raises KeyPlaceUnsafe:
    :raises AlreadyRunning:  :raises StoreLocked: if the system does not give the secret back
    """
    if not cipher.available():
        raise CipherMissing("khuyenhoc[cipher]")
    with alone(workspace.folder):
        if not keyring.is_used(workspace.folder):
            keyring.keep(workspace.folder, workspace.settings, new_secret())
            workspace.keys.forget()
        return keyring.kept(workspace.folder, workspace.settings)


def encrypt(workspace: Workspace, drop_damaged: bool = False) -> None:
    """Encrypt what is readable, after ``prepare``.

    :raises AlreadyRunning:  :raises StoreBusy: if another process has it open
    """
    with _alone(workspace):
        note_wanted(workspace, "yes")
        _finish(workspace)
        key = workspace.keys.database
        for path in _databases(workspace):
            if cipher.is_plain(path):
                _swap(path, b"", key)
        Lines(workspace.folder / IMPORTS).reseal(key, wipe)
        for name in config.SEEDS:
            if (workspace.folder / name).exists():
                workspace.keys.save_seed(workspace.keys.seed(name), name)
        if drop_damaged:
            _drop_damaged(workspace.folder)


def decrypt(workspace: Workspace) -> None:
    """Decrypt everything, and forget the key.

    :raises StoreLocked: if it is not here  :raises AlreadyRunning:  :raises StoreBusy:
    """
    secret, key = workspace.keys.secret, workspace.keys.database
    if not secret:
        return
    with _alone(workspace):
        _finish(workspace)
        for path in _databases(workspace):
            if path.exists() and cipher.head(path) == cipher.salt(key):
                _swap(path, key, b"")
        Lines(workspace.folder / IMPORTS, key).reseal(b"", wipe)
        for name in config.SEEDS:
            if (workspace.folder / name).exists():
                config.save_device_seed(workspace.folder, workspace.keys.seed(name), name)
        note_wanted(workspace, "no")
        keyring.forget(workspace.folder, workspace.settings)
        workspace.keys.forget()


def state(workspace: Workspace) -> str:
    """``on``, ``off``, ``partly`` (something is left), ``wanted`` (in the settings, not done)."""
    if is_begun(workspace):
        return "partly" if readable(workspace) else "on"
    return "wanted" if workspace.settings.encrypted == "yes" else "off"


def is_begun(workspace: Workspace) -> bool:
    """Whether anything is encrypted; a key alone, which is kept first, does not count."""
    if not keyring.is_used(workspace.folder):
        return False
    seeds = [path for name in config.SEEDS if (path := workspace.folder / name).exists()]
    return any(map(_is_marked, _databases(workspace))) or not all(map(_is_bare, seeds))


def readable(workspace: Workspace) -> list[Path]:
    """The files in the folder and on the other drive that anybody who has them can read."""
    place = copies.elsewhere(workspace.settings)
    files = [*workspace.folder.rglob("*.db*"), *(place.glob("*.db*") if place else ())]
    files = [path for path in files if not path.name.endswith(("-wal", "-shm"))]  # in use
    aside = [p for p in workspace.folder.glob(f"{integrity.ASIDE}/*.db") if not _is_marked(p)]
    seeds = [p for name in config.SEEDS if (p := workspace.folder / name).exists() and _is_bare(p)]
    return sorted({*filter(cipher.is_plain, files), *aside, *seeds})


def wipe(path: Path) -> None:
    """Overwrite and remove the file; one that has another name, too, is only removed."""
    with suppress(FileNotFoundError):
        if path.stat().st_nlink == 1:
            with path.open("r+b") as file:
                _blank(file.fileno(), path.stat().st_size)
        path.unlink()


def _blank(file: int, size: int) -> None:
    for begin in range(0, size, atomic_files.AT_ONCE):
        os.write(file, bytes(min(atomic_files.AT_ONCE, size - begin)))
    os.fsync(file)


@contextmanager
def _alone(workspace: Workspace) -> Iterator[None]:
    workspace.close()
    with alone(workspace.folder), workspace.database_lock.alone():
        try:
            yield
        except OSError as exc:
            raise atomic_files.fault_of(exc) from exc


def _databases(workspace: Workspace) -> list[Path]:
    """The centre's database, its copies, and the databases that restored copies replaced."""
    folder = workspace.folder
    places = (
        copies.local(folder),
        copies.elsewhere(workspace.settings),
        copies.before_restore(folder),
    )
    return [config.database(folder), *(c.path for p in places for c in copies.find_all(p))]


def _swap(path: Path, key: bytes, new_key: bytes) -> None:
    part, old = path.with_name(path.name + PART), path.with_name(path.name + OLD)
    try:
        conversion.rewrite(path, part, key, new_key)
    except StoreDamaged:
        log.warning("%s is damaged and stays as it is", path, exc_info=True)
        wipe(part)
        if path.name == config.DATABASE:
            raise
        return
    atomic_files.to_disk(part)
    with suppress(OSError):  # a file system without it: the old blocks are merely freed
        os.link(path, old)
    cipher.forget(path)
    part.replace(path)
    atomic_files.folder_to_disk(path.parent)
    wipe(old)


def _finish(workspace: Workspace) -> None:
    """Remove the files of an interrupted attempt."""
    for path in _databases(workspace):
        for left in (*path.parent.glob(f"{path.name}{PART}*"), path.with_name(path.name + OLD)):
            wipe(left)
    for left in workspace.folder.glob(f"{config.DATABASE}.new*"):  # of a recovery
        wipe(left)


def _drop_damaged(folder: Path) -> None:
    for place in folder.glob(integrity.ASIDE):
        if (place / integrity.READ).exists():  # all that could be read of it was brought back
            for path in place.iterdir():
                wipe(path)
            place.rmdir()


def note_wanted(workspace: Workspace, wanted: str) -> None:
    if workspace.settings.encrypted != wanted:
        config.save(workspace.folder, replace(workspace.settings, encrypted=wanted))


def _is_marked(path: Path) -> bool:
    return cipher.head(path).startswith(cipher.MARK)


def _is_bare(path: Path) -> bool:
    return path.stat().st_size == config.KEY
