"""Records that the list shows besides: damaged, unreadable, or naming what is not there."""

from __future__ import annotations

from typing import Any

from reporting import references
from schemas.areas import CENTRE
from schemas.record import RecordSchema, record_types
from server import ambient
from server.auth import permissions
from server.recovery import rebuilding
from webui.conflicts import references as rows
from webui.conflicts.host import Host
from webui.conflicts.references import Row

from ..query import ListRequest


def extras(host: Host, ask: ListRequest) -> dict[str, Any]:
    """All three, as far as the person may see those records."""
    province, areas, types = ambient.province(), ask.place.areas, _types(ask)
    return {
        "dangling": rows.dangling(host, references.dangling(province, areas, types)),
        "unreadable": rows.unreadable(host, references.unreadable(province, areas, types)),
        "damage": _damaged(host, ask),
    }


def _types(ask: ListRequest) -> list[type[RecordSchema]]:
    is_whole = ask.place == ask.way[0]
    return [one for one in record_types().values() if _is_listed(one, is_whole)]


def _is_listed(schema: type[RecordSchema], is_whole: bool) -> bool:
    return (schema.lives_in == CENTRE or is_whole) and _may_see(schema)


def _may_see(schema: type[RecordSchema] | None) -> bool:
    if schema is None:
        return True
    return permissions.may_read(schema) and not permissions.only_own_unit(schema)


def _damaged(host: Host, ask: ListRequest) -> list[Row]:
    """The records of which a change cannot be read."""
    above = ambient.province().above if ask.place == ask.way[0] else ()
    damages = rebuilding.damaged(ambient.province(), {*ask.place.areas, *above})
    types = record_types()
    keys = sorted({damage.key for damage in damages})
    keys = [key for key in keys if _may_see(types.get(key.record_type))]
    return [rows.row(host, record) for record in host.store().load(keys).values()]
