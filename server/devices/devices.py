"""The machines that may sync: their keys, what each was given, and what was last heard of it."""

from __future__ import annotations

import json
import logging
import secrets
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from sync.errors import Busy, NotEnrolled, Revoked
from sync.freshness import NOTHING, Recent
from sync.ports import Device
from sync.rows import checksum

from ..texts.faults import FAULTS

log = logging.getLogger(__name__)

ACTIVE, RETIRED, LOST = "active", "retired", "lost"
IS = ("name", "key", "area", "areas", "certificate", "state")  # what a device is
RESTARTS = ("restarts", "restarted")
LATER = 3600  # seconds after which a device whose row is damaged may ask again
FIRST, LONGEST, FORGIVEN = 60, 24 * 3600, 30 * 24 * 3600  # seconds


@dataclass(frozen=True)
class Enrolled:
    """A device, its key, and what was last heard of it; times in milliseconds, 0 for never."""

    device: Device
    key: str
    state: str
    label: str
    software: str
    enrolled: int
    last_contact: int
    waiting: int
    clock_offset: int
    restarts: int
    restarted: int
    requests: Recent  # its last ones over a network
    is_sound: bool = True  # False: its row is not what was written; a disk failed


@dataclass(frozen=True)
class Contact:
    """What a request shows of the machine that sent it."""

    at: int
    waiting: int
    clock_offset: int
    software: str
    requests: Recent = NOTHING


def enrol(db: Database, area: str, published: str, machine: dict[str, Any]) -> Enrolled:
    """Give a machine of the centre with that area its name and certificate.

    A machine that asks again with the same key, because the answer was lost, is given the same.
    """
    same = db.table("device").rows_where("key = ? and area = ?", [machine["key"], area])
    name = next((row["name"] for row in same), "") or _insert(db, area, published, machine)
    return find(db, name)


def _insert(db: Database, area: str, published: str, machine: dict[str, Any]) -> str:
    name, areas = secrets.token_hex(4), json.dumps([area, published])
    standing = {"certificate": _next_certificate(db), "state": ACTIVE, "areas": areas}
    zeros = dict.fromkeys(("last_contact", "waiting", "clock_offset", *RESTARTS), 0)
    unheard = {**zeros, "requests": ""}
    db.table("device").insert({"name": name, "area": area, **machine, **standing, **unheard})
    _change(db, name)
    return name


def _change(db: Database, name: str, **news: Any) -> None:
    """Change what a device is, and its digest with it; a damaged row stays one."""
    table = db.table("device")
    row = next(table.rows_where("name = ?", [name]))
    if is_sound(row):
        news["digest"] = _digest({**row, **news})
    table.update(name, news)


def _digest(row: dict[str, Any]) -> int:
    return checksum("\0".join(str(row[column]) for column in IS))


def is_sound(row: dict[str, Any]) -> bool:
    """Whether what the row says of the device is what was written."""
    return row["digest"] in (0, None, _digest(row))


def _next_certificate(db: Database) -> int:
    return 1 + max((row["certificate"] for row in db.table("device").rows), default=0)


def restart(db: Database, name: str, now: int) -> Enrolled:
    """Have a device that cannot prove its place read its feed from the start, under another name.

    The more often in a row, the longer it must wait before: 1 minute, 2, 4 … up to a day.

    :raises Busy: until it has waited
    """
    known = find(db, name)
    since = (now - known.restarted) // 1000 if known.restarted else FORGIVEN
    times = known.restarts if 0 <= since < FORGIVEN else 0
    pause = min(FIRST << min(times - 1, 16), LONGEST) if times else 0
    if since < pause:
        raise Busy(name, seconds=pause - since)
    _change(db, name, restarts=times + 1, restarted=now)
    return reset_feed(db, name)


def reset_feed(db: Database, name: str) -> Enrolled:
    """Have a device read its feed from the start, under another name."""
    _change(db, name, certificate=_next_certificate(db))
    return find(db, name)


def find(db: Database, name: str) -> Enrolled:
    """:raises NotEnrolled: if there is no device of that name"""
    row = next(db.table("device").rows_where("name = ?", [name]), None)
    if row is None:
        raise NotEnrolled(name)
    return _enrolled(row)


