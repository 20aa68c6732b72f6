"""The blueprint of the pages that people read, and what all of its pages share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import wraps
from typing import Any

from flask import Blueprint, render_template, request
from flask_login import current_user, login_required

from reporting.attention import waiting
from reporting.periods import HEADINGS
from reporting.snapshot import Stamp, snapshot
from schemas.addresses import marked
from schemas.formatting import vietnamese
from schemas.formatting.label import Label
from schemas.formatting.vietnamese import day as shown_day
from schemas.formatting.vietnamese import number
from schemas.record import RecordSchema, fields
from schemas.records.criteria_set import RANKS
from server import ambient
from server.centres.homes import Homes
from server.centres.places import eras
from webui.language import say

from . import presenters

pages = Blueprint("web", __name__, template_folder="templates")


def reading(view: Callable[..., Any]) -> Callable[..., Any]:
    """A page for who is logged in, all of it read at one moment."""

    @wraps(view)
    def read(*args: Any, **kwargs: Any) -> Any:
        with snapshot(ambient.province().db()):
            return view(*args, **kwargs)

    guarded: Callable[..., Any] = login_required(read)
    return guarded


def page(template: str, **context: Any) -> str:
    """The page of that name, of this application's own templates."""
    return page_of(f"web/{template}.html", **context)


def page_of(template: str, **context: Any) -> str:
    """A page that says what it rests on and how many things wait for a person."""
    scope = ambient.scope(current_user, ambient.today())
    province = ambient.province()
    return render_template(
        template,
        shown=presenters,
        stamp=Stamp(province.wall(), len(scope), province.store().end()),
        waiting=waiting(province.db(), scope),
        endpoint=request.endpoint,
        labels=labels(context["ask"].schema),
        all_figures=request.args.get("figures") == "all",
        province_title=heading(context["ask"].day),
        **context,
    )


@pages.app_context_processor
def shared() -> dict[str, Any]:
    """What the templates of all pages use, the administrators' too."""
    return {
        "percent": percent,
        "marked": marked,
        "as_of_day": as_of_day,
        "one_decimal": one_decimal,
        "span": span,
        "rank_names": RANKS,
        "kinds": HEADINGS,
        "eras": lambda: eras(ambient.province().db()),
        "province_title": heading(ambient.today()),
    }


def heading(day: date) -> str:
    """The province as it was called on that day."""
    province = ambient.province()
    return Homes(province.db()).heading(province.title, str(day))


def labels(schema: type[RecordSchema]) -> dict[str, Label]:
    """The label of every column of a table of that type."""
    derived = {name: one.label for name, one in schema.derived.items()}
    return {name: field.label for name, field in fields(schema).items()} | derived


def percent(part: float | None, whole: float) -> str:
    """45,7: always one decimal."""
    return vietnamese.one_decimal(100 * (part or 0) / whole) if whole else ""


def one_decimal(value: float | None) -> str:
    """45,7; a dash where it cannot be worked out."""
    return "–" if value is None else vietnamese.one_decimal(value)


def as_of_day(days: Sequence[str], as_of: date) -> str:
    """The day of a count, of several the first and the last; else the day that is asked for."""
    shown = [shown_day(day) if len(day) > 4 else day for day in dict.fromkeys(days)]
    return " – ".join(shown) or shown_day(as_of.isoformat())


def span(millis: int) -> str:
    """How long, in the largest unit that fits."""
    minutes = millis // 60_000
    if minutes < 120:
        return say("span.minutes", count=minutes)
    if minutes < 48 * 60:
        return say("span.hours", count=minutes // 60)
    return say("span.days", count=number(minutes // (24 * 60)))
