"""Checks the values of a message from outside: what no database can keep is no message."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ..clock import MARK, Timestamp
from . import strict_json

WHOLE = range(1 << 53)  # numbers that every JSON reader and every database holds


def text(value: object) -> str:
    if not isinstance(value, str) or "\0" in value:
        raise TypeError("a name is not a text")
    return value


def stamp(millis: object, counter: object, letters: object) -> Timestamp:
    return Timestamp(whole(millis), whole(counter), mark_of(letters))


def mark_of(value: object) -> str:
    """The mark of a timestamp: part of the name of notices, which others must be able to store."""
    if len(text(value)) > MARK:
        raise ValueError("a mark is too long")
    return str(value)


def whole(value: object) -> int:
    if type(value) is not int or value not in WHOLE:
        raise ValueError("a number is out of bounds")
    return value


def signed(value: object) -> int:
    """A number that may be below zero: a distance, or what a clock shows."""
    if type(value) is not int or abs(value) not in WHOLE:
        raise ValueError("a number is out of bounds")
    return value


def boolean(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError("neither yes nor no")
    return value


def listed(value: object) -> list[Any]:
    """A list; a text or an object would let itself be gone through, too."""
    if not isinstance(value, list):
        raise TypeError("no list")
    return value


def values(column: object) -> list[Any]:
    """The values of a field in changes: whatever JSON holds, if it is not too deep to handle."""
    items = listed(column)
    nested: Iterable[object] = ()
    if not {list, dict}.isdisjoint(map(type, items)):
        nested = (each for each in items if isinstance(each, (list, dict)))
    if any(strict_json.depth(each) > strict_json.DEEPEST for each in nested):
        raise ValueError("a value is too deep")
    return items
