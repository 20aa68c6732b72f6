"""Two machines of one centre without the province: a file from the one, read by the other.

The machines know each other's keys from the province alone: it says of every machine of a
centre, in a record of the centre's area, which key is its own and whether it is in use. So
a machine can be a sibling only after both have heard of it, once, by network or stick; and
from one that was retired or lost nothing is taken.
"""

from __future__ import annotations

import logging
import secrets
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from schemas.formatting.vietnamese import HANOI
from schemas.permissions import not_a_centres
from sync import bundle, siblings, wire
from sync.bundle import Header
from sync.changes import DEVICE, Change, device_of
from sync.errors import NotSigned
from sync.merge import Record
from sync.messages import Shared
from sync.ports import Device
from sync.stores import bundles
from sync.stores.bundles import Keys

from .. import config
from ..errors import (
    BundleDamaged,
    BundleForeign,
    FileUnwritable,
    SiblingEnded,
    SiblingUnknown,
    StickGone,
)
from ..storage.atomic_files import STICK_FAULTS
from ..workspace import Workspace

log = logging.getLogger(__name__)

ACTIVE, LOST = "active", "lost"
STATES = (ACTIVE, "retired", LOST)  # only an active machine is given anything
WHOLE = 1 << 31  # bytes: a centre's whole work is a thousandth of it


class Sibling(NamedTuple):
    """Another machine of our centre, as the province last described it."""

    device: str
    label: str  # its own name for itself
    key: str  # base64url
    state: str


class HandedOver(NamedTuple):
    path: Path
    bytes: int


class TakenOver(NamedTuple):
    sibling: Sibling
    changes: int  # new ones
    left: int  # that only the province may send, and has not sent yet


def known(workspace: Workspace) -> list[Sibling]:
    """The other machines of the centre, those in use first."""
    store, area, own = workspace.store(), workspace.area, workspace.settings.device
    records = store.load(list(store.fingerprints((area,), DEVICE)))
    others = [_sibling(k.record_id, r.values) for k, r in records.items() if k.record_id != own]
    return sorted(others, key=lambda s: (s.state != ACTIVE, s.label, s.device))


def hand_over(workspace: Workspace, device: str, place: Path) -> HandedOver:
    """Write everything that this machine has for that sibling, and nobody else, to read.

    ``place`` is a folder, which gets a file with a name of ours, or a file.

    :raises SiblingUnknown:  :raises SiblingEnded:
    :raises FileUnwritable: if it could not be written and read back; then nothing has changed
    """
    replica, settings, made = workspace.replica(), workspace.settings, workspace.wall()
    sibling = _in_use(workspace, device)
    path = place / _name(sibling, made) if place.is_dir() else place
    server = bundle.key_id(config.key_bytes(settings.server_key))
    head = Header(bundle.SHARED, settings.device, server, secrets.token_hex(8), made=made)
    keys = Keys(workspace.keys.seed(), config.key_bytes(sibling.key))
    pages = map(wire.encode, siblings.share(replica, settings.areas))
    try:
        written = bundles.write(path, head, pages, keys, WHOLE)
    except OSError as exc:
        kind = STICK_FAULTS.get(exc.errno or 0, FileUnwritable)
        raise kind(f"{path}: {exc.strerror or exc}") from exc
    log.info("handed over to %s: %d bytes", device, written.bytes)
    return HandedOver(path, written.bytes)


def take_over(workspace: Workspace, path: Path) -> TakenOver:
    """Take over the file that a sibling wrote for us: all of it, or nothing.

    :raises SiblingUnknown:  :raises SiblingEnded:  :raises BundleDamaged:
    :raises BundleForeign: if it is not from our province, or for another machine
    :raises MessageUnreadable: if a newer version made it  :raises StickGone:
    """
    replica, settings = workspace.replica(), workspace.settings
    try:
        sibling = _checked(workspace, path)
        pages = _pages(path, workspace.keys.seed(), sibling.device)
        taken = siblings.take(replica, pages, settings.areas, _may)
    except NotSigned as exc:
        raise BundleDamaged(f"{path.name}: {exc}") from exc
    except OSError as exc:
        raise StickGone(f"{path.name}: {exc.strerror}") from exc
    log.info("took over from %s: %d changes, left %d", sibling.device, taken.new, taken.left)
    return TakenOver(sibling, taken.new, taken.left)


def _may(_device: Device, _record: Record, change: Change) -> str:
    return not_a_centres(change.key.record_type, tuple(change.fields))


def _checked(workspace: Workspace, path: Path) -> Sibling:
    """Who wrote the file, if it is whole."""
    front = bundles.look(path)
    if front.kind != bundle.SHARED:
        raise BundleForeign(path.name)
    try:
        sibling = _in_use(workspace, front.device)
    except SiblingUnknown as exc:
        if front.server in workspace.ends().server_keys:
            raise
        raise BundleForeign(path.name) from exc  # or of ours, which knows newer keys of it
    bundles.check(path, config.key_bytes(sibling.key))
    return sibling


def _pages(path: Path, seed: bytes, device: str) -> Iterator[Shared]:
    for body in bundles.read(path, seed):
        page = wire.decode(Shared, body)
        if device_of(page.replica) != device:
            raise BundleForeign(page.replica)
        yield page


def _in_use(workspace: Workspace, device: str) -> Sibling:
    sibling = next((each for each in known(workspace) if each.device == device), None)
    if sibling is None:
        raise SiblingUnknown(device)
    if sibling.state != ACTIVE:
        raise SiblingEnded(sibling.label or device)
    return sibling


def _sibling(device: str, values: dict[str, object]) -> Sibling:
    label, key = (str(values.get(name, "")) for name in ("label", "key"))
    state = values.get("state")
    return Sibling(device, label, key, str(state) if state in STATES else LOST)


def _name(sibling: Sibling, made: int) -> str:
    when = datetime.fromtimestamp(made / 1000, HANOI)
    return f"khuyenhoc-cho-may-{sibling.device}-{when:%Y%m%d-%H%M%S}{bundles.ENDING}"
