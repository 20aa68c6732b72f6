"""Notices about a history that was rolled back: an exchange detects it, and people must know.

A laptop may be restored from a backup, its disk copied, the server restored. The engine repairs
that by itself (protocol, section 6). A person must know that it happened, that nothing else is
lost, and that two machines may be using copies of one disk.
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


def detect(before: Checkpoint, after: Checkpoint, damage: Iterable[Damage] = ()) -> str:
    """Whose history was rolled back: ``MACHINE``, ``SERVER``, or "" for nobody's.

    A replica that leaves a damaged change behind takes a new name, too: nothing was rolled back.
    """
    if not before.feed or not after.feed:
        return ""
    if before.feed != after.feed:  # the server's name, or only what we may see, has changed
        return SERVER if _hub(before) != _hub(after) else ""
    is_left = any(each.reason == ASIDE and each.replica == before.name for each in damage)
    return MACHINE if before.name != after.name and not is_left else ""


def fact(what: str, now: int) -> dict[str, Any]:
    """The fact to keep in the state."""
    return {FACT: [what, now]} if what else {}


def notice(workspace: Workspace) -> Label | None:
    """The notice for the page, for a month; then None."""
    what, at = workspace.state.get(FACT, ["", 0])
    if not what or abs(workspace.wall() - at) > SHOWN:
        return None
    return say("history.when", moment=moment(at), what=say(f"history.{what}"))


def _hub(checkpoint: Checkpoint) -> str:
    return checkpoint.feed.partition("/")[0]
