"""Commands that keep what the server holds: copies of it, and records from the log."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TextIO

import click

from server import imports
from server.config import Config
from server.province import Province
from server.recovery import backups, rebuilding, restoring, sealed_backups
from server.recovery.backups import back_up
from server.texts import TEXTS
from sync.stores import private_files
from sync.stores.backups import check
from sync.stores.health.consistency import ENTRY, Step

from .opening import open_province
from .recovery_sheet import SHEET, opened, remind
from .serve import alone
from .speech import DIFFERS, Unwritable, tell

NAMED = 50  # findings that are listed
FILE = click.Path(dir_okay=False, path_type=Path)


@click.command()
@click.argument("path", type=FILE)
@click.option("--plain", is_flag=True, help="Not encrypted and without the secret file: risky.")
@click.pass_context
def backup(context: click.Context, path: Path, plain: bool) -> None:
    """Sao lưu ra tệp PATH, cả khi máy chủ đang chạy. Make a backup at PATH, and check it.

    It holds the database and the secret file, and only the recovery sheet opens it. Every row is
    read back. Exit code 12: the backup was made, but rows of the database were damaged before.
    """
    config: Config = context.obj
    province = open_province(config)
    if not path.parent.is_dir() or path.is_dir():
        raise Unwritable(str(path))
    imports.tidy(province)
    damaged = province.store().backup(path) if plain else back_up(province, path)
    backups.note(config, path)
    tell("cli.backed_up_plain" if plain else "cli.backed_up", path=path)
    remind(province)
    if damaged:
        rebuilding.note(province)
        tell("cli.backed_up_damaged", count=damaged)
        context.exit(DIFFERS)


@click.command()
@click.argument("path", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@SHEET
@click.pass_obj
def restore(config: Config, path: Path, typed: TextIO | None) -> None:
    """Khôi phục từ bản sao PATH. Put a backup in place; what was there is set aside.

    A backup that is encrypted needs the words of the recovery sheet.

    The server gets a new name, so every centre compares what it has with what the server
    now holds, and sends again what is missing.
    """
    if not sealed_backups.is_sealed(path):
        restoring.sound(path)
    private_files.folder(config.folder)
    with alone(config.folder), opened(path, config.folder / "unsealing", typed) as source:
        restoring.sound(source.database)
        name, aside = restoring.in_place(source.database, config, source.secrets)
    if aside:
        tell("cli.set_aside", path=aside)
    tell("cli.restored", path=path, name=name)


@click.command()
@click.pass_obj
def rebuild(config: Config) -> None:
    """Dựng lại bản ghi từ nhật ký. Rebuild every record from the log, and say what differed."""
    province = open_province(config)
    count, changed = rebuilding.rebuild(province)
    tell("cli.rebuilt", count=count, changed=changed)
    _name_damaged(province)


@click.command()
@click.option("--repair", is_flag=True, help="Dựng lại từ nhật ký. Rebuild what differs.")
@click.option(
    "--from",
    "source",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="With --repair: a backup that damaged entries of the log are taken from.",
)
@SHEET
@click.pass_context
def verify(context: click.Context, repair: bool, source: Path | None, typed: TextIO | None) -> None:
    """Đối chiếu mọi bản ghi với nhật ký. Compare every record with the log.

    Looks at every entry of the log, and at records, checksums and report tables, and
    changes nothing unless --repair is given, but that the centres are asked for entries that are
    damaged; the server need not stop. Exit code 12: something
    differs and was not mended.
    """
    province = open_province(context.obj)
    check(province.db().conn)  # a bad index hides rows
    steps = _looked(province)
    differing = [finding for step in steps for finding in step.findings]
    for finding in differing[:NAMED]:
        click.echo(f"{finding.kind}\t{'/'.join(filter(None, finding.key))}")
    if differing and repair:
        if source:
            with opened(source, context.obj.folder / "unsealing", typed) as backup_of:
                tell(
                    "cli.taken_from_backup", count=rebuilding.put_back(province, backup_of.database)
                )
        rebuilding.mend(province, steps)
        left = sum(len(step.findings) for step in _looked(province))
        tell("cli.verify_mended", count=len(differing) - left, left=left)
    elif differing:
        tell("cli.verify_differs", count=len(differing))
        left = len(differing)
    else:
        tell("cli.verify_sound", count=steps[-1].all)
        left = 0
    rebuilding.note(province)
    _name_damaged(province)
    context.exit(DIFFERS if left else 0)


def _name_damaged(province: Province) -> None:
    """Say that all of the log is whole, or which records have damaged changes and what to do."""
    damaged = rebuilding.damaged(province)
    for each in damaged[:NAMED]:
        click.echo(f"{ENTRY}\t{'/'.join(each.key)}\t{each.at}\t{each.replica}")
    if damaged:
        tell("cli.entries_damaged", count=len(damaged))
    else:
        tell("cli.log_whole")


def _looked(province: Province) -> list[Step]:
    """Every step of a look, with a bar that shows how far it is."""
    label, steps = TEXTS["cli.verify_looking"].vi, []
    with click.progressbar(length=1, label=label, file=sys.stderr) as bar:
        for step in rebuilding.look(province):
            steps.append(step)
            bar.length, bar.pos = max(1, step.all), step.done
            bar.update(0)
    return steps


COMMANDS = (backup, restore, rebuild, verify)
