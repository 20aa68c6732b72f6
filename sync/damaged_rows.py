"""Damaged rows of the log: what both ends leave out of their digests, ask for and put back.

A damaged row holds up nothing but its own record. The server's answer names those records, so
that both ends leave them out of their digests, and asks for the changes by their timestamps.
Whoever has one sends it; the row's own digest says whether it is the same.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from .changes import PARKED, REPEAT, Change, Key, device_of
from .clock import ZERO, Timestamp
from .merge import total
from .ports import Damage, Device, Store

MOST = 100  # changes that are asked for at once


def unreadable(store: Store, areas: Collection[str]) -> tuple[Key, ...]:
    """The records with a merged change that is known to be damaged.

    Also those with a parked change whose notice is damaged, so that nobody learns of it.
    """
    known = store.damage()
    keys = {damage.key for damage in known if damage.key.area in areas and not damage.reason}
    parked = [at for key in keys if key.record_type == PARKED for at in _parked_at(key)]
    spoken_of = {entry.change.key for entry in store.find(parked).values()} if parked else set()
    spoken_of |= {damage.key for damage in known if damage.at in parked}
    return tuple(sorted(keys | {key for key in spoken_of if key.area in areas}))


def _parked_at(notice: Key) -> Iterable[Timestamp]:
    try:
        yield Timestamp.parse(notice.record_id)
    except ValueError:
        return  # of a machine that calls a record so


def digests(store: Store, areas: Collection[str], without: Iterable[Key]) -> dict[str, int]:
    """The digests of ``areas`` by record type, without those records.

    What a record left out gave to the sums is not asked of its own row, which may be damaged, too.
    """
    sums = dict(store.digests(areas))
    left_out = {key for key in without if key.area in areas}
    for name in {key.record_type for key in left_out}:
        prints = store.fingerprints(areas, name)
        sums[name] = total(value for key, value in prints.items() if key not in left_out)
    return {name: value for name, value in sums.items() if value}


def digest(store: Store, areas: Collection[str], without: Iterable[Key]) -> int:
    return total(digests(store, areas, without).values())


def wanted(store: Store, device: Device) -> tuple[Timestamp, ...]:
    """The changes of a damaged row that this device may have: of its scope, or made by it."""
    known = [d for d in store.damage() if d.reason != REPEAT and d.at != ZERO]
    stamps = [d.at for d in known if d.key.area in device.scope or _made_by(d, device)]
    return tuple(stamps[:MOST])


def readable_changes(
    store: Store, stamps: Collection[Timestamp], device: Device | None = None
) -> tuple[Change, ...]:
    """Those of the changes that can be read here, whole; for a ``device`` only what it may see."""
    changes = (entry.change for entry in store.find(stamps).values()) if stamps else ()
    return tuple(c for c in changes if device is None or _may_see(c, device))


def intact_changes(changes: Iterable[Change], store: Store) -> list[Change]:
    """The changes but those whose row is damaged here."""
    damaged = {damage.at for damage in store.damage()}
    return [change for change in changes if change.at not in damaged]


def _made_by(damage: Damage, device: Device) -> bool:
    return device_of(damage.replica) == device.name


def _may_see(change: Change, device: Device) -> bool:
    return change.key.area in device.scope or device_of(change.replica) == device.name
