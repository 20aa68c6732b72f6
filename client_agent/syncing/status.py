"""The status of the centre's work in five numbers, and what comes next.

saved here, waiting, on the stick, the province has it, needs you: a change is in exactly
one of the middle three; the first counts all of them.
"""

from __future__ import annotations

from dataclasses import dataclass

from schemas.formatting.label import Label
from sync.changes import CONFLICT, PARKED
from sync.decisions import is_listed, is_waiting
from sync.merge import Record
from sync.ports import Receipt

from ..database import damaged_rows
from ..workspace import Workspace


@dataclass(frozen=True)
class Status:
    saved: int  # changes made at this centre
    waiting: int  # of these, on their way to the province by no route yet
    on_stick: int  # exported and not confirmed yet
    confirmed: int  # the province has signed for them
    needs_you: int  # open conflicts, changes that were parked or set aside
    receipt: Receipt | None  # the last; None before the first
    next_attempt: int  # ms; 0: none (not enrolled)
    last_attempt: int  # ms; 0: never
    last_error: Label | None
    clock_offset: int  # ms our clock is ahead of the province's
    syncing: bool = False


def status(workspace: Workspace, next_attempt: int, syncing: bool) -> Status:
    """The status now.

    :param next_attempt: when the background tries next, in ms; 0: never
    """
    store, state = workspace.store(), workspace.state
    standing = store.change_counts()
    checkpoint = store.checkpoint()
    name, number = state.get("on_stick", ["", 0])
    on_stick = max(0, min(number, checkpoint.sent + standing.waiting) - checkpoint.sent)
    on_stick = on_stick if name == checkpoint.name else 0
    error = state.get("last_error")
    return Status(
        saved=standing.own,
        waiting=standing.waiting - on_stick,
        on_stick=on_stick,
        confirmed=standing.own - standing.waiting,
        needs_you=len(attention(workspace)) + standing.aside + len(damaged_rows.unsent(workspace)),
        receipt=checkpoint.receipt if checkpoint.receipt.wall else None,
        next_attempt=next_attempt,
        last_attempt=state.get("last_attempt", 0),
        last_error=Label(*error) if error else None,
        clock_offset=_offset(workspace, state.get("clock_offset", 0), checkpoint.receipt),
        syncing=syncing,
    )


def now(workspace: Workspace) -> int:
    """The time by the province's clock, as far as is known, in ms."""
    receipt, measured = (
        workspace.store().checkpoint().receipt,
        workspace.state.get("clock_offset", 0),
    )
    return workspace.wall() - _offset(workspace, measured, receipt)


def _offset(workspace: Workspace, measured: int, receipt: Receipt) -> int:
    """The offset measured last; at least the one that the receipt's time proves."""
    behind = workspace.wall() - receipt.wall
    return min(measured, behind) if behind < 0 else measured


def attention(workspace: Workspace) -> list[Record]:
    """The conflicts and parked changes that wait for a person."""
    return [notice for notice in notices(workspace) if is_waiting(notice)]


def notices(workspace: Workspace) -> list[Record]:
    """All of the centre's conflicts and parked changes, also those that were answered."""
    store = workspace.store()
    keys = {k for kind in (CONFLICT, PARKED) for k in store.fingerprints([workspace.area], kind)}
    records = store.load(keys).values() if keys else []
    return sorted((r for r in records if is_listed(r)), key=lambda record: record.at)
