"""The command that rebuilds a damaged database."""

from __future__ import annotations

from contextlib import nullcontext
from pathlib import Path
from typing import TextIO

import click

from schemas.formatting.vietnamese import number
from server.config import Config
from server.recovery import backups, salvaging
from server.recovery.salvaging import NothingDamaged, Outcome
from sync.stores import private_files

from .recovery_sheet import SHEET, opened
from .serve import alone
from .speech import tell

SHOWN = 20  # names, one by one


@click.command()
@click.option(
    "--backup",
    "path",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The backup to begin with.  [default: the newest that “backup” made]",
)
@click.option("--without", is_flag=True, help="There is no backup: take what the file proves.")
@SHEET
@click.pass_obj
def recover(config: Config, path: Path | None, without: bool, typed: TextIO | None) -> None:
    """Dựng lại cơ sở dữ liệu bị hỏng. Rebuild a damaged database.

    Begins with the newest backup, adds what the damaged file still proves, and lets the centres
    send the rest. The damaged file is set aside; nothing is lost that was not lost before.
    """
    private_files.folder(config.folder)
    newest = None if without else backups.newest(config)
    path = path or (newest.path if newest else None)
    room = config.folder / "unsealing"
    with alone(config.folder), opened(path, room, typed) if path else nullcontext() as backup:
        try:
            outcome = salvaging.recover(
                config, backup.database if backup else None, backup.secrets if backup else None
            )
        except NothingDamaged:
            tell("cli.nothing_damaged")
            return
    _tell(outcome, path)


def _tell(outcome: Outcome, backup: Path | None) -> None:
    tell("cli.set_aside", path=outcome.aside)
    counts = {"kept": number(outcome.kept), "back": number(outcome.back)}
    tell(f"cli.recovered_{outcome.base}", path=backup, name=outcome.name, **counts)
    if outcome.machines:
        tell("cli.recovered_machines", names=_some(outcome.machines))
    if outcome.centres:
        tell("cli.recovered_centres", names=_some(outcome.centres))
    if outcome.nameless:
        tell("cli.recovered_nameless", areas=_some(outcome.nameless), aside=outcome.aside)
    tell("cli.recovered_next")


def _some(names: list[str]) -> str:
    return ", ".join(names[:SHOWN]) + (", …" if len(names) > SHOWN else "")


COMMANDS = (recover,)
