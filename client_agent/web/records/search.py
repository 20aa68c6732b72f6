"""What a person asked a list for, read from the address of the page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from schemas import measures
from schemas.addresses import given, marked
from schemas.fields import Choice, Year
from schemas.formatting import vietnamese
from schemas.forms.text import understood
from schemas.record import fields
from schemas.tables import ordering
from sync.stores.listing import Listing

from .services import Schema

PAGE, LAST = 25, 1_000_000
ASKED = ("q", "from", "to", "sort", "page", "deleted", "gone")


@dataclass(frozen=True)
class Search:
    """The listing asked for, and what the page needs to show the question again."""

    listing: Listing
    asked: Mapping[str, str]
    columns: tuple[str, ...]
    choices: Mapping[str, Choice]
    years: Mapping[str, Year]
    day: str | None
    order: str
    page: int
    bad_day: str = ""  # what was typed as a day and is none

    def chosen(self, name: str) -> str:
        """What was asked of that field."""
        return self.asked.get(marked(name), "")

    @property
    def is_narrowed(self) -> bool:
        listing = self.listing
        return bool(listing.text or listing.equal or listing.between)

    def with_(self, **changed: object) -> dict[str, Any]:
        """The address of the same question with something else in it."""
        told = {**self.asked, **{name: str(value) for name, value in changed.items()}}
        return {name: text for name, text in told.items() if text}

    def sorted_by(self, column: str) -> dict[str, Any]:
        """The address that sorts by ``column``; the other way round if that is so already."""
        return self.with_(sort=f"-{column}" if self.order == column else column, page="")


def reading(schema: Schema, asked: Mapping[str, str], area: str) -> Search:
    columns = schema.list_fields or (schema.title_field,)
    choices = {n: f for n, f in fields(schema).items() if n in columns and isinstance(f, Choice)}
    first, last, bad = _period(asked)
    order = _order(schema, asked.get("sort", ""), columns)
    page = min(max(int(asked["page"]), 1), LAST) if asked.get("page", "").isdecimal() else 1
    years = measures.years(schema)
    narrowed = {name: given(asked, name, ASKED).strip() for name in (*choices, *years)}
    equal = {n: narrowed[n] for n, f in choices.items() if narrowed[n] in f.codes.known()}
    in_year = {n: understood(f, narrowed[n]) for n, f in years.items() if narrowed[n]}
    asked = {name: text for name, text in asked.items() if name in ASKED and name != "gone"}
    asked |= {marked(name): text for name, text in narrowed.items() if text}
    day = schema.day_field
    listing = Listing(
        areas=[area],
        equal={**equal, **in_year},
        between={day: (first, last)} if day and (first or last) else {},
        text=vietnamese.fold(asked.get("q", "")),
        order=(order,) if order else (),
        through=ordering.through(schema),
        deleted=asked.get("deleted") == "1",
        limit=PAGE,
        offset=(page - 1) * PAGE,
    )
    return Search(listing, asked, columns, choices, years, day, order, page, bad)


def _period(asked: Mapping[str, str]) -> tuple[str | None, str | None, str]:
    """The first and the last day asked for, as they are stored; and what was no day."""
    days = [_day(asked.get(name, "")) for name in ("from", "to")]
    bad = [asked[name] for name, day in zip(("from", "to"), days, strict=True) if day == ""]
    return days[0] or None, days[1] or None, bad[0] if bad else ""


def _day(text: str) -> str | None:
    """The day as it is stored; None if none was typed, empty if what was typed is none."""
    try:
        return str(vietnamese.parse_day(text)) if text.strip() else None
    except ValueError:
        return ""


def _order(schema: Schema, wanted: str, columns: tuple[str, ...]) -> str:
    if wanted.removeprefix("-") in columns:
        return wanted
    if schema.day_field:
        return f"-{schema.day_field}"
    years = [name for name, field in fields(schema).items() if isinstance(field, Year)]
    return f"-{years[0]}" if years else schema.title_field
