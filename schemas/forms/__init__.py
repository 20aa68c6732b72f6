"""The form of a record type: what a person typed into it, and its initial texts.

Its widgets are in ``widgets``.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain
from typing import Any, cast

from marshmallow import ValidationError

from .. import record, references
from ..context import current
from ..fields import Choice, Label, Labelled, PerCriterion, Related, Upcoming
from ..homes import record_days
from ..readable import unreadable
from ..record import RecordSchema, Values, families, field_of, fields, owner_of
from ..texts import UNREADABLE
from .text import shown, understood, written
from .widgets import Group as Group
from .widgets import Widget as Widget
from .widgets import form as form


def texts(schema: type[RecordSchema], values: Values) -> dict[str, str]:
    """What a person would have typed to say ``values``; empty for what they do not hold."""
    not_typed = (PerCriterion, Upcoming)
    plain = {n: f for n, f in fields(schema).items() if not isinstance(f, not_typed)}
    typed = {name: written(field, values.get(name)) for name, field in plain.items()}
    for family, field in families(schema).items():
        cells = (name for name in values if name.startswith(f"{family}."))
        typed |= {name: written(field.cell, values[name]) for name in cells}
    return typed


def in_words(schema: type[RecordSchema], values: Values, lang: str) -> dict[str, str]:
    """``texts`` for reading only: a reference to a missing record is marked as such."""
    kinds = fields(schema).items()
    named = {n: shown(f, values.get(n), lang) for n, f in kinds if isinstance(f, Related)}
    lost = dict.fromkeys(unreadable(values), UNREADABLE.say(lang))
    return texts(schema, values) | named | lost


def read(
    schema: type[RecordSchema],
    form_data: Mapping[str, str],
    role: str = "centre",
    before: Values | None = None,
) -> dict[str, Any]:
    """What was typed, as checked plain values: one for each field of the form that ``role`` owns.

    An emptied field is ``None``. With ``before``, the values of the record when it was opened,
    rules see the whole record, and fields that were empty and stay so are left out. What
    stood there already and was left alone is not judged, though it does not fit: a newer
    version may know it.

    :raises marshmallow.ValidationError: its messages are lists of labels, by field
    """
    own = [name for name in form_data if role and owner_of(schema, name) == role]
    lost = {n for n in unreadable(before or {}) if not form_data.get(n, "").strip()}
    own = [name for name in own if name not in lost]
    alone = _left_alone(schema, {name: form_data[name] for name in own}, before or {})
    typed = {n: _understood(schema, n, form_data[n]) for n in own if n not in alone}
    try:
        sound = _sound(schema, before or {})
        unsound = {name for name in before or {} if name not in sound}  # not this person's to mend
        checked = record.check(schema, {**sound, **typed}, {*alone, *lost, *unsound - typed.keys()})
    except ValidationError as error:
        raise ValidationError(cast(Any, by_cell(error))) from None
    result = {name: alone[name] if name in alone else checked.get(name) for name in own}
    if wrong := _out_of_time(schema, {**sound, **checked}, before or {}, result):
        raise ValidationError(cast(Any, wrong))
    if before is None:
        return result
    return {name: value for name, value in result.items() if value is not None or name in before}


def _out_of_time(
    schema: type[RecordSchema], values: Values, before: Values, typed: Values
) -> dict[str, list[Label]]:
    """The choices that were typed, or came to other days, and are not in use on these."""
    days = record_days(schema, values) if current().today else None  # an application is at hand
    is_moved = days != record_days(schema, before)
    choices = {n: f for n, f in fields(schema).items() if isinstance(f, Choice) and typed.get(n)}
    reasons = {
        name: field.codes.out_of_time(typed[name], days)
        for name, field in choices.items()
        if days and (is_moved or typed[name] != before.get(name))
    }
    return {name: [label] for name, label in reasons.items() if label}


def _left_alone(
    schema: type[RecordSchema], typed: Mapping[str, str], before: Values
) -> dict[str, object]:
    """Values that do not fit their field and were left in the form as they were shown."""
    odd = {n: v for n, v in before.items() if n in typed and v is not None}
    odd = {n: v for n, v in odd.items() if not _fits(field_of(schema, n), v)}
    before_typing = texts(schema, odd) if odd else {}
    return {
        name: value
        for name, value in odd.items()
        if typed[name] == before_typing.get(name) or is_same(schema, name, value, typed[name])
    }


def is_same(schema: type[RecordSchema], name: str, value: object, typed: str) -> bool:
    """Whether a cell says of a record that is not there what our own files say of it."""
    field = field_of(schema, name)
    return isinstance(field, Related) and references.is_left_alone(field.to, value, typed)


def by_cell(error: ValidationError) -> dict[str, list[Label]]:
    """The labels of an error, by the cell that they are about."""
    labels: dict[str, list[Label]] = {}
    for name, messages in cast(dict[str, Any], error.messages).items():
        if not isinstance(messages, dict):
            labels[name] = list(messages)
            continue
        for code, wrong in messages.items():  # of a family; by what is wrong, code or value
            labels[f"{name}.{code}"] = [*chain(*wrong.values())]
    return labels


def _understood(schema: type[RecordSchema], name: str, text: str) -> object:
    field = field_of(schema, name)
    return understood(
        field.cell if isinstance(field, PerCriterion) else cast(Labelled, field), text
    )


def _sound(schema: type[RecordSchema], values: Values) -> dict[str, object]:
    """Those of ``values`` that fit their fields; others' faults are not for this person to mend."""
    return {name: value for name, value in values.items() if _fits(field_of(schema, name), value)}


def _fits(field: Labelled | None, value: object) -> bool:
    kind = field.cell if isinstance(field, PerCriterion) else field
    try:
        return kind is not None and kind.deserialize(value) is not None
    except ValidationError:
        return False
