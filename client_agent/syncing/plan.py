"""When the agent tries to sync next, and what that depends on.

The law: while anything waits, the next attempt is planned, never further ahead than ``LONGEST``
and its jitter, whatever the clock says. What the plan rests on is kept in the
database, so it survives a reboot; no "in progress" is stored anywhere.

    all well             every 30 minutes, so that the province's answers come too
    soon after a save    20 s after the first save since the last attempt
    after a failure      1, 2, 4 ... minutes, at most 2 hours
    the server is busy   when it asks us to
    a person asks        at once
"""

from __future__ import annotations

import random
from typing import NamedTuple

from ..workspace import Workspace

SECOND, MINUTE = 1000, 60_000
SOON = 20 * SECOND
FIRST, LONGEST = MINUTE, 120 * MINUTE
AFTER_SAVE = 10 * MINUTE  # a person is at work: the longest back-off that is fair to them
EVERY = 24 * 60 * MINUTE  # the longest schedule a person may set


class History(NamedTuple):
    """What the next attempt depends on. Times are ms of the machine's clock."""

    last: int = 0  # when the last attempt ended; 0: never
    failures: int = 0  # in a row
    saved: int = 0  # the first save that no attempt has begun after; 0: none
    wish: int = 0  # ms the server asked us to wait
    jitter: float = 0.0  # -1 to 1, drawn when the last attempt ended
    every: int = 30 * MINUTE


def next_attempt(now: int, history: History, waiting: int) -> int:
    """When to try next, in ms; ``now`` or earlier means at once."""
    last = min(history.last, now)  # the clock may have been set back
    if not history.last:
        return now
    pause, jitter = _pause(history), history.jitter / 5
    wished = last + int(history.wish * (1 + abs(jitter)))  # never earlier than we were asked
    due = max(last + int(pause * (1 + jitter)), wished)
    if not (history.saved and waiting):
        return due
    soon = min(history.saved, now) + SOON
    if history.failures:
        soon = max(soon, last + min(pause, AFTER_SAVE))
    return min(due, max(soon, wished))


def rebased(history: History, now: int) -> History:
    """The history on a clock that was set back: what is in its future happened just now."""
    return history._replace(last=min(history.last, now), saved=min(history.saved, now))


def after_attempt(
    history: History, now: int, failed: bool, wish: int = 0, jitter: float = 0.0
) -> History:
    """The history after an attempt; changes that were saved meanwhile still wait."""
    failures = history.failures + 1 if failed else 0
    return history._replace(last=now, failures=failures, wish=min(wish, LONGEST), jitter=jitter)


def _pause(history: History) -> int:
    if not history.failures:
        return history.every
    return min(FIRST << min(history.failures - 1, 16), LONGEST)


def stored_history(workspace: Workspace) -> History:
    """The history as stored, on our clock, also if that was set back since."""
    state = workspace.state
    every = min(max(workspace.settings.every, 1) * MINUTE, EVERY)
    last, saved = state.get("last_attempt", 0), state.get("saved_at", 0)
    wish, jitter = state.get("wish", [0, 0.0])
    noted = History(last, state.get("failures", 0), saved, wish, jitter, every)
    history = rebased(noted, workspace.wall())
    if history != noted:
        state.set(last_attempt=history.last, saved_at=history.saved)
    return history


def planned_attempt(workspace: Workspace) -> int:
    """When the stored history says to try next, in ms."""
    waiting = workspace.store().change_counts().waiting
    return next_attempt(workspace.wall(), stored_history(workspace), waiting)


def note_begin(workspace: Workspace) -> None:
    """An attempt begins: it carries all that was saved until now.

    :raises StoreUnusable: where nothing may be written; the province is not asked in vain
    """
    with workspace.store().transaction():  # with nothing to write it costs nothing
        if workspace.state.get("saved_at", 0):
            workspace.state.set(saved_at=0)


def note_end(workspace: Workspace, failed: bool, wish: int = 0) -> None:
    """An attempt is over: draw the jitter of the next, and keep the history.

    :param wish: milliseconds that the server asked us to wait
    """
    jitter = random.uniform(-1, 1)  # noqa: S311 - spreads load, keeps no secret
    now = workspace.wall()
    history = after_attempt(stored_history(workspace), now, failed, wish, jitter)
    workspace.state.set(
        last_attempt=now, failures=history.failures, wish=[history.wish, history.jitter]
    )
