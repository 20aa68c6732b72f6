"""``check`` and ``copies``: is the database sound, and what if it were not."""

from __future__ import annotations

import click

from schemas.formatting.vietnamese import moment, number
from sync.errors import StoreDamaged
from sync.stores.health import soundness

from .. import config, exit_codes
from ..agent import Agent
from ..database import copies, damaged_rows, integrity
from ..errors import FileUnwritable
from ..storage.disk_space import MEGABYTE
from ..texts import say
from .output import tell, tell_recovered


@click.command()
@click.pass_context
def check(context: click.Context) -> None:
    """Kiểm tra toàn bộ tệp dữ liệu; nếu hỏng thì dựng lại từ bản sao và từ chính tệp đó.

    Tệp hỏng được giữ riêng, không bị ghi đè.

    Check the whole database; if it is damaged, rebuild it from the best copy and from what can
    still be read of it.

    \b
    Exit codes: 0 sound, 4 it cannot be used, or a running program has it open, 9 it was damaged
    and has been rebuilt, 10 changes cannot be read as they were written, and are named.
    """
    agent: Agent = context.obj
    integrity.suspect(agent.folder)
    agent.store()
    if agent.recovered:
        tell_recovered(agent)
        context.exit(exit_codes.REBUILT)
    soundness.look(config.database(agent.folder), key=agent.keys.database, is_at_rest=False)
    if integrity.is_short(agent.folder, agent.keys.database):  # under a program that runs
        raise StoreDamaged("the log ends before the last confirmed save")
    left, mended = damaged_rows.check(agent)
    if mended:
        tell(say("check.mended", count=mended))
    for sentence in damaged_rows.messages(agent):
        tell(sentence)
    if left:
        context.exit(exit_codes.DIFFERS)
    if mended:
        context.exit(exit_codes.REBUILT)
    tell(say("check.sound"))


@click.command("copies")
@click.option("--now", is_flag=True, help="Make one now, here and on the other drive.")
@click.pass_context
def show_copies(context: click.Context, now: bool) -> None:
    """Liệt kê các bản sao của tệp dữ liệu, trên máy này và trên ổ đĩa khác.

    List the copies of the database, here and on the other drive.

    \b
    Exit codes: 0 shown, 4 the local database is unusable, 6 a copy could not be made.
    """
    agent: Agent = context.obj
    if now:
        agent.upkeep.copy_now()
    places = (copies.local(agent.folder), copies.elsewhere(agent.settings))
    every = [copy for place in places for copy in copies.find_all(place)]
    for made, path in every:
        size = number(round(path.stat().st_size / MEGABYTE, 1))
        click.echo(f"{moment(made)}   {size} MB   {path}")
    if not every:
        tell(say("copies.none"))
    troubles = [why for where in ("here", "elsewhere") if (why := agent.upkeep.outcome(where)[1])]
    for why in troubles:
        tell(say("copies.trouble", why=why), err=True)
    context.exit(exit_codes.code(FileUnwritable()) if now and troubles else 0)
