"""``khuyenhoc-server``: what is done to the server at its own keyboard."""

from __future__ import annotations

import logging
from pathlib import Path

import click

from schemas.console import use_utf8
from sync.stores import private_files

from .commands import (
    backups,
    bundles,
    drill,
    export,
    keys,
    recover,
    recovery_sheet,
    serve,
    setup,
    tokens,
)
from .commands.speech import CODES, Group, NotAFolder, tell
from .config import from_environment


@click.group(cls=Group, epilog=CODES)
@click.option(
    "--folder",
    type=click.Path(path_type=Path),
    help="Where the province's database lies; or the variable KHUYENHOC_SERVER_DIR.",
)
@click.option(
    "--secrets",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Where the secret file lies; or the variable KHUYENHOC_SERVER_SECRETS, or systemd's "
    "credential khuyenhoc.secrets.  [default: province.secrets in the folder]",
)
@click.pass_context
def cli(ctx: click.Context, folder: Path | None, secrets: Path | None) -> None:
    """Máy chủ của tỉnh: nhận dữ liệu của các trung tâm, tổng hợp cho tỉnh và huyện.

    The province's server: takes in what the centres send, and adds it up.
    """
    ctx.obj = from_environment(folder, secrets)
    if ctx.obj.folder.is_file():
        raise NotAFolder(str(ctx.obj.folder))
    # Secrets that others could read are refused when they are used: to tighten them hides that.
    if still_open := private_files.tighten(ctx.obj.folder, but=ctx.obj.secret_file):
        count, path = len(still_open), still_open[0]
        tell("cli.open_to_others", count=count, path=path, folder=ctx.obj.folder)


MODULES = (
    setup,
    recovery_sheet,
    backups,
    keys,
    drill,
    recover,
    bundles,
    export,
    tokens,
    serve,
)
for command in (each for module in MODULES for each in module.COMMANDS):
    cli.add_command(command)


def main() -> None:
    use_utf8()
    if logging.lastResort:  # a command that sets up no log shows people its sentences alone
        logging.lastResort.addFilter(_is_for_people)
    cli(prog_name="khuyenhoc-server")


def _is_for_people(record: logging.LogRecord) -> bool:
    """The engine notes what it meets for developers; what people need, the commands say."""
    return not record.name.startswith("sync.")


if __name__ == "__main__":
    main()
