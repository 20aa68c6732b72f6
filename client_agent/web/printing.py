"""Paper: a blank form of a record type to fill in by hand, and a list of what is recorded."""

from __future__ import annotations

from flask import Blueprint, Flask, render_template, request, url_for

from schemas import codes, printing
from schemas.record import families
from schemas.texts import say as record_say
from schemas.typed import written
from schemas.vietnamese import day
from sync.stores.listing import count

from . import filing
from .host import agent, centre
from .language import language, spoken
from .lists import asking, listed
from .records import known
from .scores import due_year, set_for
from .search import Search, reading

pages = Blueprint("printing", __name__, url_prefix="/records/<kind>")


def install(app: Flask) -> None:
    app.register_blueprint(pages)


@pages.get("/form")
def form(kind: str) -> str:
    schema = known(kind)
    year = due_year(agent().wall())
    criteria = set_for(agent(), year) if families(schema) else None
    return render_template(
        "schemas/printed_form.html",
        office=centre(),
        back=url_for("lists.show", kind=kind),
        **printing.blank(schema, language(), criteria),
    )


@pages.get("/print")
def a_list(kind: str) -> str:
    """What the list shows, all pages of it."""
    schema = known(kind)
    search = reading(schema, request.args, filing.place(agent(), schema))
    total = count(agent().store().db, kind, search.listing)
    found = listed(schema, search, printing.MOST)
    return render_template(
        "schemas/printed_list.html",
        office=centre(),
        back=asking("lists.show", kind, search.with_(page="")),
        **printing.filled(schema, found, total, language(), _about(search)),
    )


def _about(search: Search) -> str:
    """In words, what the list was narrowed by."""
    told = [
        spoken(codes.known(f)[c]) for n, f in search.choices.items() if (c := _asked(search, n))
    ]
    told += [written(f, search.listing.equal.get(n)) for n, f in search.years.items()]
    for first, last in search.listing.between.values():
        ends = {"first": day(str(first or "…")), "last": day(str(last or "…"))}
        told.append(record_say("print.period", language(), **ends))
    told += [f"“{search.asked['q']}”"] if search.asked.get("q") else []
    return "; ".join(filter(None, told))


def _asked(search: Search, name: str) -> str:
    return str(search.listing.equal.get(name) or "")
