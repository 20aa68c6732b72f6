"""One exchange with a device, whatever carried the request: HTTP, or a file on a stick."""

from __future__ import annotations

import logging
from functools import partial
from typing import TypeVar

from sync import seal, wire
from sync.changes import device_of
from sync.errors import NotEnrolled
from sync.exchange import answer
from sync.held_texts import NOTHING, HeldTexts
from sync.messages import Question, Reply, Request, Response
from sync.ports import Device
from sync.repair import examine

from . import devices, proofs
from .auth import may
from .devices import Enrolled, Heard
from .province import Province, decoded
from .texts import FAULTS

log = logging.getLogger(__name__)

M = TypeVar("M", Request, Question)


def read(kind: type[M], data: bytes, held: HeldTexts = NOTHING) -> tuple[M, bytes]:
    """What the bytes say, and its text; whose word it is has not been asked yet.

    :raises MessageUnreadable:
    """
    return wire.read(kind, data[seal.SIGNATURE :], held)


def sender(province: Province, message: Request | Question, data: bytes) -> Enrolled:
    """The device that signed the message.

    :raises NotEnrolled:  :raises Revoked:  :raises NotSigned:
    """
    device = devices.answerable(province.db(), device_of(message.replica))
    seal.opened(data, decoded(device.key), seal.request_context())
    return device


def exchange(province: Province, request: Request, device: Enrolled) -> Response:
    """Take in what the device sends, and give it what it lacks.

    What was heard of the device is kept in the same transaction, so it costs no second one.
    """
    epoch = province.hub().epoch
    with province.store().transaction():
        response = answer(province.hub(), request, device.device, may, partial(_renew, province))
        proofs.told(province.db(), device.device.name, request, response)
        devices.heard(province.db(), device.device.name, _heard(province, request, device))
    if province.hub().epoch != epoch:
        log.warning("%s / %s", *FAULTS["fault.put_back"])
    return response


def _renew(province: Province, device: Device) -> Device:
    """Another certificate for a device that names a place which it cannot prove.

    :raises Busy: if it did so lately
    """
    renewed = devices.restart(province.db(), device.name, province.wall())
    for text in FAULTS["fault.unproved"]:
        log.warning(text.format(name=device.name, times=renewed.restarts))
    return renewed.device


def inquire(province: Province, question: Question, device: Enrolled) -> Reply:
    """Help a device to find out where its records differ from ours."""
    if device_of(question.replica) != device.device.name:
        raise NotEnrolled(question.replica)
    return examine(province.hub(), question, device.device)


def _heard(province: Province, request: Request, device: Enrolled) -> Heard:
    now = province.wall()
    return Heard(
        at=now,
        waiting=request.waiting,
        clock_offset=request.wall - now if request.wall else 0,
        software=request.schema or device.software,
    )
