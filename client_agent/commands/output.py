"""Output of the commands: each sentence in Vietnamese, then in English."""

from __future__ import annotations

from dataclasses import asdict

import click

from schemas.formatting.label import Label

from ..agent import Agent
from ..database import recovery_messages
from ..errors import NotSetUp
from ..texts import say


def tell(sentence: Label, err: bool = False) -> None:
    for text in sentence:
        click.echo(text, err=err)


def ask(name: str, otherwise: str) -> None:
    """Continue only if the person answers yes; ``otherwise`` names the sentence shown after a no.

    :raises click.Abort: if not
    """
    question = say(name)
    click.echo(question.vi)
    if not click.confirm(question.en):
        tell(say(otherwise), err=True)
        raise click.Abort


def tell_recovered(agent: Agent) -> None:
    """Report once that the database was rebuilt when this command opened it."""
    if agent.recovered:
        for sentence in recovery_messages.recovered(asdict(agent.recovered)):
            tell(sentence, err=True)
        agent.recovered = None


def enrolled(agent: Agent) -> Agent:
    """The agent, if its folder is enrolled.

    :raises NotSetUp: if not
    """
    if not agent.enrolled:
        raise NotSetUp(str(agent.folder))
    return agent
