"""The kinds of the values in the engine's own records: conflicts, parked changes, devices.

The server writes most of them, but a machine may answer a conflict, report a divergence, and send
anything under these names. A value of another kind is left out, as if nobody had written it; the
record keeps it to the letter.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TypeGuard

from .changes import CONFLICT, DEVICE, DIVERGENCE, PARKED
from .clock import Timestamp

Is = Callable[[object], bool]

MILLIS = 10**13  # milliseconds: no moment is later
OFFSET = MILLIS  # milliseconds: no clock goes further wrong
MOST = 10**9  # things that anybody counts


def readable(record_type: str, values: Mapping[str, object]) -> Mapping[str, object]:
    """``values`` without those that are not of their kind; of other types, all of them."""
    kinds = KINDS.get(record_type)
    if kinds is None:
        return values
    return {name: value for name, value in values.items() if kinds.get(name, _any)(value)}


def _any(_value: object) -> bool:
    """What this version does not know, it does not read either."""
    return True


def _text(value: object) -> bool:
    return isinstance(value, str)


def _number(most: int) -> Is:
    def check(value: object) -> bool:
        return isinstance(value, int) and not isinstance(value, bool) and abs(value) <= most

    return check


def _texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(each, str) for each in value)


def is_name(value: object) -> TypeGuard[list[str]]:
    """A record's name: area, type and id."""
    return isinstance(value, list) and _texts(value) and len(value) == 3


def _map(value: object) -> bool:
    return isinstance(value, Mapping)


def _moments(value: object) -> bool:
    """When something was taken in, and how far the clock of its author ran ahead."""
    if not isinstance(value, list) or len(value) != 2:
        return False
    return _number(MILLIS)(value[0]) and _number(OFFSET)(value[1])


def _by_stamp(kind: Is) -> Is:
    """A map from timestamps."""

    def check(value: object) -> bool:
        if not isinstance(value, Mapping):
            return False
        return all(is_stamp(at) and kind(each) for at, each in value.items())

    return check


def is_stamp(text: object) -> bool:
    """Whether that is the text of a timestamp."""
    try:
        return isinstance(text, str) and str(Timestamp.parse(text)) == text
    except ValueError:
        return False


KINDS: Mapping[str, Mapping[str, Is]] = MappingProxyType(
    {
        CONFLICT: {
            "record": is_name,
            "field": _text,
            "writes": _by_stamp(_any),
            "times": _by_stamp(_moments),
            "closed": _texts,
        },
        PARKED: {
            "reason": _text,
            "record": is_name,
            "fields": _map,
            "author": _text,
            "replica": _text,
            "times": _moments,
            "closed": _texts,
        },
        DEVICE: dict.fromkeys(("label", "key", "state"), _text),
        DIVERGENCE: {
            "at": _number(MILLIS),
            "here": _text,
            "there": _text,
            "types": _texts,
            "records": _texts,
            **dict.fromkeys(("count", "lacked", "again", "aside", "times"), _number(MOST)),
        },
    }
)