def answerable(db: Database, name: str) -> Enrolled:
    """The device, if it is to be answered; what a retired one sends is parked.

    :raises NotEnrolled:  :raises Revoked: if it was lost or stolen
    :raises Busy: if its row is damaged: nobody knows what it may see
    """
    device = find(db, name)
    if not device.is_sound:
        log.error("%s / %s", *FAULTS["fault.device_damaged"].filled(name=name))
        raise Busy(name, seconds=LATER)
    if device.state == LOST:
        raise Revoked(name)
    return device


def everyone(db: Database) -> list[Enrolled]:
    """All devices, in the order in which they were enrolled."""
    return [_enrolled(row) for row in db.table("device").rows_where(order_by="certificate")]


def of_centre(db: Database, area: str) -> list[Enrolled]:
    """The devices of the centre with that area, in the order in which they were enrolled."""
    rows = db.table("device").rows_where("area = ?", [area], order_by="certificate")
    return [_enrolled(row) for row in rows]


def note_contact(db: Database, name: str, news: Contact) -> None:
    row = {"waiting": news.waiting, "clock_offset": news.clock_offset, "software": news.software}
    row["requests"] = json.dumps(news.requests)
    db.table("device").update(name, {"last_contact": news.at, **row})


def note_requests(db: Database, name: str, requests: Recent) -> None:
    """Keep what a device asked lately."""
    db.table("device").update(name, {"requests": json.dumps(requests)})


def note_clock(db: Database, name: str, offset: int) -> None:
    """Note how far the clock of a device runs ahead, of which nothing else was taken in."""
    db.table("device").update(name, {"clock_offset": offset})


def retire(db: Database, name: str, *, lost: bool = False) -> Enrolled:
    """End a device's work: what it still sends is parked, or, if it was lost, not answered.

    :raises NotEnrolled: if there is no device of that name
    """
    return _put(db, name, LOST if lost else RETIRED)


def take_back(db: Database, name: str) -> Enrolled:
    """Let a retired or lost device work again. It reads all again, as its feed was cut.

    :raises NotEnrolled: if there is no device of that name
    """
    if find(db, name).state != ACTIVE:
        _change(db, name, certificate=_next_certificate(db))
    return _put(db, name, ACTIVE)


def _put(db: Database, name: str, state: str) -> Enrolled:
    find(db, name)
    _change(db, name, state=state)
    return find(db, name)


def reinstate(
    db: Database, name: str, area: str, published: str, machine: dict[str, str]
) -> Enrolled:
    """Know a machine again of which only the record is left that its centre was sent."""
    scope = {"areas": json.dumps([area, published]), "certificate": _next_certificate(db)}
    unheard = ("enrolled", "last_contact", "waiting", "clock_offset", *RESTARTS)
    row = {
        "name": name,
        "area": area,
        **machine,
        **scope,
        "software": "",
        **dict.fromkeys(unheard, 0),
    }
    db.table("device").insert(row)
    return _put(db, name, machine["state"])


def _enrolled(row: dict[str, Any]) -> Enrolled:
    device = Device(
        name=row["name"],
        areas=_areas(row),
        home=row["area"],
        certificate=row["certificate"],
        active=row["state"] == ACTIVE,
    )
    kept = ("key", "state", "label", "software", "enrolled")
    heard = ("last_contact", "waiting", "clock_offset", *RESTARTS)
    known = {name: row[name] for name in (*kept, *heard)}
    return Enrolled(device, **known, requests=_requests(row), is_sound=is_sound(row))


def _requests(row: dict[str, Any]) -> Recent:
    """What is kept of its last requests; of a damaged row nothing."""
    try:
        asked, floor = json.loads(row["requests"] or "[[], 0]")
        return Recent(tuple((str(nonce), int(at)) for nonce, at in asked), int(floor))
    except (TypeError, ValueError):
        return NOTHING


def _areas(row: dict[str, Any]) -> frozenset[str]:
    """The scope; of a damaged row only the centre's own area."""
    try:
        return frozenset(map(str, json.loads(row["areas"])))
    except (TypeError, ValueError):
        return frozenset({row["area"]})
