"""``export``, ``import`` and ``backup``: the work in files."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from schemas.vietnamese import number

from .. import answers, sticks
from ..agent import Agent
from ..errors import FileUnwritable
from ..texts import say
from .speech import enrolled, tell

FILE = click.Path(path_type=Path)
BACKUPS = "backups"


@click.command()
@click.argument("place", type=FILE)
@click.pass_obj
def export(agent: Agent, place: Path) -> None:
    """Ghi mọi dữ liệu tỉnh chưa xác nhận ra PLACE (thư mục trên USB, hoặc tệp).

    Chỉ tỉnh mở được tệp này. Tệp quá lớn được chia thành nhiều phần.

    Write all that the province has not confirmed to PLACE, a stick's folder or a file.

    \b
    Exit codes: 0 written and read back, 4 the local database is unusable, 5 not enrolled,
    6 the file could not be written; then nothing has changed.
    """
    made = sticks.export(enrolled(agent), place)
    size = f"{number(round(made.bytes / 1000, 1))} kB"
    names = ", ".join(map(str, made.paths))
    tell(say("export.done", file=names, count=number(made.changes), size=size))
    if len(made.paths) > 1:
        tell(say("export.parts", count=len(made.paths)))


@click.command("import")
@click.argument("places", type=FILE, nargs=-1, required=True)
@click.pass_obj
def take_in(agent: Agent, places: tuple[Path, ...]) -> None:
    """Nhập các tệp tỉnh trả về; PLACES là tệp hoặc thư mục trên USB.

    Trong thư mục, chương trình tự tìm các tệp trả lời cho máy này.

    Take in the province's answers: files, or folders in which they are found.

    \b
    Exit codes: 0 taken in, 3 a newer version made it, 4 the local database is unusable,
    5 not enrolled, 6 the file is damaged or not for this computer; nothing of it was taken in.
    """
    for said in answers.told(answers.take_in(enrolled(agent), places)):
        tell(said)


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
