"""Makes every record anew from the log: the log is the truth, records are its projection."""

from __future__ import annotations

from collections.abc import Iterator

from sync.changes import Key

from .province import Province

AT_ONCE = 500  # records in one transaction, so that centres can sync in between


def rebuild(province: Province) -> tuple[int, int]:
    """How many records there are, and how many of them were not as the log has them."""
    hub, keys, changed = province.hub(), list(_keys(province)), 0
    for start in range(0, len(keys), AT_ONCE):
        some = keys[start : start + AT_ONCE]
        with hub.store.transaction():
            before = hub.store.load(some)
            hub.rebuild(some)
            after = hub.store.load(some)
        changed += sum(before[key].cells != after[key].cells for key in some)
    province.store().refill()
    return len(keys), changed


def _keys(province: Province) -> Iterator[Key]:
    names = ", ".join(Key._fields)
    for row in province.db()["log"].rows_where(select=f"distinct {names}", order_by=names):
        yield Key(*row.values())
