"""What a stranger's message says, checked: what no database keeps is no message."""

from __future__ import annotations

from typing import Any

from .clock import Timestamp

WHOLE = range(1 << 53)  # numbers that every JSON reader and every database holds


def text(value: Any) -> str:
    if not isinstance(value, str) or "\0" in value:
        raise TypeError("a name is not a text")
    return value


def stamp(millis: Any, counter: Any, mark: Any) -> Timestamp:
    return Timestamp(whole(millis), whole(counter), text(mark))


def whole(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value not in WHOLE:
        raise ValueError("a number is out of bounds")
    return value
