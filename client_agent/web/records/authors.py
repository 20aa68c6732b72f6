"""Who made a change and on which computer, as pages name them."""

from __future__ import annotations

from flask import g

from sync.clock import Timestamp
from webui.language import say

from ..context import agent

SERVER = "server"


def author_of(at: Timestamp) -> str:
    entry = agent().store().find([at]).get(at)
    return named(entry.change.author if entry else "") or say("attention.someone")


def named(author: str) -> str:
    """Who wrote it, as it was signed, and what that person is called now."""
    if "former_names" not in g:
        g.former_names = agent().staff.former()
    now = g.former_names.get(author)
    return say("people.now_called", name=author, now=now) if now else author


def place_of(device: str) -> str:
    if device == agent().settings.device:
        return say("attention.this_computer")
    if device == SERVER:
        return say("attention.at_province")
    return say("attention.other_computer", name=device) if device else ""
