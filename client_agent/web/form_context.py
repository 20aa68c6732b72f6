"""What forms and lists go by beside the declarations: the day, the province's codes, names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from flask import Flask, g, request

from schemas import context, record, references, titles
from schemas.context import Named, Option, Surroundings
from schemas.records import code_list
from schemas.records.code_list import COLUMNS, CodeList
from sync.changes import Key
from sync.stores.listing import Listing, find

from .. import homes
from ..commune import people
from .context import agent, today
from .evaluation import scores
from .records import services

PLAIN = {"static", "alive.show"}  # what is asked for without any record in mind
MOST_NAMES = 2000  # of a record type, the newest


def install(app: Flask) -> None:
    @app.before_request
    def begin() -> None:
        if request.endpoint not in PLAIN:
            g.said = context.say(here())

    @app.teardown_request
    def end(_: BaseException | None) -> None:
        if said := g.pop("said", None):
            context.unsay(said)


def here() -> Surroundings:
    """As it is during one request; each thing is looked up once, and only if it is asked for."""
    names, history = cache(_names), cache(lambda: homes.of(agent()))
    return Surroundings(
        today=str(today()),
        codes=cache(_codes),
        names=names,
        people=cache(lambda: people(agent())),
        home=lambda area, day: history().home(area, day),
        criteria_sets=cache(lambda: scores.published(agent())),
        exists=cache(_exists),
        name=cache(
            lambda record_type, record_id: _name(names(record_type), record_type, record_id)
        ),
    )


def _codes(list_name: str) -> Mapping[str, Option]:
    areas, db = [agent().published], agent().store().db
    wanted = Listing(areas=areas, equal={"list_name": list_name}, limit=MOST_NAMES)
    both = (wanted, replace(wanted, deleted=True))
    found = [row for each in both for row in find(db, COLUMNS, CodeList.record_type, each)]
    return code_list.options(found, list_name)


def _names(record_type: str) -> Sequence[Named]:
    schema = record.get(record_type)
    columns = [name for name in (schema.title_field, schema.day_field) if name]
    order = (f"-{schema.day_field}",) if schema.day_field else (schema.title_field,)
    wanted = Listing(areas=[services.place(agent(), schema)], order=order, limit=MOST_NAMES)
    rows = find(agent().store().db, columns, record_type, wanted)
    return references.distinct(Named(r["_id"], titles.called(record_type, r)) for r in rows)


def _name(there: Sequence[Named], record_type: str, record_id: str) -> str:
    for named in there:
        if named.record_id == record_id:
            return named.name
    place = services.place(agent(), record.get(record_type))
    found = services.load(agent(), Key(place, record_type, record_id))
    return titles.called(record_type, found.values) if found.cells else ""


def _exists(record_type: str, record_id: str) -> bool:
    place = services.place(agent(), record.get(record_type))
    found = services.load(agent(), Key(place, record_type, record_id))
    return bool(found.cells) and not found.deleted
