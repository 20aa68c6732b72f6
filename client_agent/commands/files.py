"""``export``, ``import`` and ``backup``: the work in files."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from sync.session import State

from .. import sticks
from ..agent import Agent
from ..errors import FileUnwritable
from ..texts import say
from .speech import enrolled, tell

FILE = click.Path(path_type=Path)
BACKUPS = "backups"


@click.command()
@click.argument("file", type=FILE)
@click.pass_obj
def export(agent: Agent, file: Path) -> None:
    """Ghi dữ liệu đang chờ gửi ra FILE (tệp hoặc thư mục trên USB).

    Chỉ tỉnh mở được tệp này.

    Write what waits for the province to FILE, a file or a folder (a USB stick).

    \b
    Exit codes: 0 written and read back, 4 the local database is unusable, 5 not enrolled,
    6 the file could not be written.
    """
    made = sticks.export_file(enrolled(agent), file)
    place = file / made.name if file.is_dir() else file
    tell(say("export.done", file=place, count=made.changes))
    if made.left:
        tell(say("export.left", count=made.left))


@click.command("import")
@click.argument("file", type=FILE)
@click.pass_obj
def take_in(agent: Agent, file: Path) -> None:
    """Nhập tệp FILE mà tỉnh trả về.

    Take in the province's answer from FILE.

    \b
    Exit codes: 0 taken in, 3 a newer version made it, 4 the local database is unusable,
    5 not enrolled, 6 the file is damaged or not for this computer; nothing of it was taken in.
    """
    report = sticks.take_in_file(enrolled(agent), file)
    tell(say("import.done", sent=report.sent, received=report.received))
    if report.state is not State.SETTLED:
        tell(say("import.more"))


@click.command()
@click.argument("file", type=FILE, required=False)
@click.pass_obj
def backup(agent: Agent, file: Path | None) -> None:
    """Sao lưu dữ liệu ra FILE, hoặc vào thư mục backups.

    Nên sao lưu ra USB mỗi tuần.

    Copy the centre's database to FILE, or into the folder's own backups.

    \b
    Exit codes: 0 copied and read back, 4 the local database is unusable, 6 the copy could
    not be written.
    """
    place = file or _own_place(agent)
    if place.is_dir():
        place = place / _own_place(agent).name
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        agent.store().backup(place)
    except OSError as exc:
        raise FileUnwritable(f"{place}: {exc.strerror or exc}") from exc
    tell(say("backup.done", file=place))


def _own_place(agent: Agent) -> Path:
    made = datetime.fromtimestamp(agent.wall() / 1000, sticks.HANOI)
    return agent.folder / BACKUPS / f"centre-{made:%Y%m%d-%H%M%S}.db"
