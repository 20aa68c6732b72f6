"""Messages about a database that was rebuilt, and about a disk that fills up."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from schemas.formatting.label import Label
from schemas.formatting.vietnamese import moment

from ..storage import disk_space
from ..storage.disk_space import MEGABYTE, Level
from ..texts import say
from .lost_saves import LostSaves, format_ranges

LEVELS = {
    Level.LOW: "low",
    Level.TIGHT: "tight",
    Level.RESERVE: "reserve",
    Level.FULL: "full",
}


def recovered(fact: Mapping[str, Any]) -> list[Label]:
    """The recovery in sentences: what happened, what came back, what to do next.

    ``fact`` is a ``Recovered``; with ``still_lost``, if that was counted again since.
    """
    made = moment(fact["made"])
    since = Label(made, made) if fact["made"] else say("recovered.long_ago")
    messages = [
        say(f"recovered.{fact['reason']}"),
        say(f"recovered.{fact['base']}", kept=fact["kept"], made=made),
    ]
    if fact["back"]:
        messages.append(say("recovered.back", back=fact["back"]))
    if fact["aside"]:
        messages.append(say("recovered.aside", aside=fact["aside"]))
    return [*messages, *_lost(fact), say("recovered.next", since=since)]


def _lost(fact: Mapping[str, Any]) -> list[Label]:
    """Confirmed saves that are missing: which, and what to do."""
    if not fact.get("lost"):
        return [say("recovered.all_saves")] if fact["reason"] == "lost" else []
    lost, still = LostSaves(*fact["lost"]), fact.get("still_lost")
    if still == 0:
        return [say("recovered.saves_came", count=lost.total)]
    times = {"since": moment(lost.since), "until": moment(lost.until)}
    count = lost.total if still is None else still
    named = say("recovered.numbers", numbers=format_ranges(lost.ranges)) if lost.ranges else ""
    return [say("recovered.saves_lost", count=count, numbers=named, **times)]


def room(folder: Path) -> tuple[str, Label] | None:
    """How little room is left, by name and in words; None if there is enough."""
    level = disk_space.level(folder)
    if level is Level.PLENTY:
        return None
    free = disk_space.free(folder) // MEGABYTE
    return LEVELS[level], say(f"space.{LEVELS[level]}", free=free)
