"""A history that is not what it was: an exchange finds it out, and the people there are told.

A laptop may be put back to a backup, its disk copied, the server restored. The engine mends that
by itself (protocol, section 6). What a person must know is that it happened, that nothing else is
lost, and that two machines may be using one disk.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from schemas.formatting.label import Label
from schemas.formatting.vietnamese import moment
from sync.changes import ASIDE
from sync.ports import Checkpoint, Damage

from ..texts import say
from ..workspace import Workspace

MACHINE, SERVER = "machine", "server"
FACT = "history"
SHOWN = 30 * 24 * 3600 * 1000  # milliseconds


def found(before: Checkpoint, after: Checkpoint, damage: Iterable[Damage] = ()) -> str:
    """Whose history turned out to be another, from where we stood before and after; or nobody's.

    Who leaves a damaged change behind takes a new name, too: nothing was put back then.
    """
    if not before.feed or not after.feed:
        return ""
    if before.feed != after.feed:  # the server's name, or only what we may see, has changed
        return SERVER if _hub(before) != _hub(after) else ""
    is_left = any(each.reason == ASIDE and each.replica == before.name for each in damage)
    return MACHINE if before.name != after.name and not is_left else ""


def fact(what: str, now: int) -> dict[str, Any]:
    """What is to be kept of it."""
    return {FACT: [what, now]} if what else {}


def told(workspace: Workspace) -> Label | None:
    """What is to be said of it on the page; for a month."""
    what, at = workspace.state.get(FACT, ["", 0])
    if not what or abs(workspace.wall() - at) > SHOWN:
        return None
    return say("history.when", moment=moment(at), what=say(f"history.{what}"))


def _hub(here: Checkpoint) -> str:
    return here.feed.partition("/")[0]
