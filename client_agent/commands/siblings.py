"""``siblings``, ``hand-over`` and ``take-over``: the centre's machines without the province."""

from __future__ import annotations

from pathlib import Path

import click

from schemas.formatting.vietnamese import number

from ..agent import Agent
from ..texts import say
from ..usb import peers
from .output import enrolled, tell

FILE = click.Path(path_type=Path)


@click.command("siblings")
@click.pass_obj
def show_siblings(agent: Agent) -> None:
    """Liệt kê các máy khác của trung tâm mà máy này biết.

    List the centre's other machines that this one knows of.

    \b
    Exit codes: 0 shown, 4 the local database is unusable, 5 not enrolled.
    """
    others = peers.known(enrolled(agent))
    for each in others:
        line = {"device": each.device, "label": each.label, "state": each.state}
        tell(say("sibling.line", **line))
    if not others:
        tell(say("sibling.none"))


@click.command()
@click.argument("device")
@click.argument("place", type=FILE)
@click.pass_obj
def hand_over(agent: Agent, device: str, place: Path) -> None:
    """Ghi toàn bộ dữ liệu ra PLACE cho máy DEVICE cùng trung tâm.

    Không cần tỉnh, không cần mạng; chỉ máy DEVICE mở được. Lệnh “siblings” cho biết tên máy.

    Write all the work to PLACE, a stick's folder or a file, for the centre's machine DEVICE.

    \b
    Exit codes: 0 written and read back, 4 the local database is unusable, 5 not enrolled,
    6 the machine is not known or not in use, or the file could not be written.
    """
    made = peers.hand_over(enrolled(agent), device, place)
    size = f"{number(round(made.bytes / 1000, 1))} kB"
    tell(say("sibling.handed", file=made.path, size=size, name=device))


@click.command()
@click.argument("file", type=FILE)
@click.pass_obj
def take_over(agent: Agent, file: Path) -> None:
    """Nhập tệp FILE mà máy khác cùng trung tâm đã ghi cho máy này.

    Take over FILE, which another machine of the centre wrote for this one.

    \b
    Exit codes: 0 taken over, 3 a newer version made it, 4 the local database is unusable,
    5 not enrolled, 6 the file is damaged, or not from a machine of the centre for this one.
    """
    taken = peers.take_over(enrolled(agent), file)
    name = taken.sibling.label or taken.sibling.device
    tell(say("sibling.taken", name=name, count=number(taken.changes)))
    if taken.left:
        tell(say("sibling.left", name=name, count=number(taken.left)))


COMMANDS = (show_siblings, hand_over, take_over)
