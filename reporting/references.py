"""Records that name another which is not there, and how many name one that somebody deletes."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Protocol

from sqlite_utils import Database

from schemas import references
from schemas.formatting.label import Label
from schemas.record import RecordSchema, get
from sync.changes import Key
from sync.ports import Store
from sync.stores.health.unreadable import Unreadable
from sync.stores.health.unreadable import unreadable as misread
from sync.stores.references import Dangling, Link
from sync.stores.references import dangling as dangling_of
from sync.stores.references import referring as count

MOST = 200  # that a page lists


class Host(Protocol):
    """Whose records they are."""

    def db(self) -> Database:
        """The database with the tables of the record types."""

    def store(self) -> Store:
        """The records themselves."""

    def areas_of(self, schema: type[RecordSchema]) -> Collection[str]:
        """The areas of a type that no centre keeps; empty for one that centres keep."""


def dangling(
    host: Host, areas: Collection[str], types: Collection[type[RecordSchema]]
) -> list[Dangling]:
    """The first so many of those types, of centres in ``areas`` or of no centre."""
    listed: list[Dangling] = []
    for link in _links(host):
        schema = get(link.record_type)
        if schema in types and len(listed) < MOST:
            where = host.areas_of(schema) or areas
            listed += dangling_of(host.db(), link, where, MOST - len(listed))
    return listed


def unreadable(
    host: Host, areas: Collection[str], types: Collection[type[RecordSchema]]
) -> list[Unreadable]:
    """The first so many of those types with values that are not of the kind of their fields."""
    listed: list[Unreadable] = []
    for schema in types:
        if len(listed) < MOST:
            where = host.areas_of(schema) or areas
            listed += misread(host.db(), [schema.record_type], where, MOST - len(listed))
    return listed


def referring(host: Host, key: Key) -> dict[Label, int]:
    """How many living records of each type name that one."""
    values = host.store().load([key])[key].values
    counts: dict[Label, int] = {}
    for link in _links(host):
        named = key.record_id if link.by == "_id" else values.get(link.by)
        if link.target == key.record_type and isinstance(named, str):
            many = count(host.db(), link, key.area, named)
            label = get(link.record_type).label
            counts[label] = counts.get(label, 0) + many
    return {label: many for label, many in counts.items() if many}


def _links(host: Host) -> Iterator[Link]:
    for one in references.links():
        areas = tuple(sorted(host.areas_of(get(one.to))))
        yield Link(one.record_type, one.field, one.to, one.by, areas)
