"""The devices of a set of areas, and what was last heard of them."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection
from typing import Any, NamedTuple

from sqlite_utils import Database

from server.devices.devices import ACTIVE, LOST, RETIRED, is_sound
from server.devices.receipts import NONE, Receipt
from sync.attention import is_waiting
from sync.changes import DIVERGENCE, PARKED, device_of
from sync.judge import FROM_NO_PROGRAM
from sync.replay import divergence
from sync.replay.divergence import Divergence
from sync.rows import readable_record

from .attention import records

DAY = 24 * 3600 * 1000
QUIET_DAYS = 14
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
    receipt: Receipt = NONE  # what it was last told
    is_misread: bool = False  # it told of a difference, and what it sent cannot be read
    differed: Divergence | None = None  # what it last found to differ from ours
    odd: int = 0  # parked changes of it that no sound machine sends, and nobody has answered yet


class Silence(NamedTuple):
    """A centre and when any of its devices was last heard; 0 for never."""

    area: str
    centre: str
    last_contact: int
    days: int


def lines(db: Database, areas: Collection[str]) -> list[Line]:
    """The devices in use, the longest silent first; then centres without one; then old ones."""
    sql = """
        select c.area, c.name as centre, coalesce(d.name, '') as name,
            coalesce(d.label, '') as label, coalesce(d.state, '') as state,
            coalesce(d.software, '') as software, coalesce(d.enrolled, 0) as enrolled,
            coalesce(d.last_contact, 0) as last_contact, coalesce(d.waiting, 0) as waiting,
            coalesce(d.clock_offset, 0) as clock_offset, coalesce(d.restarts, 0) as restarts,
            coalesce(d.restarted, 0) as restarted, p.wall, p.head, p.digest, r.cells,
            d.key as is_key, d.areas as is_areas, d.certificate as is_certificate,
            d.digest as is_digest
        from centre as c left join device as d on d.area = c.area
        left join proof as p on p.device = d.name
        left join records as r
            on r.area = d.area and r.record_type = ? and r.record_id = d.name
        where c.area in (select value from json_each(?))
        order by case when d.name is null then 1 else 2 * (d.state <> 'active') end,
            d.last_contact, c.name, d.name
    """
    odd = _odd(db, areas)
    found = db.query(sql, [DIVERGENCE, json.dumps(sorted(areas))])
    return [_line(row)._replace(odd=odd[row["name"]]) for row in found]


def _odd(db: Database, areas: Collection[str]) -> Counter[str]:
    """How many such changes each device sent: its keys or its memory may be in other hands."""
    notices = (each.values for each in records(db, PARKED, areas) if is_waiting(each))
    wrong = (told for told in notices if str(told.get("reason")) in FROM_NO_PROGRAM)
    return Counter(device_of(str(told.get("replica"))) for told in wrong)


def _line(row: dict[str, Any]) -> Line:
    wall, head, digest, cells = (row.pop(name) for name in ("wall", "head", "digest", "cells"))
    known = {name: row.pop(f"is_{name}") for name in ("key", "areas", "certificate", "digest")}
    is_known = row["state"] in (ACTIVE, RETIRED, LOST)
    if row["name"] and not (is_known and is_sound({**row, **known})):
        row["state"] = DAMAGED
    told = readable_record((row["area"], DIVERGENCE, row["name"], "", cells)) if cells else None
    receipt = Receipt(wall, head, digest) if wall else NONE
    differed = divergence.told(told) if told else None
    is_misread = bool(told and not told.deleted and differed is None)
    return Line(**row, receipt=receipt, differed=differed, is_misread=is_misread)


def quiet(db: Database, areas: Collection[str], now: int, days: int = QUIET_DAYS) -> list[Silence]:
    """The centres not heard of for more than so many days, the longest first, then the unheard."""
    sql = """
        select c.area, c.name as centre, coalesce(max(d.last_contact), 0) as heard
        from centre as c left join device as d on d.area = c.area
        where c.area in (select value from json_each(?)) and c.closed = ''
        group by c.area having heard < ? order by heard = 0, heard, c.name
    """
    found = db.query(sql, [json.dumps(sorted(areas)), now - days * DAY])
    return [_silence(row["area"], row["centre"], row["heard"], now) for row in found]


def _silence(area: str, centre: str, heard: int, now: int) -> Silence:
    return Silence(area, centre, heard, (now - heard) // DAY if heard else 0)
