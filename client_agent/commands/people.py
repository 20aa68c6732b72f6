"""``staff``: who may type at this computer."""

from __future__ import annotations

import click

from ..agent import Agent
from ..texts import say
from .output import tell


@click.group()
def staff() -> None:
    """Những người nhập liệu tại máy này. Who may type here, each with a PIN."""


@staff.command()
@click.argument("name")
@click.option(
    "--pin",
    prompt="PIN",
    hide_input=True,
    confirmation_prompt="PIN lần nữa / again",
    help="At least 4 digits; asked for if you leave it out.",
)
@click.option("--new-pin", is_flag=True, help="The person is known and forgot the PIN.")
@click.pass_obj
def add(agent: Agent, name: str, pin: str, new_pin: bool) -> None:
    """Thêm người nhập liệu, hoặc đặt lại mã PIN.

    Add a person, or give one a new PIN.

    \b
    Exit codes: 0 added, 4 the local database is unusable, 64 the name is taken or the PIN
    too short.
    """
    if new_pin:
        agent.staff.change(name, pin)
    else:
        name = agent.staff.add(name, pin)
    tell(say("staff.added", name=name))


@staff.command("list")
@click.pass_obj
def names(agent: Agent) -> None:
    """Liệt kê những người nhập liệu.

    List the people who may type here.

    \b
    Exit codes: 0 listed, 4 the local database is unusable.
    """
    known = agent.staff.names()
    for name in known:
        click.echo(name)
    if not known:
        tell(say("staff.none"))
