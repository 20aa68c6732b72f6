"""The widgets of a record type's form: field kind to what a page draws."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from ..context import current
from ..fields import (
    Choice,
    Day,
    Flag,
    Label,
    Labelled,
    Listed,
    Number,
    Paragraph,
    PerCriterion,
    Related,
    Score,
    Text,
    Upcoming,
)
from ..fields.uses import use
from ..homes import record_days
from ..owners import OWNERS
from ..record import RecordSchema, fields, owner_of
from .inputs import inputmode, placeholder, with_current
from .text import understood, unit

NOTHING: Mapping[str, Any] = {}


@dataclass(frozen=True)
class Widget:
    """One field of a form, with all that a page needs to draw it."""

    name: str
    label: str
    help: str
    kind: str  # text, textarea, number, date, select, flag, reference
    required: bool
    options: tuple[tuple[str, str], ...] = ()
    text: str = ""
    errors: tuple[str, ...] = ()
    read_only: bool = False
    owner: str = ""  # who fills it in, if another does
    inputmode: str = "text"
    placeholder: str = ""
    length: int = 200
    unit: str = ""


@dataclass(frozen=True)
class Group:
    """Fields that stand together under one heading."""

    label: str
    widgets: tuple[Widget, ...]


def form(
    schema: type[RecordSchema],
    lang: str,
    texts: Mapping[str, str] = NOTHING,
    errors: Mapping[str, Iterable[Label]] = NOTHING,
    role: str = "centre",
) -> list[Group]:
    """The groups of widgets, filled with ``texts``; what ``role`` does not own is read-only."""
    groups: dict[Label, list[Widget]] = {}
    days = _days(schema, texts)
    for name, field in fields(schema).items():
        if not kind(field):
            continue
        messages = tuple(label.say(lang) for label in errors.get(name, ()))
        drawn = _widget(name, field, lang)
        owner = owner_of(schema, name)
        other = OWNERS[owner].say(lang) if owner != role else ""
        text = texts.get(name, "")
        drawn = replace(drawn, text=text, errors=messages, read_only=bool(other), owner=other)
        drawn = replace(drawn, options=with_current(field, lang, text, days))
        groups.setdefault(heading(schema, field), []).append(drawn)
    return [Group(label.say(lang), tuple(widgets)) for label, widgets in groups.items()]


def _days(schema: type[RecordSchema], texts: Mapping[str, str]) -> tuple[str, str] | None:
    """The days that the record is about, as far as they are typed; today's for a blank form."""
    if not texts:
        today = current().today
        return (today, today)
    telling = {name for name in (schema.day_field, *schema.natural_key) if name in fields(schema)}
    telling |= set(schema.list_fields[:1]) & fields(schema).keys()
    typed = {n: understood(fields(schema)[n], texts[n]) for n in telling if texts.get(n)}
    return record_days(schema, typed)


def is_fillable(schema: type[RecordSchema]) -> bool:
    """Whether its form has all that a record needs; else the type has pages of its own."""
    return all(kind(field) for field in fields(schema).values() if field.required)


def heading(schema: type[RecordSchema], field: Labelled) -> Label:
    """The heading over the field: its group, or who fills it in if that is another."""
    other = field.owner if field.owner != schema.owner else ""
    return field.group or OWNERS.get(other, schema.group)


def _widget(name: str, field: Labelled, lang: str) -> Widget:
    return Widget(
        name=name,
        label=field.label.say(lang),
        help=_help(field, lang),
        kind=kind(field),
        required=field.required,
        inputmode=inputmode(field),
        placeholder=placeholder(field).say(lang),
        length=getattr(field, "length", 40),
        unit=unit(field),
    )


def _help(field: Labelled, lang: str) -> str:
    """What a field is, and of a person's data, why and how long they are kept."""
    labels = (field.help, field.personal.notice() if field.personal else None)
    return " ".join(label.say(lang) for label in labels if label)


@use("widget")
def kind(field: Labelled) -> str:
    """The widget that fills in such a field; empty for those with pages of their own."""
    raise NotImplementedError


@kind.register
def _(_field: Text) -> str:
    return "text"


@kind.register
def _(_field: Paragraph) -> str:
    return "textarea"


@kind.register
def _(_field: Related) -> str:
    return "reference"


@kind.register
def _(_field: Day) -> str:
    return "date"


@kind.register(Number)
@kind.register(Score)
def _(_field: Labelled) -> str:
    return "number"


@kind.register
def _(_field: Choice) -> str:
    return "select"


@kind.register
def _(_field: Flag) -> str:
    return "flag"


@kind.register(Upcoming)
@kind.register(Listed)
@kind.register(PerCriterion)
def _(_field: Labelled) -> str:
    return ""
