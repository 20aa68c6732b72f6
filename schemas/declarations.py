"""What a declaration needs: checked when it is made, and named with its type and field.

A record type is checked when its class is made, what it says of other types when all are there.
The sentences are for who writes the declaration: "book_loan: say `help`", "book_loan.due_on: say
a label". All that is wrong is in one error.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import singledispatch
from typing import Any

from . import areas
from .codes import CODE, Codes
from .fields import (
    Choice,
    Consent,
    Count,
    Day,
    Flag,
    Labelled,
    Number,
    PerCriterion,
    PersonName,
    Reference,
    Related,
    Score,
    Year,
)
from .fields.adding import AS_WHOLE, CLOSING, LEVEL, OPENING, PROFILE, STOCK, WAYS, Span
from .formatting.label import Label
from .owners import CENTRE, OWNERS
from .registers import REGISTERS

Schema = Any  # a class that declares a record type; ``record`` is above this module
Fields = Mapping[str, Labelled]

NAME = re.compile(r"[a-z][a-z0-9_]{0,59}")  # what a column can be called
NEEDED = ("record_type", "label", "help", "register", "title_field", "list_fields")
SEARCH = "search_text"  # the column that every type has beside its fields
COLUMN_KINDS = (str, int, float)
COMPARED = (STOCK, LEVEL, OPENING, CLOSING)  # ways that compare the records of a series


class DeclarationError(TypeError):
    """A declaration lacks what it needs, or names what there is not."""


def check(schema: Schema) -> None:
    """What a record type says of itself and of its fields.

    :raises DeclarationError: with one line for each fault
    """
    title = getattr(schema, "record_type", "") or schema.__name__
    fields = schema._declared_fields
    wrong = [f"{title}: {fault}" for fault in _faults_of_type(schema, fields)]
    for name, field in fields.items():
        wrong += [f"{title}.{name}: {fault}" for fault in _faults_of_field(field, fields)]
    _refuse(wrong)


def check_together(types: Mapping[str, Schema]) -> None:
    """What record types say of each other, once all of them are declared.

    :raises DeclarationError: with one line for each fault
    """
    lists: dict[str, tuple[str, Codes]] = {}
    wrong = []
    for title, schema in types.items():
        for name, field in schema._declared_fields.items():
            place = f"{title}.{name}"
            if isinstance(field, Reference):
                wrong += [f"{place}: {fault}" for fault in _faults_of_link(field, types)]
            if isinstance(field, Choice) and field.codes.name:
                first, codes = lists.setdefault(field.codes.name, (place, field.codes))
                if codes.options != field.codes.options:
                    wrong.append(f'{place}: other codes than {first} in "{field.codes.name}"')
        wrong += [f"{title}: {fault}" for fault in _faults_of_book(schema, types)]
    _refuse(wrong)


def _refuse(wrong: list[str]) -> None:
    if wrong:
        raise DeclarationError("\n".join(wrong))


def _faults_of_type(schema: Schema, fields: Fields) -> Iterator[str]:
    for needed in NEEDED:
        if not getattr(schema, needed, None):
            yield f"say `{needed}`"
    for name in ("label", "help", "register", "group"):
        label = getattr(schema, name, None)
        if label and not _is_in_both(label):
            yield f"say `{name}` in both languages"
    if getattr(schema, "register", None) and schema.register not in REGISTERS:
        yield "`register` is not one of `registers`"
    if schema.lives_in not in areas.AREAS:
        yield f'no area "{schema.lives_in}"'
    if schema.owner not in OWNERS:
        yield f'no owner "{schema.owner}"'
    elif (schema.lives_in == areas.CENTRE) != (schema.owner == CENTRE):
        yield "say `lives_in`: only what a centre owns is in its area"
    yield from _faults_of_names(schema, fields)
    yield from _faults_of_columns(schema, fields)
    labelled = {name: field for name, field in fields.items() if isinstance(field, Labelled)}
    yield from _faults_of_time(schema, labelled)
    yield from _faults_of_series(schema, labelled)
    yield from _faults_of_persons(schema, labelled)


def _faults_of_names(schema: Schema, fields: Fields) -> Iterator[str]:
    """Names of fields that there are not, or that are of a wrong kind."""
    for attribute, names, others in _named(schema):
        for name in names:
            if name and name not in {*fields, *others}:
                yield f'`{attribute}` names "{name}", which is no field'
    yield from _of_other_kind("day_field", [schema.day_field or ""], fields, (Day,), "Day")
    yield from _of_other_kind("in_force", schema.in_force or (), fields, (Day, Year), "Day or Year")
    for name in schema.natural_key:
        if name in fields and not fields[name].required:
            yield f'`natural_key` names "{name}", which may be empty: say `required=True`'


def _of_other_kind(
    attribute: str,
    names: Iterable[str],
    fields: Fields,
    kinds: tuple[type[Labelled], ...],
    title: str,
) -> Iterator[str]:
    for name in names:
        if name in fields and not isinstance(fields[name], kinds):
            yield f'`{attribute}` names "{name}", which is no {title}'


def _named(schema: Schema) -> Iterator[tuple[str, Iterable[str], Iterable[str]]]:
    """Where a type names its fields, and what may be named there beside them."""
    columns = (*schema.derived,)
    yield "title_field", [schema.title_field], columns
    yield "list_fields", schema.list_fields, columns
    yield "day_field", [schema.day_field or ""], ()
    yield "natural_key", schema.natural_key, [areas.AREA]
    yield "in_force", schema.in_force or (), ()
    yield "series", schema.series or (), [areas.AREA]
    yield "rates", [n for rate in schema.rates.values() for n in (rate.part, rate.whole)], ()
    yield "rules", [name for rule in schema.rules for name in rule.names()], ()
    yield "reversal", schema.reversal.names() if schema.reversal else (), ()
    if schema.counted_whole:
        yield "counted_whole", [schema.counted_whole.name, *schema.counted_whole.within], ()


def _faults_of_columns(schema: Schema, fields: Fields) -> Iterator[str]:
    for name in filter(None, (getattr(schema, "record_type", ""), *fields, *schema.derived)):
        if not NAME.fullmatch(name) or name == SEARCH:
            yield f'"{name}" cannot be the name of a column'
    for attribute in ("derived", "exported"):
        for name, column in getattr(schema, attribute).items():
            if name in fields:
                yield f'`{attribute}` has "{name}", which is a field'
            if not _is_in_both(column.label):
                yield f'`{attribute}` has "{name}": say its label in both languages'
    for name, column in schema.derived.items():
        if column.kind not in COLUMN_KINDS:
            yield f'`derived` has "{name}" of a wrong kind: say str, int or float'


def _faults_of_time(schema: Schema, fields: Fields) -> Iterator[str]:
    """Whether the days of a record are those of one event, or those between which it is in force.

    A type with two days cannot leave that open: its records are counted by it.
    """
    has_two = sum(isinstance(field, Year) for field in fields.values()) > 1
    types = [one for one in schema.__mro__ if "record_type" in vars(one)]  # not the base of all
    if not any("in_force" in vars(one) for one in types):
        if has_two or any(getattr(field, "after", None) for field in fields.values()):
            yield "say `in_force`: a `Span` of two fields; None if the days are those of one event"
    elif schema.in_force is not None and not isinstance(schema.in_force, Span):
        yield "`in_force` is no `Span`"
    first = fields.get(next(iter(schema.list_fields), ""))
    is_dated = bool(schema.day_field) or isinstance(first, Year)
    if is_dated or schema.in_force or schema.series or schema.natural_key == (areas.AREA,):
        return
    for name, field in fields.items():
        if _number(field).adds in (STOCK, PROFILE):
            yield f'say `day_field`: nothing tells when "{name}" was counted'


def _faults_of_series(schema: Schema, fields: Fields) -> Iterator[str]:
    """Which records are the same thing, counted again: only the last of them counts."""
    compared = [n for n, f in fields.items() if f.adds in COMPARED and not isinstance(f, Choice)]
    if compared and not (schema.series or schema.in_force or schema.natural_key == (areas.AREA,)):
        names = '", "'.join(compared)
        yield f'say `series`: of which records only the last counts, for "{names}"'
    if not schema.series:
        return
    if schema.series[0] != areas.AREA:
        yield f'`series` begins with "{areas.AREA}"'
    for name in schema.series:
        if name in fields and name not in schema.natural_key:
            yield f'`series` names "{name}", which is not in `natural_key`'
        elif isinstance(fields.get(name), Year | Day):
            yield f'`series` names "{name}", which says when'


def _faults_of_persons(schema: Schema, fields: Fields) -> Iterator[str]:
    """What is known of persons is not published, and no consent is asked for in vain."""
    personal = {name: field.personal for name, field in fields.items() if field.personal}
    for name, one in personal.items():
        if schema.lives_in == areas.PUBLISHED:
            yield f'"{name}" tells of a person, and `lives_in` publishes it to all centres'
        if one.years < 1 or not _is_in_both(one.purpose):
            yield f'`personal` of "{name}": say what it is kept for, and for how many years'
    for name in fields.keys() - {one.consent for one in personal.values()}:
        if isinstance(fields[name], Consent):
            yield f'"{name}" is a consent, and no `personal` names it'


def _number(field: Labelled) -> Labelled:
    """The field; of a family, what is in its cells."""
    return field.cell if isinstance(field, PerCriterion) and field.cell else field


def _faults_of_field(field: object, fields: Fields) -> Iterator[str]:
    if not isinstance(field, Labelled):
        yield f"{type(field).__name__} is no kind of field; take one of `schemas.fields`"
        return
    if not _is_in_both(field.label):
        yield "say a label in both languages"
    if field.help is None:
        yield "say `help`"
    elif not _is_in_both(field.help):
        yield "say `help` in both languages"
    if field.owner and field.owner not in OWNERS:
        yield f'no owner "{field.owner}"'
    kind = field.cell if isinstance(field, PerCriterion) else field
    if isinstance(kind, Labelled):
        yield from _faults_of_adding(kind)
    yield from faults_of_kind(field)
    yield from _faults_of_siblings(field, fields)


def _faults_of_adding(field: Labelled) -> Iterator[str]:
    if field.adds and field.adds not in {*WAYS, AS_WHOLE}:
        yield f'no way to add up: "{field.adds}"'
    elif not field.adds and isinstance(field, Number | Score | Flag):
        yield "say `adds`: how it adds up over time"
    elif field.adds == AS_WHOLE and not getattr(field, "of", None):
        yield "say `of`: of which whole it is a part"


def _faults_of_siblings(field: Labelled, fields: Fields) -> Iterator[str]:
    """Of what a field says of others of its record."""
    consent = field.personal.consent if field.personal else ""
    for attribute, name, kind in (
        ("of", getattr(field, "of", None), Count),
        ("after", getattr(field, "after", None), Day),
        ("personal", consent, Consent),
    ):
        if name and not isinstance(fields.get(name), kind):
            yield f'`{attribute}` names "{name}", which is no {kind.__name__} of this type'
    if consent and field.required:
        yield "what needs a consent cannot be required"


@singledispatch
def faults_of_kind(_field: Labelled) -> Iterator[str]:
    """What a field of that kind needs beside what all need."""
    yield from ()


@faults_of_kind.register
def _(field: Choice) -> Iterator[str]:
    options, valid = field.codes.options, field.codes.valid
    if not options:
        yield "say the options: there are no codes"
    for code, label in options.items():
        if not CODE.fullmatch(code):
            yield f'no code: "{code}"; codes have small letters, digits and _'
        if not isinstance(label, Label) or not _is_in_both(label):
            yield f'name the code "{code}" in both languages'
    for code in valid.keys() - options.keys():
        yield f'`valid` names "{code}", which is no code of it'


@faults_of_kind.register
def _(field: Reference) -> Iterator[str]:
    if not field.to:
        yield "say `to`: which record type it names"


@faults_of_kind.register
def _(field: PersonName) -> Iterator[str]:
    if field.personal is None:
        yield "say `personal`: why the name of a person is kept, and how long"


@faults_of_kind.register
def _(field: PerCriterion) -> Iterator[str]:
    if not isinstance(field.cell, Labelled):
        yield "say what is in its cells: a kind of field"


def _faults_of_link(field: Reference, types: Mapping[str, Schema]) -> Iterator[str]:
    schema = types.get(field.to)
    if schema is None:
        yield f'no record type "{field.to}"'
    elif not isinstance(field, Related) and not schema.natural_key:
        yield f"{field.to} has no natural key to name it by; take `Related`"


def _faults_of_book(schema: Schema, types: Mapping[str, Schema]) -> Iterator[str]:
    book = schema.entries_in
    if book is None:
        return
    other = types.get(book.record_type)
    if other is None:
        yield f'`entries_in`: no record type "{book.record_type}"'
        return
    for name in (book.by, *book.figures):
        if name not in other._declared_fields:
            yield f'`entries_in` names "{name}", which is no field of {book.record_type}'
    for name in book.figures:
        if name not in schema._declared_fields:
            yield f'`entries_in` names "{name}", which is no field'


def _is_in_both(label: Label) -> bool:
    return isinstance(label, tuple) and all(map(str.strip, label))
