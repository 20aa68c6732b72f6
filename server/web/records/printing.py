"""Paper: a blank form to fill in by hand, a record that is filled in, a list of records."""

from __future__ import annotations

from datetime import date
from functools import partial
from itertools import islice
from typing import Any

from flask import abort

from reporting import history
from reporting.evaluations import criteria_sets
from reporting.places import CENTRE
from reporting.query import listing
from schemas import areas, homes
from schemas.export import printed_evaluation as printed_sheet
from schemas.export import printing
from schemas.export.printing import Letterhead
from schemas.fields import Choice
from schemas.record import Values, families, fields
from schemas.records.criteria_set import in_force
from server import ambient
from sync.changes import Key
from webui.language import language, spoken
from webui.records import printing as paper

from .. import evidence
from ..pages import heading, pages, reading
from ..query import ListRequest, list_request


@pages.get("/records/<record_type>/form")
@reading
def printed_form(record_type: str) -> str:
    ask, province = list_request(record_type, period="all"), ambient.province()
    sets = criteria_sets(province.db(), province.published).values()
    of_set = in_force(sets, ambient.today().year) if families(ask.schema) else None
    return _printed("form", ask, printing.blank(ask.schema, language(), of_set))


@pages.get("/records/<record_type>/print")
@reading
def printed_list(record_type: str) -> str:
    """What the list shows, all pages of it."""
    ask, db = list_request(record_type), ambient.province().db()
    rows = list(islice(listing.stream(db, ask.selection, ask.sort), printing.MOST))
    total, lang = listing.count(db, ask.selection), language()
    listed = printing.filled(ask.schema, rows, total, lang, _about(ask))
    listed = printing.as_of(listed, ask.schema, rows, str(ask.selection.as_of or ambient.today()))
    if ask.place.level != CENTRE:  # then its name is at the top
        listed = printing.with_homes(listed, ask.schema, rows, lang)
    return _printed("list", ask, listed)


@pages.get("/records/<record_type>/<area>/<record_id>/print")
@reading
def printed_record(record_type: str, area: str, record_id: str) -> str:
    """One record as it is filled in, if it is among those that the person may ask for."""
    ask = list_request(record_type, period="all")
    if not listing.holds(ambient.province().db(), ask.selection, area, record_id):
        abort(404)
    record = history.record(ambient.province().store(), Key(area, record_type, record_id))
    schema, values = ask.schema, record.values
    home = homes.home_of(schema, area, values)
    day = _day(homes.record_day(schema, values))
    letterhead = Letterhead.of(home) if home else _of_office(ask, day)
    back = ask.record(area, record_id)
    return paper.record(schema, values, partial(_sheet, area), letterhead, back)


def _sheet(area: str, values: Values) -> dict[str, Any]:
    province = ambient.province()
    sets = criteria_sets(province.db(), province.published)
    evidenced = evidence.by_criterion(area, values.get("year"))
    proofs = {code: [one.title for one in its] for code, its in evidenced.items()}
    set_ = sets.get(str(values.get("criteria_set")), {})
    return printed_sheet.sheet(set_, values, language(), proofs)


def _printed(name: str, ask: ListRequest, shown: dict[str, Any]) -> str:
    return paper.page(name, shown, _of_office(ask, ask.day), ask.address("web.records"))


def _of_office(ask: ListRequest, day: date) -> Letterhead:
    """The unit whose records were asked for, below those that contain it on the day.

    What no centre keeps is the province's.
    """
    if ask.schema.lives_in != areas.CENTRE:
        return Letterhead(heading(day))
    above = [heading(day), *(spoken(place.label) for place in ask.way[:-1])]
    office = spoken(ask.place.label)
    return Letterhead(office, tuple(n for n in dict.fromkeys(above) if n not in ("", office)))


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return ambient.today()


def _about(ask: ListRequest) -> str:
    """In words, what the list was narrowed by."""
    parts = [spoken(ask.period.label)] if ask.period else []
    for name, value in ask.selection.equal.items():
        field = fields(ask.schema)[name]
        options = field.codes.known() if isinstance(field, Choice) else {}
        code = str(value)
        parts.append(spoken(options[code]) if code in options else code)
    parts += [f"“{ask.selection.text}”"] if ask.selection.text else []
    return paper.narrowed(parts)
