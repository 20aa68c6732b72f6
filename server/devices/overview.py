"""The devices of a set of areas, and what was last heard of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from typing import Any, NamedTuple

from sqlite_utils import Database

from reporting import devices
from reporting.attention import records
from sync.changes import DIVERGENCE, PARKED, device_of
from sync.decisions import is_waiting
from sync.replay import divergence
from sync.replay.divergence import Divergence
from sync.review import FROM_NO_PROGRAM
from sync.rows import readable_record

from .devices import ACTIVE, LOST, RETIRED, is_sound
from .receipts import NONE, Receipt

DAMAGED = "damaged"  # the device's row is not what was written


class Line(NamedTuple):
    """A device; times in milliseconds, 0 for never. Or a centre without one: its name is ""."""

    area: str
    centre: str
    name: str
    label: str
    state: str  # as in ``server.devices.devices``, or ``DAMAGED``
    software: str
    enrolled: int
    last_contact: int
    waiting: int
    clock_offset: int
    restarts: int = 0  # how often in a row it had to read all again, see ``devices.restart``
    restarted: int = 0
    receipt: Receipt = NONE  # the last one it was given
    is_misread: bool = False  # it reported a difference that cannot be read
    differed: Divergence | None = None  # the difference from ours that it reported last
    odd: int = 0  # parked changes of it that no sound machine sends, and nobody has answered yet


def lines(db: Database, areas: Collection[str]) -> list[Line]:
    """The devices in use, the longest silent first; then centres without one; then old ones."""
    odd = _odd(db, areas)
    return [_line(row)._replace(odd=odd[row["name"]]) for row in devices.rows(db, areas)]


def _odd(db: Database, areas: Collection[str]) -> Counter[str]:
    """How many such changes each device sent: its keys or its memory may be in other hands."""
    notices = (each.values for each in records(db, PARKED, areas) if is_waiting(each))
    odd = (notice for notice in notices if str(notice.get("reason")) in FROM_NO_PROGRAM)
    return Counter(device_of(str(notice.get("replica"))) for notice in odd)


def _line(row: dict[str, Any]) -> Line:
    wall, head, digest, cells = (row.pop(name) for name in ("wall", "head", "digest", "cells"))
    known = {name: row.pop(f"is_{name}") for name in ("key", "areas", "certificate", "digest")}
    is_known = row["state"] in (ACTIVE, RETIRED, LOST)
    if row["name"] and not (is_known and is_sound({**row, **known})):
        row["state"] = DAMAGED
    report = readable_record((row["area"], DIVERGENCE, row["name"], "", cells)) if cells else None
    receipt = Receipt(wall, head, digest) if wall else NONE
    differed = divergence.read_divergence(report) if report else None
    is_misread = bool(report and not report.deleted and differed is None)
    return Line(**row, receipt=receipt, differed=differed, is_misread=is_misread)
