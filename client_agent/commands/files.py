"""``export``, ``import`` and ``backup``: the work in files."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path

import click

from schemas.formatting.vietnamese import HANOI, number
from sync.stores import private_files

from ..agent import Agent
from ..errors import FileUnwritable, StickGone
from ..texts import say
from ..usb import exporting, importing
from .output import enrolled, tell

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
    made = exporting.export(enrolled(agent), place)
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
    for sentence in importing.messages(importing.take_in(enrolled(agent), places)):
        tell(sentence)


@click.command()
@click.argument("file", required=False)
@click.pass_obj
def backup(agent: Agent, file: str | None) -> None:
    """Sao lưu dữ liệu ra FILE, hoặc vào thư mục backups.

    Nên sao lưu ra USB mỗi tuần.

    Copy the centre's database to FILE, or into the folder's own backups.

    \b
    Exit codes: 0 copied and read back, 4 the local database is unusable, 6 the copy could
    not be written.
    """
    place = _place_of_a_copy(file, _own_name(agent)) if file else _own_place(agent)
    try:
        agent.store().backup(place)
    except OSError as exc:
        raise FileUnwritable(f"{place}: {exc.strerror or exc}") from exc
    tell(say("backup.done", file=place))


def _own_name(agent: Agent) -> str:
    made = datetime.fromtimestamp(agent.wall() / 1000, HANOI)
    return f"centre-{made:%Y%m%d-%H%M%S}.db"


def _own_place(agent: Agent) -> Path:
    folder = agent.folder / BACKUPS
    try:
        private_files.folder(folder)
    except OSError as exc:
        raise FileUnwritable(f"{folder}: {exc.strerror or exc}") from exc
    return folder / _own_name(agent)


def _place_of_a_copy(typed: str, name: str) -> Path:
    """The file that is meant. A stick's folder that is missing is not created on this disk."""
    place = Path(typed)
    if place.is_dir():
        return place / name
    folder = place if typed.endswith(("/", os.sep)) else place.parent
    if not folder.is_dir():
        raise StickGone(str(folder))
    return place
