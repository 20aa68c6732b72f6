"""Commands that keep what the server holds: copies of it, and records from the log."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import datetime, timezone
from pathlib import Path

import click

from server import rebuilding
from server.config import Config
from server.province import Province
from sync.errors import StoreUnusable
from sync.stores.backups import check
from sync.stores.faults import translated

from .serving import alone
from .speech import BadCopy, Unwritable, tell

FILE = click.Path(dir_okay=False, path_type=Path)


@click.command()
@click.argument("path", type=FILE)
@click.pass_obj
def backup(config: Config, path: Path) -> None:
    """Sao lưu ra tệp PATH, cả khi máy chủ đang chạy. Copy the database to PATH, and check it."""
    province = Province(config)
    if not path.parent.is_dir() or path.is_dir():
        raise Unwritable(str(path))
    province.store().backup(path)
    tell("cli.backed_up", path=path)


@click.command()
@click.argument("path", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.pass_obj
def restore(config: Config, path: Path) -> None:
    """Khôi phục từ bản sao PATH. Put a copy in place; what was there is set aside.

    The server gets a new name, so every centre compares what it has with what the server
    now holds, and sends again what is missing.
    """
    _sound(path)
    config.folder.mkdir(parents=True, exist_ok=True)
    with alone(config.folder):
        draft = config.database.with_suffix(".restoring")
        _copy(path, draft)
        aside = _set_aside(config)
        draft.replace(config.database)
        province = Province(config)
        province.hub().rename()
    if aside:
        tell("cli.set_aside", path=aside)
    tell("cli.restored", path=path, name=province.hub().name)


@click.command()
@click.pass_obj
def rebuild(config: Config) -> None:
    """Dựng lại bản ghi từ nhật ký. Make every record anew from the log, and say what differed."""
    count, changed = rebuilding.rebuild(Province(config))
    tell("cli.rebuilt", count=count, changed=changed)


def _sound(path: Path) -> None:
    """:raises BadCopy: if that is no sound database of a province's"""
    try:
        with translated(), closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as copy:
            check(copy)
            names = {row[1] for row in copy.execute("pragma table_list")}
    except StoreUnusable as exc:
        raise BadCopy(f"{path}: {exc}") from exc
    if "setting" not in names:
        raise BadCopy(str(path))


def _copy(path: Path, draft: Path) -> None:
    draft.write_bytes(path.read_bytes())
    draft.chmod(0o600)


def _set_aside(config: Config) -> Path | None:
    """Move the database, and what belongs to it, out of the way; return where it now lies."""
    if not config.database.exists():
        return None
    moment = datetime.fromtimestamp(config.wall() / 1000, timezone.utc).strftime("%Y%m%dT%H%M%S")
    aside = config.database.with_name(f"province-before-{moment}.db")
    for suffix in ("", "-wal", "-shm"):
        part = config.database.with_name(config.database.name + suffix)
        if part.exists():
            part.rename(aside.with_name(aside.name + suffix))
    return aside


COMMANDS = (backup, restore, rebuild)
