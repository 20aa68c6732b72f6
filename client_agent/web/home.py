"""The first page: how things stand, and what needs doing."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from flask import Blueprint, Flask, render_template, url_for

from reporting.query.listing import Window, count, find
from reporting.query.selection import Selection
from schemas import planned, record
from schemas.fields import Choice
from schemas.formatting.label import Label
from schemas.plausibility import far_off, usual
from sync.changes import Key
from webui.titles import title_of

from ..people.drafts import Draft
from ..scores import due_year, standing, this_year
from . import tasks
from .context import agent, everyday_types, me, now, today
from .records import services
from .records.services import Schema

pages = Blueprint("home", __name__)
RECENT, AHEAD = 5, 2


def install(app: Flask) -> None:
    app.register_blueprint(pages)


@pages.get("/")
def show() -> str:
    year = this_year(now())
    return render_template(
        "agent/home.html",
        year=year,
        drafts=[_draft(draft) for draft in agent().drafts.list(me())],
        missing=_missing(),
        tasks=tasks.all_open(),
        cards=[
            card for name, address, _ in everyday_types() if (card := _card(name, address, year))
        ],
        evaluation=standing(agent(), due_year(now())),
    )


def _draft(draft: Draft) -> dict[str, object]:
    """A draft as the page names it: the type, the title if it has one, and where it goes on."""
    schema = record.get(draft.record_type)
    typed = draft.form.get(schema.title_field, "")
    is_code = isinstance(record.fields(schema).get(schema.title_field), Choice)
    address = draft.form.get("_back") or url_for(
        "records.edit", record_type=draft.record_type, record_id=draft.record_id
    )
    return {
        "label": schema.label,
        "title": title_of(schema, {schema.title_field: typed}) if typed and is_code else typed,
        "kept": draft.kept,
        "address": address,
        "record_type": draft.record_type,
        "record_id": draft.record_id,
    }


def _missing() -> list[tuple[Label, str]]:
    """The records that every centre has once, and this one has not filled in."""
    shortcuts = []
    for name, schema in record.record_types().items():
        only = services.only_id(schema, agent().area)
        if only and services.filled_in_at_centres(schema):
            key = Key(agent().area, name, only)
            if not services.load(agent(), key).cells:
                shortcuts.append(
                    (schema.label, url_for("records.edit", record_type=name, record_id=only))
                )
    return shortcuts


def _card(name: str, address: str, year: int) -> dict[str, object] | None:
    """What the first page shows of a record type that people add to all the time."""
    schema = record.get(name)
    if not services.filled_in_at_centres(schema) or services.only_id(schema, agent().area):
        return None
    return {
        "name": name,
        "label": schema.label,
        "address": address,
        "count": count(agent().store().db, Selection(name, [agent().area])),
        "this_year": _of_year(schema, year),
        "recent": _recent(schema),
        "day": schema.day_field,
        "title": schema.title_field,
    }


def _of_year(schema: Schema, year: int) -> int | None:
    if not schema.day_field:
        return None
    last = min(f"{year}-12-31", str(today()))  # what is to come does not count
    days = {schema.day_field: (f"{year}-01-01", last)}
    of_year = Selection(schema.record_type, [agent().area], between=days, planned=False)
    return count(agent().store().db, of_year)


def _recent(schema: Schema) -> list[dict[str, Any]]:
    """The newest records; after them, marked, some of days that are still far ahead."""
    if not schema.day_field or not schema.title_field:
        return []
    _, last = usual(today())
    near = _latest(schema, (None, str(last)), RECENT)
    ahead = _latest(schema, (str(last + timedelta(days=1)), None), AHEAD)
    return [{**row, "far": far_off(schema, row, today())} for row in near + ahead]


def _latest(schema: Schema, period: tuple[object, object], most: int) -> list[dict[str, Any]]:
    day = str(schema.day_field)
    dated = Selection(schema.record_type, [agent().area], between={day: period})
    columns = (schema.title_field, day, *planned.columns(schema))
    return find(agent().store().db, dated, columns, [f"-{day}"], Window(most))
