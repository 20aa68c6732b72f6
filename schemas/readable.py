"""Whether a value is of its field's kind: asked of every record, whoever wrote it.

A form refuses what does not fit, but a machine can send anything, and its records are kept to the
letter. So no use of a record's values sees one of another kind: it is left out of them, and named
under ``UNREADABLE``. Pages show it as unreadable, no figure counts it, and a person is to mend it.

What is empty (``None``) fits every field. A code that nobody knows fits a choice, and a field that
nobody knows fits: a newer version has them.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from typing import TypeGuard

from .fields import (
    CRITERION,
    Choice,
    Day,
    Flag,
    Labelled,
    Listed,
    Number,
    PerCriterion,
    Score,
    Text,
)
from .fields.uses import use
from .formatting.vietnamese import ISO
from .record import UNREADABLE as UNREADABLE
from .record import RecordSchema, Values, families, fields, record_types
from .texts import UNREADABLE as NAME

Check = Callable[[object], bool]
Reader = Callable[[Values], dict[str, object]]

SURROGATE = re.compile("[\ud800-\udfff]")
VERSION = 1  # of these checks
DEEPEST = 5
LARGEST = 2**53
MOST_LETTERS = 200  # of a value whose field this version does not know


def readable(schema: type[RecordSchema], values: Values) -> dict[str, object]:
    """``values`` without those that are not of the kind of their field; these are named.

    In an order of their own: a record's cells stand as they came, or as the log has them.
    """
    known = _checks(schema)
    result: dict[str, object] = {}
    wrong = list(unreadable(values)) if isinstance(values.get(UNREADABLE), tuple) else []
    for name, value in values.items():
        if name == UNREADABLE:
            continue  # a machine may have called a field so
        if value is None or (known.get(name) or _of_family(schema, name))(value):
            result[name] = value
        else:
            wrong.append(name)
    return {**result, UNREADABLE: tuple(sorted(wrong))} if wrong else result


def unreadable(values: Values) -> tuple[str, ...]:
    """The names of the cells that could not be read, of the values of a record or of a row."""
    named = values.get(UNREADABLE)
    if isinstance(named, str):  # a column
        return tuple(named.split("\n")) if named else ()
    return named if isinstance(named, tuple) else ()


def cell_of(values: Values, name: str) -> object:
    """That value to be shown; in the place of one that was left out, a mark of no field's kind."""
    value = values.get(name)
    is_left_out = value is None and UNREADABLE in values and name in unreadable(values)
    return _MARK if is_left_out else value


def is_readable(field: Labelled, value: object) -> bool:
    """Whether ``value`` is empty or of the field's kind, and within what its form allows."""
    return value is None or check_of(field)(value)


def reader(record_type: str) -> Reader:
    """What reads the values of records of that type, which may be one that nobody knows."""
    schema = record_types().get(record_type)
    return (lambda values: readable(schema, values)) if schema else dict


def plainly(value: object) -> str:
    """What this version does not know, as a person may see it; the whole stays in the record."""
    text = "" if value is None else value if isinstance(value, str) else repr(value)
    return text if len(text) <= MOST_LETTERS else f"{text[:MOST_LETTERS]}…"


def bounds(schema: type[RecordSchema]) -> str:
    """Within what the values of a type are readable, in a few letters; another text: other rows."""
    known = fields(schema).items()
    numbers = [[n, f.least, f.most] for n, f in known if isinstance(f, (Number, Score))]
    days = [[name, f"{f.first} {f.last}"] for name, f in known if isinstance(f, Day)]
    return f"{VERSION} {numbers} {days}"


@cache
def check_of(field: Labelled) -> Check:
    """The check of a field's kind; made once, for every save asks it."""
    return stored_check(field)


@cache
def _checks(schema: type[RecordSchema]) -> Mapping[str, Check]:
    plain = {n: f for n, f in fields(schema).items() if not isinstance(f, PerCriterion)}
    return {name: check_of(field) for name, field in plain.items()}


def _of_family(schema: type[RecordSchema], name: str) -> Check:
    family, dot, code = name.partition(".")
    field = families(schema).get(family)
    if field is None or not dot:
        return is_plain  # a newer version knows it
    return check_of(field.cell) if CRITERION.fullmatch(code) else _nothing


def _nothing(_value: object) -> bool:
    """What a criterion cannot be called has no value."""
    return False


class _Mark:
    """In place of a value that was left out; it is of no field's kind."""

    def __repr__(self) -> str:
        return NAME.vi


_MARK = _Mark()


@use("check of its stored values")
def stored_check(field: Labelled) -> Check:
    raise NotImplementedError


@stored_check.register(Text)
@stored_check.register(Choice)
def _(_field: Labelled) -> Check:
    return is_text


@stored_check.register
def _(field: Day) -> Check:
    first, last = field.first, field.last

    def is_day(value: object) -> bool:
        if not isinstance(value, str) or not ISO.fullmatch(value):
            return False
        try:
            return first <= date.fromisoformat(value) <= last
        except ValueError:
            return False

    return is_day


@stored_check.register
def _(field: Number) -> Check:
    least, most = field.least, field.most
    return lambda value: is_number(value) and isinstance(value, int) and least <= value <= most


@stored_check.register
def _(field: Score) -> Check:
    least, most = field.least, field.most
    return lambda value: is_number(value) and least <= value <= most


@stored_check.register
def _(_field: Flag) -> Check:
    """A column holds 0 or 1."""
    return lambda value: value.__class__ in (bool, int) and value in (0, 1)


@stored_check.register
def _(_field: Listed) -> Check:
    return lambda value: isinstance(value, (list, tuple)) and all(map(_is_map, value))


@stored_check.register
def _(_field: PerCriterion) -> Check:
    return _is_map


def _is_map(value: object) -> bool:
    return isinstance(value, Mapping)


def is_text(value: object) -> bool:
    """Half of a surrogate pair is a letter to JSON, but not to a database."""
    if not isinstance(value, str) or "\0" in value:
        return False
    return value.isascii() or not SURROGATE.search(value)


def is_plain(value: object) -> bool:
    """Whether every program can read it.

    It has no infinite number, no half of a letter, and nothing deeper than lists of maps.
    """
    return _is_plain(value, DEEPEST)


def _is_plain(value: object, deep: int) -> bool:
    if isinstance(value, (list, tuple)):
        return deep > 0 and all(_is_plain(each, deep - 1) for each in value)
    if isinstance(value, Mapping):
        names, inner = value.keys(), value.values()
        return deep > 0 and all(map(is_text, names)) and all(_is_plain(v, deep - 1) for v in inner)
    if value is None or isinstance(value, bool):
        return True
    return is_text(value) or (is_number(value) and abs(value) < LARGEST)


def is_number(value: object) -> TypeGuard[float]:
    """A number that is neither endless nor none."""
    is_whole = isinstance(value, int) and not isinstance(value, bool)
    return is_whole or (isinstance(value, float) and math.isfinite(value))
