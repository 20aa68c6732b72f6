"""What is printed of records: a blank form of their type, or a list of them. No HTTP here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from . import forms, homes, tabular
from .consents import lawful
from .fields import Day, Number, Score, Year
from .record import AREA, RecordSchema, Values, fields
from .records.criteria_set import criteria
from .texts import say

MOST = 2000  # records on paper: some eighty pages
WIDE = 5  # columns, from which on a list lies on its side


def blank(schema: type[RecordSchema], lang: str, of_set: Values | None = None) -> dict[str, Any]:
    """What ``printed_form.html`` shows: everything that the owner of the type fills in."""
    return {
        "title": say("print.form", lang, table=schema.label),
        "groups": forms.form(schema, lang, role=schema.owner),
        "criteria": criteria(of_set or {}),
        "wide": False,
    }


def filled(
    schema: type[RecordSchema], rows: Iterable[Values], total: int, lang: str, about: str = ""
) -> dict[str, Any]:
    """What ``printed_list.html`` shows of those records."""
    names, kinds = list(schema.list_fields or (schema.title_field,)), fields(schema)
    return {
        "title": say("print.list", lang, table=schema.label),
        "about": about,
        "headings": tabular.headings(schema, lang, names),
        "rows": [tabular.cells(schema, lawful(schema, its), lang, names) for its in rows],
        "numeric": [place for place, name in enumerate(names) if _is_figure(schema, name)],
        "whole": [n for n, name in enumerate(names) if isinstance(kinds.get(name), (Day, Year))],
        "total": total,
        "wide": len(names) > WIDE,
    }


def with_homes(
    shown: Mapping[str, Any], schema: type[RecordSchema], rows: Sequence[Values], lang: str
) -> dict[str, Any]:
    """The same list, and of each record the centre that keeps it, with its unit of that day."""
    if not (names := homes.columns(schema)):
        return dict(shown)
    where = [homes.belongs(schema, str(its.get(AREA) or ""), its) for its in rows]
    cells = [f"{one.centre} ({one.unit})" if one.unit else one.centre for one in where]
    return {
        **shown,
        "headings": [*shown["headings"], homes.COLUMNS[names[-1]].say(lang)],
        "rows": [[*row, cell] for row, cell in zip(shown["rows"], cells, strict=True)],
        "wide": len(shown["headings"]) + 1 > WIDE,
    }


def _is_figure(schema: type[RecordSchema], name: str) -> bool:
    field = fields(schema).get(name)
    is_number = isinstance(field, (Number, Score)) and not isinstance(field, Year)
    return is_number or name in schema.derived
