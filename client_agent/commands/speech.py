"""How commands speak: Vietnamese, then English."""

from __future__ import annotations

import click

from schemas.label import Label

from ..agent import Agent
from ..errors import NotSetUp


def tell(said: Label, err: bool = False) -> None:
    for text in said:
        click.echo(text, err=err)


def enrolled(agent: Agent) -> Agent:
    """The agent, if its folder is enrolled.

    :raises NotSetUp: if not
    """
    if not agent.enrolled:
        raise NotSetUp(str(agent.folder))
    return agent
