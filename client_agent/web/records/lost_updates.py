"""What a person replaced without having seen it: saved by somebody while their form was open.

The replica lets the later write win, as it must. Two people on two computers get a
conflict; on one computer, or in two windows of one person, this warns them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from sync.changes import DELETED
from sync.merge import Cell, Record


class Overtaken(NamedTuple):
    """One cell: the value that was replaced unseen, and the one now."""

    name: str
    was: Cell
    now: object


def overtaken(opened: Record, stored: Record, wanted: Mapping[str, Any]) -> tuple[Overtaken, ...]:
    """The cells that ``wanted`` changes though they were written after the form was opened."""
    before, stamps = opened.values, opened.stamps
    return tuple(
        Overtaken(name, cell, wanted[name])
        for name, cell in stored.cells.items()
        if name in wanted and name != DELETED
        if wanted[name] not in (before.get(name), cell.value)
        if cell.at != stamps.get(name) and cell.value != before.get(name)
    )
