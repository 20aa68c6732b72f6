"""Lets a machine in that knows a code: it gets a name, a scope and the province's key."""

from __future__ import annotations

import json
from datetime import date

from sync.errors import NotEnrolled, Unreadable
from sync.messages import Certificate, Enrolment

from . import centres, codes, devices, fleet, units
from .devices import Enrolled
from .homes import Homes
from .province import Province, decoded
from .transaction import at_once


def enrol(province: Province, asked: Enrolment, address: str, day: date) -> Certificate:
    """The certificate for the machine that asks from ``address``.

    :raises NotEnrolled: if the code is not good  :raises TooManyAttempts:
    """
    try:
        decoded(asked.key)
    except ValueError as exc:
        raise Unreadable("no key") from exc
    db, now = province.db(), province.wall()
    codes.knock(db, address, now)
    hashed = codes.hashed(db, asked.code)  # slow on purpose, so outside the transaction
    with at_once(db):
        area = codes.redeem(db, hashed, asked.key, now)
        machine = {
            "key": asked.key,
            "label": asked.device[:100],
            "software": asked.software[:100],
            "enrolled": now,
        }
        enrolled = devices.enrol(db, area, province.published, machine)
        fleet.announce(province, area)
        codes.welcome(db, address, now)
    return _certificate(province, enrolled, day)


def _certificate(province: Province, enrolled: Enrolled, day: date) -> Certificate:
    device = enrolled.device
    centre = centres.centre(province.db(), device.home)
    if centre is None:
        raise NotEnrolled(device.home)
    unit = units.unit_at(province.db(), centre.unit_id, day)
    return Certificate(
        device=device.name,
        areas=tuple(sorted(device.areas)),
        home=device.home,
        certificate=device.certificate,
        server_key=province.key,
        names={
            "centre": centre.name,
            "unit": unit.name if unit else "",
            "province": province.title,
            "published": province.published,
            "homes": json.dumps(Homes(province.db()).history(device.home), ensure_ascii=False),
        },
    )
