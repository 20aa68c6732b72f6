"""What needs a person, and what was dealt with: changes that were parked, fields two wrote."""

from __future__ import annotations

from typing import Any

from flask import request

from reporting import attention as found
from reporting import references
from schemas.areas import CENTRE
from schemas.fields import Label
from schemas.formatting.vietnamese import day as written
from schemas.record import RecordSchema, fields, get, in_order, record_types
from server import ambient
from server.auth import permissions
from server.recovery import rebuilding
from sync.changes import Key
from sync.merge import Record
from sync.stores.health.unreadable import Unreadable
from sync.stores.references import Dangling

from .. import presenters as shown
from ..pages import page, pages, reading
from ..query import Asked, asked
from . import presenters as issues

PROFILE = "centre_profile"
MOST_CLOSED = 50  # of those dealt with, the list shows the newest

One = found.Conflict | found.Parked


@pages.get("/attention")
@reading
def attention() -> str:
    ask, kind = asked(PROFILE), request.args.get("kind", "")
    province, areas = ambient.province(), ask.place.areas
    conflicts = found.conflicts(province.db(), province.store(), areas)
    if ask.place == ask.way[0]:
        others = found.conflicts(province.db(), province.store(), province.above)
        conflicts += [one for one in others if permissions.concerns(one.key)]
    parked = found.parked(province.db(), province.store(), areas)
    both: list[One] = [*conflicts, *parked]
    kinds = {one.key.record_type for one in both}
    return page(
        "attention",
        ask=ask,
        kind=kind,
        kinds=sorted(kinds),
        kind_names={name: issues.kind_of(name) for name in kinds},
        conflicts=issues.disputes([c for c in conflicts if _asked(c, kind, False)], seen(ask)),
        parked=issues.waiting([p for p in parked if _asked(p, kind, False)], seen(ask)),
        closed=_closed([one for one in both if _asked(one, kind, True)], seen(ask)),
        dangling=[] if kind else _dangling(ask),
        unreadable=[] if kind else _unreadable(ask),
        damaged=[] if kind else _damaged(ask),
        centres=names(ask),
    )


def _unreadable(ask: Asked) -> list[dict[str, Any]]:
    """The records with values of a wrong kind, as far as the person may see them."""
    listed = references.unreadable(ambient.province(), ask.place.areas, _types(ask))
    records = ambient.province().store().load([one.key for one in listed]) if listed else {}
    return [_misread(one, records[one.key]) for one in listed]


def _misread(one: Unreadable, about: Record) -> dict[str, Any]:
    known = get(one.key.record_type)
    return {
        "key": one.key,
        "title": shown.cell(known, known.title_field, about.values),
        "kind": known.label,
        "fields": [shown.label(known, name) for name in in_order(known, one.names)],
    }


def _types(ask: Asked) -> list[type[RecordSchema]]:
    is_whole = ask.place == ask.way[0]
    return [one for one in record_types().values() if _is_listed(one, is_whole)]


def _damaged(ask: Asked) -> list[dict[str, Any]]:
    """The records of which a change cannot be read, as far as the person may see them."""
    areas = {*ask.place.areas, *(ambient.province().above if ask.place == ask.way[0] else ())}
    keys = {damage.key for damage in rebuilding.damaged(ambient.province(), areas)}
    types = record_types()
    may_see = [key for key in sorted(keys) if _may_see(types.get(key.record_type))]
    records = ambient.province().store().load(may_see)
    return [_of_damaged(key, records[key]) for key in may_see]


def _may_see(schema: type[RecordSchema] | None) -> bool:
    if schema is None:
        return True
    return permissions.may_read(schema) and not permissions.only_own_unit(schema)


def _of_damaged(key: Key, record: Record) -> dict[str, Any]:
    schema = record_types().get(key.record_type)
    kind = schema.label if schema else Label(key.record_type, key.record_type)
    title = shown.cell(schema, schema.title_field, record.values) if schema else ""
    return {"key": key, "title": title, "kind": kind, "is_shown": schema is not None}


def _dangling(ask: Asked) -> list[dict[str, Any]]:
    """The records that name another which is not there, as far as the person may see them."""
    listed = references.dangling(ambient.province(), ask.place.areas, _types(ask))
    keys = [Key(one.area, one.link.record_type, one.record_id) for one in listed]
    records = ambient.province().store().load(keys) if keys else {}
    return [_named(one, records[key]) for one, key in zip(listed, keys, strict=True)]


def _is_listed(schema: type[RecordSchema], is_whole: bool) -> bool:
    is_own = schema.lives_in == CENTRE or is_whole
    return is_own and permissions.may_read(schema) and not permissions.only_own_unit(schema)


def _named(one: Dangling, about: Record) -> dict[str, Any]:
    known = get(about.key.record_type)
    field = fields(known)[one.link.column]
    title = shown.cell(known, known.title_field, about.values)
    is_lost = one.link.column == known.title_field  # then it is called by what is not there
    day = about.values.get(known.day_field or "")
    return {
        "key": about.key,
        "title": written(day if isinstance(day, str) else None) if is_lost else title,
        "kind": known.label,
        "field": field.label,
        "text": shown.of_field(field, one.value),
    }


def seen(ask: Asked) -> frozenset[str]:
    """The areas whose records the person may see."""
    return frozenset(ask.way[0].areas)


def names(ask: Asked) -> dict[str, Label]:
    """What the centres are called, by area."""
    return {place.key: place.label for place in ask.way[0].each()}


def _asked(one: One, kind: str, is_closed: bool) -> bool:
    return kind in ("", one.key.record_type) and bool(one.ending) == is_closed


def _closed(ended: list[One], areas: frozenset[str]) -> list[issues.Dispute | issues.Waiting]:
    """What was dealt with, the newest first."""
    ended.sort(key=lambda one: one.ending.millis if one.ending else 0, reverse=True)
    shown: list[issues.Dispute | issues.Waiting] = []
    for one in ended[:MOST_CLOSED]:
        if isinstance(one, found.Conflict):
            shown += issues.disputes([one], areas)
        else:
            shown += issues.waiting([one], areas)
    return shown
