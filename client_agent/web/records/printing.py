"""Paper: a blank form to fill in by hand, a record that is filled in, a list of records."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Flask, request, url_for

from reporting.query.listing import count
from schemas import areas, homes
from schemas.context import current
from schemas.export import printed_evaluation as printed_sheet
from schemas.export import printing
from schemas.export.printing import Letterhead
from schemas.fields import Label
from schemas.formatting.vietnamese import day
from schemas.forms.text import written
from schemas.record import Values, families
from schemas.texts import say as record_say
from webui.language import language, spoken
from webui.records import printing as paper

from ...scores import due_year, set_for
from ..context import agent, centre, now, today
from ..evidence import by_criterion
from . import services
from .addresses import address
from .lists import asking, listed
from .search import Search, reading
from .services import Schema
from .views import existing, known

pages = Blueprint("printing", __name__, url_prefix="/records/<record_type>")


def install(app: Flask) -> None:
    app.register_blueprint(pages)


@pages.get("/form")
def form(record_type: str) -> str:
    schema = known(record_type)
    year = due_year(now())
    criteria = set_for(agent(), year) if families(schema) else None
    shown = printing.blank(schema, language(), criteria)
    back = url_for("lists.show", record_type=record_type)
    return paper.page("form", shown, _letterhead(schema, str(today())), back)


@pages.get("/print")
def a_list(record_type: str) -> str:
    """What the list shows, all pages of it."""
    schema = known(record_type)
    search = reading(schema, request.args, services.place(agent(), schema))
    total = count(agent().store().db, search.selection)
    rows = listed(search, printing.MOST)
    shown = printing.filled(schema, rows, total, language(), _about(search))
    back = asking("lists.show", record_type, search.with_(page=""))
    return paper.page("list", shown, _letterhead(schema, _last_day(schema, search)), back)


@pages.get("/<record_id>/print")
def a_record(record_type: str, record_id: str) -> str:
    """One record as it is filled in."""
    schema, record = existing(record_type, record_id)
    letterhead = _letterhead(schema, homes.record_day(schema, record.values))
    return paper.record(schema, record.values, _sheet, letterhead, address(schema, record))


def _sheet(values: Values) -> dict[str, Any]:
    """The sheet of a year with both scores, by the set that it names."""
    year = int(str(values.get("year") or 0))
    set_ = set_for(agent(), year, str(values.get("criteria_set") or "")) or {}
    proofs = {c: [one.title for one in its] for c, its in by_criterion(agent(), year).items()}
    return printed_sheet.sheet(set_, values, language(), proofs)


def _letterhead(schema: Schema, day: str) -> Letterhead:
    """Whose paper it is, as units were called on the day; today if there is none.

    What is published is the province's.
    """
    home = current().home(agent().area, day or str(today()))
    if home is None:
        return Letterhead(centre())
    is_ours = schema.lives_in == areas.CENTRE
    return Letterhead.of(home) if is_ours else Letterhead(home.province or centre())


def _last_day(schema: Schema, search: Search) -> str:
    """The last day of what is listed; empty if that is open."""
    ends = (str(last) for _, last in search.selection.between.values() if last)
    return next(ends, "") or homes.record_day(schema, search.selection.equal)


def _about(search: Search) -> str:
    """In words, what the list was narrowed by."""
    parts = [
        spoken(f.codes.known().get(c, Label(c, c)))
        for n, f in search.choices.items()
        if (c := _asked(search, n))
    ]
    parts += [written(f, search.selection.equal.get(n)) for n, f in search.years.items()]
    for first, last in search.selection.between.values():
        ends = {"first": day(str(first or "…")), "last": day(str(last or "…"))}
        parts.append(record_say("print.period", language(), **ends))
    parts += [f"“{search.asked['q']}”"] if search.asked.get("q") else []
    return paper.narrowed(parts)


def _asked(search: Search, name: str) -> str:
    return str(search.selection.equal.get(name) or "")
