"""``install-schedule``: let the operating system start the syncs."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import click

from sync.stores import private_files

from .. import config
from ..agent import Agent
from ..storage.atomic_files import write_whole
from ..syncing.schedule_files import systemd, windows
from ..texts import say
from .output import tell


@click.command("install-schedule")
@click.option("--windows", "for_windows", is_flag=True, help="A task for the Task Scheduler.")
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder to write to; without it the files are shown.",
)
@click.pass_obj
def install_schedule(agent: Agent, for_windows: bool, out: Path | None) -> None:
    """Tạo tệp để máy tự đồng bộ, cả khi không ai mở trang nhập liệu.

    Linux dùng systemd, Windows dùng Task Scheduler (--windows).

    Make the files that let this computer sync by itself, also when nobody opened the pages.
    Run this as the person who will use the pages; no administrator is needed.

    \b
    Exit codes: 0 made, 6 a file could not be written.
    """
    folder = agent.folder.absolute()
    if for_windows:
        made = windows(windowless() or program(), folder, config.account())
    else:
        made = systemd(program(), folder)
    for name, data in made.items():
        if out is None:
            click.echo(f"# {name}\n{data.decode('utf-16' if for_windows else 'utf-8')}")
        else:
            private_files.folder(out, is_ours=False)
            write_whole(out / name, data)
    kind = "windows" if for_windows else "systemd"
    tell(say(f"schedule.{kind}", out=out or "...", owner=owner(folder)), err=out is None)


def program() -> list[str]:
    """The command that starts the agent on this computer."""
    program = shutil.which("khuyenhoc-agent")
    return [program] if program else [sys.executable, "-m", "client_agent"]


def windowless() -> list[str]:
    """The command that opens no window on Windows every five minutes; empty elsewhere."""
    python = Path(sys.executable).with_name("pythonw.exe")
    return [str(python), "-m", "client_agent"] if python.exists() else []


def owner(folder: Path) -> str:
    """Whose folder it is; who asks, if the system does not say."""
    try:
        return folder.owner()
    except (OSError, KeyError, NotImplementedError):
        return config.account()
