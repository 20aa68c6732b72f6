"""What the address of a list asks for, read alike at the centre and at the province.

Fields are named by their marked names. A field whose name is no parameter of a page may be named
without its mark, as addresses had it before fields were marked.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from schemas import measures
from schemas.addresses import given, marked
from schemas.formatting.vietnamese import whole_number
from schemas.forms.text import understood
from schemas.record import RecordSchema

NOTHING = "-"  # as the value of a field: nothing is filled in
LAST = 1_000_000  # the last page that can be asked for: a database counts no further than 2^63
OF_LISTS = ("q", "sort", "page", "deleted", "period", "from", "to", "unit", "on", "by", "of")
PARAMETERS = frozenset((*OF_LISTS, "figures", "lang", "next", "gone"))


class Address(NamedTuple):
    """What is asked for; what is not understood is left out."""

    chosen: Mapping[str, str]  # of fields, as the address has it
    equal: Mapping[str, object]  # the same, as a ``Selection`` takes it
    text: str  # to search for
    sort: str  # a column of the list; "-" before it: downward
    page: int  # from 1
    deleted: bool  # those that were deleted, instead

    @property
    def fields(self) -> dict[str, str]:
        """The part of an address that asks the same of fields."""
        return {marked(name): text for name, text in self.chosen.items()}


def read(schema: type[RecordSchema], args: Mapping[str, str], names: Iterable[str]) -> Address:
    """What the address asks of a list of that type that can be narrowed by the fields ``names``."""
    known = {name: given(args, name, PARAMETERS).strip() for name in names}
    chosen = {name: text for name, text in known.items() if text}
    equal = {name: _value(schema, name, text) for name, text in chosen.items()}
    sort = args.get("sort", "")
    return Address(
        chosen,
        {name: value for name, value in equal.items() if value is not None},
        args.get("q", ""),
        sort if sort.removeprefix("-") in (schema.list_fields or [schema.title_field]) else "",
        page(args),
        args.get("deleted") == "1",
    )


def page(args: Mapping[str, str]) -> int:
    """The number of the page, from 1; the first if it is none."""
    wanted = args.get("page", "")
    if not (wanted.isascii() and wanted.isdecimal()):
        return 1
    number = whole_number(wanted)
    return LAST if number is None else min(max(number, 1), LAST)


def _value(schema: type[RecordSchema], name: str, text: str) -> object:
    """The value of the column; None if it is not understood."""
    if text == NOTHING:
        return ""
    years = measures.years(schema)
    return understood(years[name], text) if name in years else text
