"""What the centre's forms and lists need besides the declarations."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from flask import Flask, request

from schemas import record, titles
from schemas.context import Context, Named
from sync.changes import Key
from sync.merge import Record
from webui import form_context

from .. import scores
from ..centre import commune_population, unit_history
from .context import agent, today
from .records import services

PLAIN = {"static", "alive.show"}  # what is asked for without any record in mind


def install(app: Flask) -> None:
    form_context.install(app, lambda: None if request.endpoint in PLAIN else context_of_request())


def context_of_request() -> Context:
    """As it is during one request."""
    names, history = cache(_names), cache(lambda: unit_history(agent()))
    return Context(
        today=str(today()),
        codes=cache(lambda name: form_context.codes(agent().store().db, agent().published, name)),
        names=names,
        people=cache(lambda: commune_population(agent())),
        home=lambda area, day: history().home(area, day),
        criteria_sets=cache(lambda: scores.published(agent())),
        exists=cache(_exists),
        name=cache(lambda kind, record_id: _name(names(kind), kind, record_id)),
    )


def _names(record_type: str) -> Sequence[Named]:
    area = services.place(agent(), record.get(record_type))
    return form_context.names(agent().store().db, [area], record_type)


def _name(names: Sequence[Named], record_type: str, record_id: str) -> str:
    if name := form_context.name_in(names, record_id):
        return name
    target = _load(record_type, record_id)
    return titles.called(record_type, target.values) if target.cells else ""


def _exists(record_type: str, record_id: str) -> bool:
    target = _load(record_type, record_id)
    return bool(target.cells) and not target.deleted


def _load(record_type: str, record_id: str) -> Record:
    area = services.place(agent(), record.get(record_type))
    return services.load(agent(), Key(area, record_type, record_id))
