"""One exchange with a device, whatever carried the request: HTTP, or a file on a stick."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from typing import NamedTuple, TypeVar

from server.auth.device_permissions import may
from server.devices import key_renewal
from server.keys.keyring import decoded
from sync import wire
from sync.changes import device_of
from sync.errors import NotEnrolled, Stale
from sync.exchange import answer
from sync.freshness import DAY, Recent, admitted, stated
from sync.messages import Question, Reply, Request, Response
from sync.ports import Device
from sync.repair import examine
from sync.wire import envelope
from sync.wire.envelope import Header
from sync.wire.prefixes import NOTHING, TextCache
from sync.wire.seal import Asked

from ..devices import devices, receipts
from ..devices.devices import Contact, Enrolled
from ..keys import public_keys
from ..keys.secret_file import Pair
from ..province import Province
from ..texts.faults import FAULTS

LONGEST = 100  # letters of a version
log = logging.getLogger(__name__)

M = TypeVar("M", Request, Question)


class VerifiedRequest(NamedTuple):
    """A request whose sender is known, and signed it; nothing of it was unpacked yet."""

    header: Header
    device: Enrolled
    keys: Pair  # of ours, that the sender knows
    packed: bytes

    def read(self, kind: type[M], cache: TextCache = NOTHING) -> tuple[M, bytes]:
        """The message, and its text.

        :raises MessageUnreadable:
        """
        message, text = wire.read(kind, self.packed, cache)
        return envelope.whole(message, self.header.device), text

    def answer(self, message: bytes, context: bytes) -> bytes:
        """An answer to it, signed, and sealed if the request was."""
        key = decoded(self.device.key)
        return envelope.answer(message, self.keys.signing, context, self.header.form, key)


def verified(province: Province, header: Header, data: bytes) -> VerifiedRequest:
    """The request with that header, if a device that may send signed just these bytes.

    :raises NotEnrolled:  :raises Revoked:  :raises NotSigned:  :raises UnknownGeneration:
    """
    device = devices.answerable(province.db(), header.device)
    rest = envelope.verified(data, header, decoded(device.key))
    keys = province.keyring.pair(header.generation)
    return VerifiedRequest(header, device, keys, envelope.unsealed(header.form, rest, keys.sealing))


def asked(header: Header, request: Request) -> Asked:
    """What the answer to a request is signed over."""
    return Asked(header.nonce_text, request.replica, request.feed, request.cursor)


def exchange(
    province: Province,
    request: Request,
    device: Enrolled,
    keys: Pair | None = None,
    nonce: str = "",
) -> Response:
    """Take in what the device sends, and give it what it lacks.

    ``keys``: the pair of ours that it knows; if there are newer ones, they are handed over.

    What was heard of the device is kept in the same transaction, so it costs no second one.

    :param nonce: by which a request over a network must be a new one; files have none
    :raises Stale: if it is not
    """
    epoch = province.hub().epoch
    with _noting_clock(province, request, device), province.store().transaction():
        recent = _admitted(province, request, device, nonce)
        response = answer(province.hub(), request, device.device, may, partial(_renew, province))
        receipts.note(province.db(), device.device.name, request, response)
        contact = _contact(province, request, device, recent)
        devices.note_contact(province.db(), device.device.name, contact)
        if keys:
            public_keys.note_heard(province.db(), device.device.name, keys.generation)
    if province.hub().epoch != epoch:
        log.warning("%s / %s", *FAULTS["fault.put_back"])
    return replace(response, handover=key_renewal.statement(province, keys)) if keys else response


def _renew(province: Province, device: Device, is_claimed: bool) -> Device:
    """Another certificate for a device that names a place which it cannot prove.

    Only a device that claims that we named the place is reported and slowed down: others were
    misled by a sibling.

    :raises Busy: if it claimed so lately
    """
    if not is_claimed:
        log.info("%s reads all again: a sibling misled it about its place", device.name)
        return devices.reset_feed(province.db(), device.name).device
    renewed = devices.restart(province.db(), device.name, province.wall())
    for text in FAULTS["fault.unproved"]:
        log.warning(text.format(name=device.name, times=renewed.restarts))
    return renewed.device


def _admitted(
    province: Province, message: Request | Question, device: Enrolled, nonce: str
) -> Recent:
    """Which requests of the device are kept from now on.

    :raises Stale: if it asked this before
    """
    recent = devices.find(province.db(), device.device.name).requests  # others may have come since
    if not nonce:
        return recent
    return admitted(recent, nonce, stated(message), province.wall())


@contextmanager
def _noting_clock(
    province: Province, message: Request | Question, device: Enrolled
) -> Iterator[None]:
    """A wrong clock is shown even if nothing else of the request was taken in."""
    try:
        yield
    except Stale:
        if message.wall and abs(stated(message) - province.wall()) > DAY:
            offset = message.wall - province.wall()
            devices.note_clock(province.db(), device.device.name, offset)
        raise


def inquire(province: Province, question: Question, device: Enrolled, nonce: str = "") -> Reply:
    """Help a device to find out where its records differ from ours.

    :raises Stale: as in ``exchange``
    """
    if device_of(question.replica) != device.device.name:
        raise NotEnrolled(question.replica)
    with _noting_clock(province, question, device), province.store().transaction():
        devices.note_requests(
            province.db(), device.device.name, _admitted(province, question, device, nonce)
        )
    return examine(province.hub(), question, device.device)


def _contact(province: Province, request: Request, device: Enrolled, recent: Recent) -> Contact:
    now = province.wall()
    return Contact(
        at=now,
        waiting=request.waiting,
        clock_offset=request.wall - now if request.wall else 0,
        software=request.schema[:LONGEST] or device.software,
        requests=recent,
    )
