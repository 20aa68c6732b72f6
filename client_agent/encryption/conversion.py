"""Encrypts all that lies in a centre's folder, or takes that back; and says how far it is.

Each database is written anew beside its place, compared row by row, and put there in one step:
whatever ends the program, each file is whole, the old one or the new one, and opens, since every
file says for itself whether it is encrypted. Done again, it goes on with what is left.

What was readable is overwritten before it is removed. A flash drive may keep the old blocks all
the same, and so may a journal of the file system: who needs more than that encrypts the disk.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from sync.errors import CipherMissing, StoreDamaged
from sync.stores.crypto import cipher, conversion
from sync.stores.imports import FOLDER as IMPORTS
from sync.stores.json_lines import Lines

from .. import config
from ..database import atomic_files, copies, integrity
from ..database.process_lock import alone
from ..syncing import enrolment
from . import keyring
from .recovery_key import new_secret

if TYPE_CHECKING:
    from ..agent import Agent

log = logging.getLogger(__name__)

PART, OLD = ".part", ".old"
SEEDS = (config.SEED, enrolment.NEW)


def prepare(agent: Agent) -> tuple[bytes, str]:
    """The secret, kept by the system, and the file it lies in; a new one if there was none.

    :raises CipherMissing: if SQLCipher is not installed  :raises KeyPlaceUnsafe:
    :raises AlreadyRunning:  :raises StoreLocked: if the system does not give the secret back
    """
    if not cipher.available():
        raise CipherMissing("khuyenhoc[cipher]")
    with alone(agent.folder):
        if not keyring.is_used(agent.folder):
            keyring.keep(agent.folder, agent.settings, new_secret())
            agent.keys.forget()
        return keyring.kept(agent.folder, agent.settings)


def encrypt(agent: Agent, drop_damaged: bool = False) -> None:
    """Encrypt what is readable, after ``prepare``.

    :raises AlreadyRunning:  :raises StoreBusy: if another process has it open
    """
    with _alone(agent):
        _note(agent, "yes")
        _finish(agent)
        key = agent.keys.database
        for path in _databases(agent):
            if cipher.is_plain(path):
                _swap(path, b"", key)
        Lines(agent.folder / IMPORTS).reseal(key, wipe)
        for name in SEEDS:
            if (agent.folder / name).exists():
                agent.keys.save_seed(agent.keys.seed(name), name)
        if drop_damaged:
            _drop_damaged(agent.folder)


def decrypt(agent: Agent) -> None:
    """Make all readable again, and forget the key.

    :raises StoreLocked: if it is not here  :raises AlreadyRunning:  :raises StoreBusy:
    """
    secret, key = agent.keys.secret, agent.keys.database
    if not secret:
        return
    with _alone(agent):
        _finish(agent)
        for path in _databases(agent):
            if path.exists() and cipher.head(path) == cipher.salt(key):
                _swap(path, key, b"")
        Lines(agent.folder / IMPORTS, key).reseal(b"", wipe)
        for name in SEEDS:
            if (agent.folder / name).exists():
                config.save_device_seed(agent.folder, agent.keys.seed(name), name)
        _note(agent, "no")
        keyring.forget(agent.folder, agent.settings)
        agent.keys.forget()


def state(agent: Agent) -> str:
    """on, partly (something readable is left), wanted (by the settings, and not done), off."""
    if is_begun(agent):
        return "partly" if readable(agent) else "on"
    return "wanted" if agent.settings.encrypted == "yes" else "off"


def is_begun(agent: Agent) -> bool:
    """Whether anything is encrypted; a key alone, which was kept before, is nothing yet."""
    if not keyring.is_used(agent.folder):
        return False
    seeds = [path for name in SEEDS if (path := agent.folder / name).exists()]
    return any(map(_is_marked, _databases(agent))) or not all(map(_is_bare, seeds))


def readable(agent: Agent) -> list[Path]:
    """The files here, and on the other drive, in which whoever has them reads the work."""
    place = copies.elsewhere(agent.settings)
    found = [*agent.folder.rglob("*.db*"), *(place.glob("*.db*") if place else ())]
    found = [path for path in found if not path.name.endswith(("-wal", "-shm"))]  # in use
    aside = [p for p in agent.folder.glob(f"{integrity.ASIDE}/*.db") if not _is_marked(p)]
    seeds = [p for name in SEEDS if (p := agent.folder / name).exists() and _is_bare(p)]
    return sorted({*filter(cipher.is_plain, found), *aside, *seeds})


def wipe(path: Path) -> None:
    """Remove the file; what it says is overwritten first, unless it is a file by another name."""
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
def _alone(agent: Agent) -> Iterator[None]:
    agent.close()
    with alone(agent.folder), agent.opening.alone():
        try:
            yield
        except OSError as exc:
            raise atomic_files.fault_of(exc) from exc


def _databases(agent: Agent) -> list[Path]:
    """Those that are in use: the centre's, its copies, and what a restored copy took the place "
    "of."""
    folder = agent.folder
    places = (copies.here(folder), copies.elsewhere(agent.settings), copies.before(folder))
    return [config.database(folder), *(c.path for p in places for c in copies.found(p))]


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


def _finish(agent: Agent) -> None:
    """Remove what an attempt that was cut short has left."""
    for path in _databases(agent):
        for left in (*path.parent.glob(f"{path.name}{PART}*"), path.with_name(path.name + OLD)):
            wipe(left)
    for left in agent.folder.glob(f"{config.DATABASE}.new*"):  # of a recovery
        wipe(left)


def _drop_damaged(folder: Path) -> None:
    for place in folder.glob(integrity.ASIDE):
        if (place / integrity.READ).exists():  # all that could be read of it was brought back
            for path in place.iterdir():
                wipe(path)
            place.rmdir()


def _note(agent: Agent, wanted: str) -> None:
    if agent.settings.encrypted != wanted:
        config.save(agent.folder, replace(agent.settings, encrypted=wanted))


def _is_marked(path: Path) -> bool:
    return cipher.head(path).startswith(cipher.MARK)


def _is_bare(path: Path) -> bool:
    return path.stat().st_size == config.KEY
