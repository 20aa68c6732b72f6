"""Makes every record anew from the log: the log is the truth, records are its projection."""

from __future__ import annotations

from collections.abc import Iterator

from sync.stores import proving
from sync.stores.proving import Step

from .province import Province

AT_ONCE = 500  # records in one transaction, so that centres can sync in between


def rebuild(province: Province) -> tuple[int, int]:
    """How many records there are, and how many of them were not as the log has them."""
    hub, keys, changed = province.hub(), proving.keys(province.store()), 0
    for start in range(0, len(keys), AT_ONCE):
        some = keys[start : start + AT_ONCE]
        with hub.store.transaction():
            before = hub.store.load(some)
            hub.rebuild(some)
            after = hub.store.load(some)
        changed += sum(before[key].cells != after[key].cells for key in some)
        for area, record_type in {key[:2] for key in some}:
            hub.store.recount([area], record_type)
    province.store().refill()
    return len(keys), changed


def look(province: Province) -> Iterator[Step]:
    """Hold everything against the log; nothing is changed, and centres can sync meanwhile."""
    return proving.look(province.store(), province.hub())


def mend(province: Province, steps: list[Step]) -> None:
    """Make what was found anew."""
    proving.mend(province.hub(), [finding for step in steps for finding in step.findings])
