"""How commands speak: Vietnamese, then English."""

from __future__ import annotations

from dataclasses import asdict

import click

from schemas.formatting.label import Label

from ..agent import Agent
from ..database import recovery_messages
from ..errors import NotSetUp
from ..texts import say


def tell(said: Label, err: bool = False) -> None:
    for text in said:
        click.echo(text, err=err)


def ask(name: str, otherwise: str) -> None:
    """Go on only if the person says yes; ``otherwise`` names what is said to a no.

    :raises click.Abort: if not
    """
    said = say(name)
    click.echo(said.vi)
    if not click.confirm(said.en):
        tell(say(otherwise), err=True)
        raise click.Abort


def tell_recovered(agent: Agent) -> None:
    """Say once that the database was made anew while this command opened it."""
    if agent.recovered:
        for said in recovery_messages.recovered(asdict(agent.recovered)):
            tell(said, err=True)
        agent.recovered = None


def enrolled(agent: Agent) -> Agent:
    """The agent, if its folder is enrolled.

    :raises NotSetUp: if not
    """
    if not agent.enrolled:
        raise NotSetUp(str(agent.folder))
    return agent
