"""Rebuilds every record from the log: the log is the truth, records are its projection.

A row of the log that is no longer what was written does not count: its record stays as it is, and
the change is taken from a backup of this log, or from a centre that still has it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from sync.changes import REPEAT
from sync.ports import Damage
from sync.stores.health import consistency, soundness
from sync.stores.health.consistency import Step

from ..province import Province

AT_ONCE = 500  # records in one transaction, so that centres can sync in between


def rebuild(province: Province) -> tuple[int, int]:
    """Rebuild all records; return how many there are, and how many had differed from the log."""
    hub, keys, changed = province.hub(), consistency.keys(province.store()), 0
    for start in range(0, len(keys), AT_ONCE):
        some = keys[start : start + AT_ONCE]
        with hub.store.transaction():
            before = consistency.stored_rows(province.store(), some)
            hub.rebuild(some)
            after = consistency.stored_rows(province.store(), some)
        changed += sum(before.get(key) != after.get(key) for key in some)
        for area, record_type in {key[:2] for key in some}:
            hub.store.recount([area], record_type)
    province.store().refill()
    consistency.give_digests(hub)
    return len(keys), changed


def look(province: Province) -> Iterator[Step]:
    """Compare everything with the log; nothing is changed, and centres can sync meanwhile."""
    return consistency.look(province.store(), province.hub())


def damaged(province: Province, areas: Collection[str] | None = None) -> list[Damage]:
    """The changes that are known to be damaged, and could not be put back so far."""
    return [damage for damage in province.store().damage(areas) if damage.reason != REPEAT]


def note(province: Province) -> None:
    """Note which rows of the log are damaged, so that the centres are asked for them."""
    store = province.store()
    for _ in store.look_through():
        pass
    with store.transaction():  # the transaction notes the damaged rows
        pass


def put_back(province: Province, database: Path) -> int:
    """Put back what a backup of this log still has of the damaged changes; return how many.

    :raises StoreUnusable: if the backup cannot be read
    """
    stamps = [damage.at for damage in damaged(province)]
    changes = soundness.changes(database, stamps)
    with province.store().transaction():
        return len(province.hub().put_back(changes, is_sure=True))


def mend(province: Province, steps: list[Step]) -> None:
    """Rebuild what the steps found to differ."""
    consistency.mend(province.hub(), [finding for step in steps for finding in step.findings])
