"""What a person asked a list for, read from the address of the page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from reporting.query import address
from reporting.query.listing import Window, order_of
from reporting.query.selection import Selection
from schemas import measures
from schemas.addresses import marked
from schemas.fields import Choice, Year
from schemas.formatting import vietnamese
from schemas.record import fields

from .services import Schema

PAGE = 25
ASKED = ("q", "from", "to", "sort", "page", "deleted")


@dataclass(frozen=True)
class Search:
    """The records asked for, and what the page needs to show the question again."""

    selection: Selection
    asked: Mapping[str, str]
    columns: tuple[str, ...]
    choices: Mapping[str, Choice]
    years: Mapping[str, Year]
    day: str | None
    order: str  # the column that sorts them; "-" before it: downward
    page: int  # from 1
    bad_day: str = ""  # what was typed as a day and is none

    def chosen(self, name: str) -> str:
        """What was asked of that field."""
        return self.asked.get(marked(name), "")

    @property
    def is_narrowed(self) -> bool:
        asked = self.selection
        return bool(asked.text.strip() or asked.equal or asked.between)

    @property
    def window(self) -> Window:
        """The records of the page."""
        return Window(PAGE, (self.page - 1) * PAGE)

    def with_(self, **changed: object) -> dict[str, Any]:
        """The address of the same question with something else in it."""
        args = {**self.asked, **{name: str(value) for name, value in changed.items()}}
        return {name: text for name, text in args.items() if text}

    def sorted_by(self, column: str) -> dict[str, Any]:
        """The address that sorts by ``column``; the other way round if that is so already."""
        return self.with_(sort=f"-{column}" if self.order == column else column, page="")


def reading(schema: Schema, asked: Mapping[str, str], area: str) -> Search:
    columns = schema.list_fields or (schema.title_field,)
    choices = {n: f for n, f in fields(schema).items() if n in columns and isinstance(f, Choice)}
    years, day = measures.years(schema), schema.day_field
    first, last, bad = _period(asked)
    wanted = address.read(schema, asked, (*choices, *years))
    codes = {name: field.codes.known() for name, field in choices.items()}
    equal = {n: value for n, value in wanted.equal.items() if n not in codes or value in codes[n]}
    selection = Selection(
        schema.record_type,
        [area],
        equal=equal,
        between={day: (first, last)} if day and (first or last) else {},
        text=wanted.text,
        deleted=wanted.deleted,
    )
    args = {name: text for name, text in asked.items() if name in ASKED} | wanted.fields
    (order,) = order_of(selection, wanted.sort)
    return Search(selection, args, columns, choices, years, day, order, wanted.page, bad)


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
