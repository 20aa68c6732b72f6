"""What forms and lists go by beside the declarations: the day, the province's codes, names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from flask import g, request
from flask_login import current_user

from reporting.evaluations import criteria_sets
from schemas import context, record, references, titles
from schemas.context import Named, Option, Surroundings
from schemas.records import code_list
from schemas.records.code_list import COLUMNS, CodeList
from server import ambient
from server.centres.homes import Homes
from sync.stores.listing import Listing, find

from .pages import pages

MOST_NAMES = 2000  # of a record type, the newest


@pages.before_request
def begin() -> None:
    g.said = context.say(here())


@pages.teardown_request
def end(_: BaseException | None) -> None:
    if said := g.pop("said", None):
        context.unsay(said)


def here() -> Surroundings:
    """As it is during one request; each thing is looked up once, and only if it is asked for."""
    names = cache(_names)
    living = cache(lambda kind: frozenset(named.record_id for named in names(kind)))
    return Surroundings(
        today=str(ambient.today()),
        codes=cache(_codes),
        names=names,
        criteria_sets=cache(_criteria_sets),
        home=Homes(ambient.province().db()).home,
        exists=cache(lambda kind, name: name in living(kind) or _exists(kind, name)),
        name=cache(lambda kind, record_id: _name(names(kind), kind, record_id)),
    )


def _criteria_sets() -> Mapping[str, Mapping[str, object]]:
    return criteria_sets(ambient.province().db(), ambient.province().published)


def _codes(list_name: str) -> Mapping[str, Option]:
    areas, db = [ambient.province().published], ambient.province().db()
    wanted = Listing(areas=areas, equal={"list_name": list_name}, limit=MOST_NAMES)
    both = (wanted, replace(wanted, deleted=True))
    found = [row for each in both for row in find(db, COLUMNS, CodeList.record_type, each)]
    return code_list.options(found, list_name)


def _names(record_type: str) -> Sequence[Named]:
    """Those that the record at hand can refer to: of its own area, or of no centre."""
    schema = record.get(record_type)
    area = (request.view_args or {}).get("area", "")
    areas = ambient.province().areas_of(schema) or [area]
    order = (f"-{schema.day_field}",) if schema.day_field else (schema.title_field,)
    wanted = Listing(areas=areas, order=order, limit=MOST_NAMES)
    rows = find(ambient.province().db(), _columns(record_type), record_type, wanted)
    return references.distinct(Named(r["_id"], titles.called(record_type, r)) for r in rows)


def _name(there: Sequence[Named], record_type: str, record_id: str) -> str:
    """Its name, wherever it lies, unless the person may not see that centre."""
    for named in there:
        if named.record_id == record_id:
            return named.name
    db, columns = ambient.province().db(), _columns(record_type)
    for deleted in (False, True):
        wanted = Listing(equal={"_id": record_id}, deleted=deleted, limit=1)
        for row in find(db, columns, record_type, wanted):
            if row["_area"] in _visible():
                return titles.called(record_type, row)
    return ""


def _exists(record_type: str, record_id: str) -> bool:
    """Whether it is there and not deleted: of no centre, of that at hand, or of any seen."""
    schema = record.get(record_type)
    area = (request.view_args or {}).get("area", "")
    near = {area} - {"", *ambient.province().above}
    areas = ambient.province().areas_of(schema) or near or _visible()
    wanted = Listing(areas=areas, equal={"_id": record_id}, limit=1)
    return bool(find(ambient.province().db(), (), record_type, wanted))


def _columns(record_type: str) -> list[str]:
    schema = record.get(record_type)
    return [name for name in (schema.title_field, schema.day_field) if name]


def _visible() -> set[str]:
    if "visible" not in g:
        g.visible = ambient.scope(current_user, ambient.today()) | ambient.province().above
    found: set[str] = g.visible
    return found
