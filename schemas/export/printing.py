"""What is printed of records: a blank form of their type, one of them, or a list. No HTTP here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from .. import forms, homes, measures, planned
from ..context import Home, current
from ..fields import Count, Day, Listed, Money, Paragraph, PerCriterion, Text, Year
from ..fields.adding import CLOSING, OPENING, STOCK
from ..formatting.label import Label
from ..formatting.vietnamese import number
from ..forms.text import shown, unit
from ..forms.widgets import heading
from ..privacy.consents import lawful
from ..readable import cell_of, is_readable
from ..record import AREA, RecordSchema, Values, fields, owner_of
from ..records.criteria_set import criteria
from ..tables import tabular
from ..tables.summing import come_to
from ..texts import say

MOST = 2000  # records on paper: some eighty pages
WIDE = 5  # columns; a list with more is printed in landscape
LONG = 60  # letters, from which on a text has the whole width of the paper
LATEST = (STOCK, OPENING, CLOSING)  # of several in a row one counts: nobody could add them up
ENDLESS = "9999-12-31"
NOTHING = "-"  # where nothing was filled in


class Letterhead(NamedTuple):
    """Whose paper it is, as things were called on its day: what it is part of, then itself."""

    office: str
    above: tuple[str, ...] = ()  # the largest first: province, district, commune

    @classmethod
    def of(cls, home: Home) -> Letterhead:
        """Of a centre, under the units of that day."""
        return cls(home.centre, tuple(reversed(home.units)))


class Line(NamedTuple):
    """A field of a printed record."""

    label: str
    text: str
    is_long: bool


def blank(schema: type[RecordSchema], lang: str, of_set: Values | None = None) -> dict[str, Any]:
    """What ``printed_form.html`` shows: all that the owner of the type fills in, and no more."""
    groups = []
    for group in forms.form(schema, lang, role=schema.owner):
        if own := tuple(widget for widget in group.widgets if not widget.read_only):
            groups.append(forms.Group(group.label, own))
    return {
        "title": say("print.form", lang, table=schema.label),
        "groups": groups,
        "criteria": criteria(of_set or {}),
        "wide": False,
    }


def record(schema: type[RecordSchema], values: Values, lang: str) -> dict[str, Any]:
    """What ``printed_record.html`` shows of one record; "-" where its owner left a field empty.

    What nobody of another office has begun to fill in is left out.
    """
    allowed = lawful(schema, values)
    groups: dict[Label, list[str]] = {}
    for name, field in fields(schema).items():
        if not isinstance(field, PerCriterion | Listed):
            groups.setdefault(heading(schema, field), []).append(name)
    return {
        "title": schema.label.say(lang),
        "about": tabular.cells(schema, allowed, lang, [schema.title_field])[0],
        "groups": [
            (label.say(lang), [_line(schema, name, allowed, lang) for name in names])
            for label, names in groups.items()
            if _is_shown(schema, names, allowed)
        ],
        "criteria": criteria(allowed),
        "wide": False,
    }


def filled(
    schema: type[RecordSchema], rows: Iterable[Values], total: int, lang: str, about: str = ""
) -> dict[str, Any]:
    """What ``printed_list.html`` shows of those records, with the sums of what may be added."""
    names, kinds = list(schema.list_fields or (schema.title_field,)), fields(schema)
    shown_rows = [lawful(schema, its) for its in rows]
    return {
        "title": say("print.list", lang, table=schema.label),
        "about": about,
        "headings": tabular.headings(schema, lang, names),
        "rows": [_row(schema, its, names, lang) for its in shown_rows],
        "sums": sums(schema, shown_rows, names),
        "adds_up": not any(
            measures.way(schema, name) in LATEST for name in names if _adds(schema, name)
        ),
        "to_come": sum(not _counts(schema, its) for its in shown_rows),
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
        "rows": [[*row, cell or NOTHING] for row, cell in zip(shown["rows"], cells, strict=True)],
        "sums": [*shown["sums"], ""] if shown["sums"] else [],
        "wide": len(shown["headings"]) + 1 > WIDE,
    }


def as_of(
    shown: Mapping[str, Any], schema: type[RecordSchema], rows: Sequence[Values], day: str
) -> dict[str, Any]:
    """The same list with the sums of that day instead of today."""
    shown_rows = [lawful(schema, its) for its in rows]
    names = list(schema.list_fields or (schema.title_field,))
    return {**shown, "sums": sums(schema, shown_rows, names, day)}


def sums(
    schema: type[RecordSchema], rows: Sequence[Values], names: Sequence[str], day: str = ""
) -> list[str]:
    """What each column comes to by that day, or today.

    Empty under what cannot be added, and nothing of nothing at all. What is planned is in no sum.
    """
    day, counted = day or current().today or ENDLESS, [its for its in rows if _counts(schema, its)]
    added = [come_to(schema, counted, n, day) if _adds(schema, n) else None for n in names]
    if all(total is None for total in added):
        return []
    return ["" if total is None else number(total) for total in added]


def _counts(schema: type[RecordSchema], values: Values) -> bool:
    return planned.counts(schema, values, date.fromisoformat(current().today or ENDLESS))


def _row(schema: type[RecordSchema], values: Values, names: Sequence[str], lang: str) -> list[str]:
    """The cells of a record, the first marked if it is planned."""
    first, *others = (cell or NOTHING for cell in tabular.cells(schema, values, lang, names))
    is_marked = not _counts(schema, values)
    return [f"{first} {say('print.to_come', lang)}" if is_marked else first, *others]


def _adds(schema: type[RecordSchema], name: str) -> bool:
    return name in measures.sums(schema) and isinstance(fields(schema)[name], (Count, Money))


def _is_figure(schema: type[RecordSchema], name: str) -> bool:
    return name in schema.derived or measures.is_figure(fields(schema)[name])


def _line(schema: type[RecordSchema], name: str, values: Values, lang: str) -> Line:
    field = fields(schema)[name]
    text = shown(field, cell_of(values, name), lang)
    is_known = values.get(name) is not None and is_readable(field, values[name])
    text += f" {unit(field)}" if unit(field) and is_known else ""
    is_long = isinstance(field, Paragraph) or (isinstance(field, Text) and len(text) > LONG)
    return Line(field.label.say(lang), text or NOTHING, is_long and bool(text))


def _is_shown(schema: type[RecordSchema], names: Iterable[str], values: Values) -> bool:
    """Whether it is for the owner to fill in, or another has."""
    return any(
        owner_of(schema, n) == schema.owner or cell_of(values, n) not in (None, "") for n in names
    )
