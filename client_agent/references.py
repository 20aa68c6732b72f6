"""Faults of this centre's records: references to a missing record, values that cannot be read."""

from __future__ import annotations

from collections.abc import Iterator

from schemas import areas, references
from schemas.formatting.label import Label
from schemas.record import get, record_types
from sync.changes import Key
from sync.stores import references as stored
from sync.stores.health import unreadable as values
from sync.stores.health.unreadable import Unreadable
from sync.stores.references import Dangling, Link

from .workspace import Workspace

MOST = 100  # that a page lists


def dangling(workspace: Workspace) -> list[Dangling]:
    """References of the centre's records to records that are missing, ``MOST`` at the most."""
    db, rows = workspace.store().db, list[Dangling]()
    for link in _links(workspace):
        is_own = get(link.record_type).lives_in == areas.CENTRE
        if is_own and len(rows) < MOST:
            rows += stored.dangling(db, link, [workspace.area], MOST - len(rows))
    return rows


def unreadable(workspace: Workspace) -> list[Unreadable]:
    """Values of the centre's records that cannot be read, ``MOST`` at the most."""
    kinds = [name for name, one in record_types().items() if one.lives_in == areas.CENTRE]
    return values.unreadable(workspace.store().db, kinds, [workspace.area], MOST)


def referring(workspace: Workspace, key: Key) -> dict[Label, int]:
    """How many living records of each type refer to that one."""
    counts: dict[Label, int] = {}
    for link in _links(workspace):
        if link.target == key.record_type and link.by == "_id":
            many = stored.referring(workspace.store().db, link, key.area, key.record_id)
            label = get(link.record_type).label
            counts[label] = counts.get(label, 0) + many
    return {label: many for label, many in counts.items() if many}


def _links(workspace: Workspace) -> Iterator[Link]:
    for one in references.links():
        is_own = get(one.to).lives_in == areas.CENTRE
        there = () if is_own else (workspace.published,)
        yield Link(one.record_type, one.field, one.to, one.by, there)
