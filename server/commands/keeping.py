"""Commands that keep what the server holds: copies of it, and records from the log."""

from __future__ import annotations

import sqlite3
import sys
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
from sync.stores.proving import Step

from .serving import alone
from .speech import DIFFERS, BadCopy, Unwritable, tell
from .texts import TEXTS

NAMED = 50  # findings that are listed
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


@click.command()
@click.option("--repair", is_flag=True, help="Dựng lại từ nhật ký. Make anew what differs.")
@click.pass_context
def verify(context: click.Context, repair: bool) -> None:
    """Đối chiếu mọi bản ghi với nhật ký. Hold every record against the log.

    Looks at records, fingerprints, sums and report tables, and changes nothing unless --repair
    is given; the server need not stop. Exit code 12: something differs and was not mended.
    """
    province = Province(context.obj)
    found = _looked(province)
    differing = [finding for step in found for finding in step.findings]
    for finding in differing[:NAMED]:
        click.echo(f"{finding.kind}\t{'/'.join(filter(None, finding.key))}")
    if differing and repair:
        rebuilding.mend(province, found)
        left = sum(len(step.findings) for step in _looked(province))
        tell("cli.verify_mended", count=len(differing) - left, left=left)
    elif differing:
        tell("cli.verify_differs", count=len(differing))
        left = len(differing)
    else:
        tell("cli.verify_sound", count=found[-1].all)
        left = 0
    context.exit(DIFFERS if left else 0)


def _looked(province: Province) -> list[Step]:
    """Every step of a look, with a bar that shows how far it is."""
    label, found = TEXTS["cli.verify_looking"].vi, []
    with click.progressbar(length=1, label=label, file=sys.stderr) as bar:
        for step in rebuilding.look(province):
            found.append(step)
            bar.length, bar.pos = max(1, step.all), step.done
            bar.update(0)
    return found


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


COMMANDS = (backup, restore, rebuild, verify)
