"""Lets a machine in that knows a code: it gets a name, a scope and the province's key."""

from __future__ import annotations

import json
from datetime import date

from server.keys.keyring import UnknownGeneration, decoded, encoded
from sync.errors import MessageUnreadable, NotEnrolled, NotSigned, Unreadable
from sync.messages import Certificate, Enrolment, Introduction
from sync.wire import seal

from ..centres import centres, units
from ..centres.homes import Homes
from ..keys import public_keys
from ..keys.secret_file import Pair
from ..province import Province
from ..transaction import at_once
from . import administration, codes, devices
from .devices import Enrolled


def introduction(province: Province) -> Introduction:
    """The province's keys, for who does not know them yet."""
    keys = province.keyring.newest
    signing, sealing = map(encoded, keys.public)
    return Introduction(signing, sealing, keys.generation, province.title)


def unsealed(province: Province, data: bytes) -> tuple[Pair, bytes]:
    """The packed enrolment: behind a byte for the generation of keys, in a sealed box.

    :raises MessageUnreadable: if it is not sealed for us
    """
    try:
        keys = province.keyring.pair(data[0])
        return keys, seal.unsealed(data[1:], keys.sealing)
    except (IndexError, UnknownGeneration, NotSigned) as exc:
        raise MessageUnreadable("not sealed for us") from exc


def key_of(asked: Enrolment) -> bytes:
    """The machine's public key.

    :raises Unreadable: if it is none that can be sealed for
    """
    try:
        key = decoded(asked.key)
        seal.sealed(b"", key)
    except (ValueError, NotSigned) as exc:
        raise Unreadable("no key") from exc
    return key


def enrol(province: Province, asked: Enrolment, address: str, day: date) -> Certificate:
    """The certificate for the machine that asks from ``address``.

    :raises NotEnrolled: if the code is not good  :raises TooManyAttempts:
    """
    key_of(asked)
    db, now = province.db(), province.wall()
    codes.count_attempt(db, address, now)
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
        administration.announce(province, area)
        codes.uncount_attempt(db, address, now)
    return _certificate(province, enrolled, day)


def _certificate(province: Province, enrolled: Enrolled, day: date) -> Certificate:
    device = enrolled.device
    centre = centres.centre(province.db(), device.home)
    if centre is None:
        raise NotEnrolled(device.home)
    unit = units.unit_at(province.db(), centre.unit_id, day)
    keys = province.keyring.newest
    public_keys.note_heard(province.db(), device.name, keys.generation)
    return Certificate(
        device=device.name,
        areas=tuple(sorted(device.areas)),
        home=device.home,
        certificate=device.certificate,
        server_key=encoded(keys.public[0]),
        sealing_key=encoded(keys.public[1]),
        generation=keys.generation,
        names={
            "centre": centre.name,
            "unit": unit.name if unit else "",
            "province": province.title,
            "published": province.published,
            "homes": json.dumps(Homes(province.db()).history(device.home), ensure_ascii=False),
        },
    )
