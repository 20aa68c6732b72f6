"""Records that the list shows besides: they name another that is not there, or cannot be read."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from schemas.formatting.vietnamese import day
from schemas.forms import text
from schemas.record import fields, get, in_order, record_types
from sync.changes import Key
from sync.merge import Record
from sync.stores.health.unreadable import Unreadable
from sync.stores.references import Dangling

from ..language import language
from . import wording
from .host import Host


class Row(NamedTuple):
    """One record, and what is wrong with it."""

    title: str
    kind: str
    centre: str
    href: str
    detail: str


def dangling(host: Host, links: Collection[Dangling]) -> list[Row]:
    """The records that name another that is not there, each with the field that names it."""
    keys = [Key(one.area, one.link.record_type, one.record_id) for one in links]
    records = host.store().load(keys)
    return [_dangling(host, one, records[key]) for one, key in zip(links, keys, strict=True)]


def unreadable(host: Host, records: Collection[Unreadable]) -> list[Row]:
    """The records with values that are not of the kind of their fields, with those fields."""
    loaded = host.store().load([one.key for one in records])
    return [_unreadable(host, one, loaded[one.key]) for one in records]


def _dangling(host: Host, one: Dangling, record: Record) -> Row:
    schema = get(one.link.record_type)
    field = fields(schema)[one.link.column]
    detail = f"{field.label.say(language())}: {text.shown(field, one.value, language())}"
    listed = row(host, record, detail)
    if one.link.column != schema.title_field:
        return listed
    date = record.values.get(schema.day_field or "")  # its title is what is not there
    return listed._replace(title=day(date) if isinstance(date, str) else listed.kind)


def _unreadable(host: Host, one: Unreadable, record: Record) -> Row:
    schema = get(one.key.record_type)
    labels = (wording.label(schema, name) for name in in_order(schema, one.names))
    return row(host, record, ", ".join(labels))


def row(host: Host, record: Record, detail: str = "") -> Row:
    """A record in the list, also one whose type this version does not know."""
    record_type = record.key.record_type
    schema = record_types().get(record_type)
    return Row(
        wording.title(schema, record_type, record.values),
        wording.kind(schema, record_type),
        host.centre_name(record.key.area),
        host.address(record),
        detail,
    )
