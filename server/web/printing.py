"""Paper: a blank form of a record type to fill in by hand, and a list of what is recorded."""

from __future__ import annotations

from itertools import islice

from flask import render_template

from schemas import codes, printing
from schemas.fields import Choice
from schemas.record import families, fields
from schemas.records.criteria_set import in_force
from server import auth, language
from server.reports import listing
from server.reports.evaluations import criteria_sets
from server.reports.places import CENTRE

from .asking import Asked, asked
from .pages import heading, pages, reading, spoken


@pages.get("/records/<record_type>/form")
@reading
def printed_form(record_type: str) -> str:
    ask, province = asked(record_type, period="all"), auth.province()
    sets = criteria_sets(province.db(), province.published).values()
    of_set = in_force(sets, auth.today().year) if families(ask.schema) else None
    return _printed("form", ask, printing.blank(ask.schema, language.current(), of_set))


@pages.get("/records/<record_type>/print")
@reading
def printed_list(record_type: str) -> str:
    """What the list shows, all pages of it."""
    ask, db = asked(record_type), auth.province().db()
    rows = list(islice(listing.stream(db, ask.selection, ask.sort), printing.MOST))
    total, lang = listing.count(db, ask.selection), language.current()
    listed = printing.filled(ask.schema, rows, total, lang, _about(ask))
    if ask.place.level != CENTRE:  # then its name stands at the top
        listed = printing.with_homes(listed, ask.schema, rows, lang)
    return _printed("list", ask, listed)


def _printed(name: str, ask: Asked, shown: dict[str, object]) -> str:
    back = ask.address("web.records")
    above, office = heading(ask.day), spoken(ask.place.label)
    told = {"office": office, "above": above if above != office else "", "back": back}
    return render_template(f"schemas/printed_{name}.html", **told, **shown)


def _about(ask: Asked) -> str:
    """In words, what the list was narrowed by."""
    told = [spoken(ask.period.label)] if ask.period else []
    for name, value in ask.selection.equal.items():
        field = fields(ask.schema)[name]
        options = codes.known(field) if isinstance(field, Choice) else {}
        told.append(spoken(options[value]) if value in options else value)
    told += [f"“{ask.selection.text}”"] if ask.selection.text else []
    return "; ".join(filter(None, told))
