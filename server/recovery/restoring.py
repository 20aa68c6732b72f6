"""Puts a copy of the database in place as a new server, whole or not at all.

The server gets a new name before anybody can ask it anything, so every centre compares what
it has with what the server now holds, and sends again what is missing. What was there
before is set aside, never overwritten; a power cut on the way only means doing it again.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from sync.errors import StoreUnusable
from sync.stores import private_files, watermark
from sync.stores.backups import backup, check
from sync.stores.sqlite_errors import translated

from ..config import Config
from ..keys import secret_file
from ..keys.secret_file import Secrets
from ..province import Province

PARTS = ("", "-wal", "-shm")
Fill = Callable[[Province], None]


class BadCopy(Exception):
    """The file is not a sound copy of a province's database; nothing was touched."""


def sound(path: Path) -> None:
    """:raises BadCopy: if that is no sound database of a province's"""
    with _opened(path) as copy:
        check(copy)
        names = {row[1] for row in copy.execute("pragma table_list")}
    if "setting" not in names:
        raise BadCopy(str(path))


def restored(path: Path, config: Config, fill: Fill = lambda _: None) -> str:
    """Make the copy the database of an empty folder; return the name of the new server.

    ``fill`` brings more into it, before anybody can ask it anything.

    :raises StoreUnusable: if it could not be written
    """
    private_files.folder(config.folder)
    with _opened(path) as copy:
        backup(copy, config.database)
    province = Province(config)
    province.hub().begin_epoch()
    name = province.hub().name
    try:
        fill(province)
    finally:
        province.close()
    return name


def in_place(
    path: Path, config: Config, secrets: Secrets | None = None, fill: Fill = lambda _: None
) -> tuple[str, Path | None]:
    """Put the copy in the place of the database; the new server's name, and what was set aside.

    ``secrets``: the secrets that came with the copy. Without them it is this folder's own, with
    the secret file that is there.
    """
    draft = config.elsewhere(config.folder / "restoring")
    shutil.rmtree(draft.folder, ignore_errors=True)
    if secrets:
        secrets = _with_ours(secrets, config)
        draft = replace(draft, secrets=None, are_secrets_guarded=False)
        secret_file.write(draft.secret_file, secrets)
    name = restored(path, draft, fill)
    watermark.forget(config.database)
    aside = _set_aside(config)
    if secrets:
        _put_secrets(secrets, config)
    draft.database.replace(config.database)
    shutil.rmtree(draft.folder)
    if os.name == "posix":
        _to_disk(config.folder)
    return name, aside


@contextmanager
def _opened(path: Path) -> Iterator[sqlite3.Connection]:
    """:raises BadCopy: if it cannot be read as a database"""
    try:
        with translated(), closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as copy:
            yield copy
    except StoreUnusable as exc:
        raise BadCopy(str(path)) from exc


def set_aside(config: Config) -> list[Path]:
    """The databases that were in use before, in the order in which they were set aside."""
    return sorted(config.folder.glob("province-before-*.db"))


def _set_aside(config: Config) -> Path | None:
    """Move the database, and what belongs to it, out of the way; return where it is now."""
    if not config.database.exists():
        return None
    aside = _free(config)
    for suffix in PARTS:
        part = config.database.with_name(config.database.name + suffix)
        if part.exists():
            part.rename(aside.with_name(aside.name + suffix))
    return aside


def _with_ours(secrets: Secrets, config: Config) -> Secrets:
    """With the pairs that were made after the copy, if this folder still has them."""
    ours = _ours(config)
    return secrets.joined(ours.pairs) if ours and ours.root == secrets.root else secrets


def _put_secrets(secrets: Secrets, config: Config) -> None:
    """Put the secrets in place, before the database that needs them; others' are set aside."""
    ours, place = _ours(config), config.secret_file
    if secrets == ours:
        return
    if place.exists() and (ours is None or ours.root != secrets.root):
        place.rename(_free(config).with_suffix(".secrets"))
    secret_file.write(place, secrets)


def _ours(config: Config) -> Secrets | None:
    try:
        return secret_file.read(config.secret_file, is_guarded=True)
    except secret_file.SecretsUnusable:
        return None


def _free(config: Config) -> Path:
    """A name with the time that no file bears: two restores may come in one second."""
    moment = datetime.fromtimestamp(config.wall() / 1000, UTC).strftime("%Y%m%dT%H%M%S")
    aside = config.database.with_name(f"province-before-{moment}.db")
    while aside.exists() or aside.with_suffix(".secrets").exists():
        aside = aside.with_name(f"{aside.stem}x.db")
    return aside


def _to_disk(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
