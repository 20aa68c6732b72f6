"""What of a record rests on a person's consent, and what is erased when it or its time is over.

An erasure is a change like any other: it sets to nothing what is known of the person. The
record and its figures stay; one that is nothing without the name is deleted. The log keeps what
was written before, as a log must; pages, lists and files show it no more.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import Any

from ..fields import Consent
from ..readable import unreadable
from ..record import DELETED, RecordSchema, Values, fields

Schema = type[RecordSchema]


@cache
def resting(schema: Schema) -> dict[str, list[str]]:
    """The fields that rest on each consent."""
    names_by_consent: dict[str, list[str]] = {}
    for name, field in fields(schema).items():
        if field.personal and field.personal.consent:
            names_by_consent.setdefault(field.personal.consent, []).append(name)
    return names_by_consent


def given(schema: Schema, values: Values) -> dict[str, list[str]]:
    """The consents that can be taken back: there is a day, or something rests on it."""
    return {
        consent: names
        for consent, names in resting(schema).items()
        if any(_is_kept(values, name) for name in (consent, *names))
    }


def withdrawn(schema: Schema, values: Values) -> dict[str, None]:
    """What is set when the persons take their consent back."""
    return {n: None for consent, names in given(schema, values).items() for n in (consent, *names)}


def lawful(schema: Schema, values: Values) -> dict[str, Any]:
    """The values that may leave in a file or to a program: a name without consent is none.

    No form lets it in; but one person may fill it in while another takes the consent back.
    """
    if not resting(schema):
        return dict(values)
    lacking = {
        name
        for consent, names in resting(schema).items()
        if not _is_there(values, consent)
        for name in names
    }
    return {name: None if name in lacking else value for name, value in values.items()}


def hidden(schema: Schema, values: Values) -> set[str]:
    """The fields whose earlier values are shown to nobody: of persons, and erased since."""
    known, allowed = fields(schema).items(), lawful(schema, values)
    return {name for name, field in known if field.personal and not _is_kept(allowed, name)}


def is_erasure(schema: Schema, change: Values) -> bool:
    """Whether a change only erases: that is let through where nothing else may be changed."""
    known = fields(schema)
    return all(
        value is None and name in known and _is_of_a_person(known[name])
        for name, value in change.items()
    )


def due(schema: Schema, values: Values, last: date, today: date) -> list[str]:
    """The fields that were kept as long as they may be, the record having changed on ``last``."""
    return [
        name
        for name, field in fields(schema).items()
        if field.personal and _is_kept(values, name) and _later(last, field.personal.years) <= today
    ]


def erased(schema: Schema, values: Values, names: Iterable[str]) -> dict[str, object]:
    """What is set to erase those fields: a consent goes with the last that rests on it."""
    gone = set(names)
    for consent, its in resting(schema).items():
        if not any(_is_kept(values, name) for name in set(its) - gone):
            gone |= {consent} if _is_kept(values, consent) else set()
    is_nothing = any(fields(schema)[name].required for name in gone)
    return {**dict.fromkeys(sorted(gone)), **({DELETED: True} if is_nothing else {})}


def _is_there(values: Values, name: str) -> bool:
    return values.get(name) not in (None, "")


def _is_kept(values: Values, name: str) -> bool:
    """Whether anything of it is kept, be it what nobody can read."""
    return _is_there(values, name) or name in unreadable(values)


def _is_of_a_person(field: object) -> bool:
    return isinstance(field, Consent) or bool(getattr(field, "personal", None))


def _later(first: date, years: int) -> date:
    try:
        return first.replace(year=first.year + years)
    except ValueError:  # 29 February
        return first.replace(year=first.year + years, day=28)
