"""JSON from outside, read strictly: one text has one meaning, and its cost is known beforehand.

Not read, where Python's own reader is lenient: anything but UTF-8, a repeated key, NaN and
Infinity, a number so large that it is read as infinity, the character U+0000, half of a
surrogate pair. A few megabytes of ``[],[],[]`` would become some hundred times as much memory,
so values are counted before they are made.

RFC 8259 leaves each of these to the reader; RFC 8785 (I-JSON, RFC 7493) forbids them.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator
from typing import Any, NoReturn

DEEPEST = 64  # lists and objects inside each other, in one value of a change
_STRING = re.compile(rb'"[^"\\]*(?:\\.[^"\\]*)*"', re.DOTALL)


def loads(text: bytes, most: int) -> Any:
    """The value.

    :raises ValueError: if it is not strictly JSON, or holds more than ``most`` values
    """
    if _marks(text) > most and _marks(_STRING.sub(b"", text)) > most:
        raise ValueError("more values than allowed")
    try:
        value = _DECODER.decode(text.decode("utf-8"))
    except RecursionError as exc:
        raise ValueError("too deep") from exc
    if b"\\u" in text:  # the only way to write what no database keeps
        _check_texts(value)
    return value


def depth(value: object) -> int:
    """How many lists and objects stand inside each other."""
    level, levels = [value], 0
    while any(isinstance(one, (list, dict)) for one in level):
        levels += 1
        level = [each for one in level for each in _inside(one)]
    return levels


def _marks(text: bytes) -> int:
    """An upper bound of the values: each but the first comes after one of these marks."""
    return 1 + text.count(b",") + text.count(b"[") + text.count(b"{")


def _check_texts(value: object) -> None:
    """:raises ValueError:"""
    level = [value]
    while level:
        for one in level:
            if isinstance(one, str):
                _check_text(one)
        level = [each for one in level for each in _inside(one)]


def _check_text(text: str) -> None:
    if "\0" in text:
        raise ValueError("U+0000 in a text")
    text.encode()  # a UnicodeEncodeError is a ValueError


def _inside(value: object) -> Iterator[Any]:
    if isinstance(value, dict):
        yield from value
        yield from value.values()
    elif isinstance(value, list):
        yield from value


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    result = dict(pairs)
    if len(result) != len(pairs):
        raise ValueError("a key is repeated")
    return result


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise ValueError("a number too large")
    return number


def _no_number(text: str) -> NoReturn:
    raise ValueError(f"{text} is no number")


_DECODER = json.JSONDecoder(
    object_pairs_hook=_unique, parse_float=_finite, parse_constant=_no_number
)
