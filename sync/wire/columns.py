"""Changes as columns: what many have in common is written once, and like is beside like.

Changes of one record type, author and replica that set and saw the same fields form a
group; each field is a column of it. Times are written as the distance from the one before.
Identifiers that are UUIDs are no text at all: they go into the tail, 16 bytes each, since
nothing can compress them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise, repeat
from typing import Any

from ..changes import Change, Key
from ..clock import DIGITS, Timestamp, base36
from .guards import listed, mark_of, signed, text, values, whole
from .trailer import Tail

MOST = 32 * 1024 * 1024  # letters of what groups say once, as often as their changes repeat it
PREFIX = 8  # letters of a mark before its number; another length only compresses less

Shape = tuple[Any, ...]


def pack(changes: Sequence[Change], tail: Tail) -> dict[str, Any]:
    """``changes`` as plain data, and the rest of them in ``tail``."""
    groups: dict[Shape, list[Change]] = {}
    order: list[int] = []
    numbers: dict[Shape, int] = {}
    for change in changes:
        shape = _shape(change)
        groups.setdefault(shape, []).append(change)
        order.append(numbers.setdefault(shape, len(numbers)))
    packed = {"groups": [_pack(*group, tail) for group in groups.items()]}
    return packed | ({"order": order} if len(groups) > 1 else {})


def unpack(packed: dict[str, Any], tail: Tail) -> tuple[Change, ...]:
    """:raises ValueError: or LookupError or TypeError, if ``pack`` did not make this"""
    groups = [_unpack(group, tail) for group in listed(packed["groups"])]
    if sum(_repeated(group) for group in groups) > MOST:
        raise ValueError("too much is said once for too many")
    if "order" not in packed:
        return tuple(change for group in groups for change in group)
    turns = list(map(iter, groups))
    changes = tuple(next(turns[whole(number)]) for number in listed(packed["order"]))
    if len(changes) != sum(map(len, groups)):
        raise ValueError("not all changes have a place")
    return changes


def _repeated(group: Sequence[Change]) -> int:
    """How many letters a store keeps of what the group says once."""
    first = group[0] if group else None
    names = (
        (*first.key[:2], first.author, first.replica, *first.fields, *first.seen) if first else ()
    )
    return len(group) * sum(map(len, names))


def count_values(changes: Iterable[Change]) -> Iterator[int]:
    """For each of the changes, how many values of JSON it adds at the most."""
    shapes: set[Shape] = set()
    for change in changes:
        shape = _shape(change)
        group = 0 if shape in shapes else 16 + 2 * len(change.fields) + 6 * len(change.seen)
        shapes.add(shape)
        nested = (str(v) for v in change.fields.values() if isinstance(v, (list, dict)))
        inside = sum(text.count(",") + text.count("[") + text.count("{") for text in nested)
        yield 6 + len(change.fields) + 3 * len(change.seen) + inside + group


def count_letters(changes: Iterable[Change]) -> Iterator[int]:
    """For each of the changes, about how many letters of texts it adds at the most."""
    shapes: set[Shape] = set()
    for change in changes:
        shape, seen = _shape(change), change.seen
        names = (*change.key[:2], change.author, change.replica, *change.fields, *seen)
        group = 0 if shape in shapes else sum(map(len, names))
        shapes.add(shape)
        marks = sum(len(at.mark) for at in seen.values()) + len(change.at.mark)
        yield group + marks + len(change.key.record_id) + sum(map(_letters, change.fields.values()))


def _letters(value: object) -> int:
    return len(value) if isinstance(value, str) else len(repr(value))


def _shape(change: Change) -> Shape:
    key = change.key
    who = (key.area, key.record_type, change.author, change.replica)
    return (*who, tuple(change.fields), tuple(change.seen))


def _pack(shape: Shape, changes: list[Change], tail: Tail) -> dict[str, Any]:
    area, record_type, author, replica, names, seen = shape
    group = {
        "of": record_type,
        "in": tail.put([area]),
        "id": tail.put([change.key.record_id for change in changes]),
        "by": author,
        "from": replica,
        "n": [change.number for change in changes],
        "at": pack_times([change.at for change in changes]),
        "seen": {name: pack_times([change.seen[name] for change in changes]) for name in seen},
        "set": {name: [change.fields[name] for change in changes] for name in names},
    }
    if not any(group["n"]):
        del group["n"]
    return {name: value for name, value in group.items() if value != "" and value != {}}


def _unpack(group: dict[str, Any], tail: Tail) -> list[Change]:
    (area,), ids = tail.take(group["in"]), tail.take(group["id"])
    record_type = text(group.get("of", ""))
    numbers = map(whole, listed(group["n"])) if "n" in group else [0] * len(ids)
    rows = zip(
        (Key(area, record_type, name) for name in ids),
        _rows(group.get("set", {}), len(ids)),
        unpack_times(group["at"]),
        _rows({n: unpack_times(t) for n, t in group.get("seen", {}).items()}, len(ids)),
        repeat(text(group.get("by", "")), len(ids)),
        repeat(text(group.get("from", "")), len(ids)),
        numbers,
        strict=True,
    )
    return [Change(*row) for row in rows]


def _rows(columns: dict[str, Any], count: int) -> Iterable[dict[str, Any]]:
    if not columns:
        return [{} for _ in range(count)]
    names = [text(name) for name in columns]
    columns_of_values = map(values, columns.values())
    return [dict(zip(names, row, strict=True)) for row in zip(*columns_of_values, strict=True)]


def pack_times(times: Sequence[Timestamp]) -> list[Any]:
    """One or more: milliseconds, marks, and counters where there are any."""
    millis = [time.millis for time in times]
    counters = [time.counter for time in times]
    distances = [millis[0], *(after - before for before, after in pairwise(millis))]
    packed = [distances, list(_pack_marks(time.mark for time in times))]
    return [*packed, counters] if any(counters) else packed


def unpack_times(packed: list[Any]) -> list[Timestamp]:
    distances, marks, *more = map(listed, packed)
    millis = list(map(whole, accumulate(map(signed, distances))))
    counters = map(whole, more[0]) if more else [0] * len(millis)
    return list(map(Timestamp, *_alike(millis, list(counters), list(_unpack_marks(marks)))))


def _alike(*columns: list[Any]) -> tuple[list[Any], ...]:
    if len(set(map(len, columns))) > 1:
        raise ValueError("columns of different lengths")
    return columns


def _pack_marks(marks: Iterable[str]) -> Iterator[str | int]:
    """A mark that continues the count of the one before is written as the distance."""
    prefix, number = "", -1
    for mark in marks:
        before, last = prefix, number
        prefix, number = mark[:PREFIX], _number(mark[PREFIX:])
        follows = prefix == before and number >= 0 and last >= 0
        yield number - last if follows else mark


def _unpack_marks(marks: Iterable[str | int]) -> Iterator[str]:
    prefix, number = "", -1
    for packed in marks:
        if isinstance(packed, str):
            prefix, number = packed[:PREFIX], _number(packed[PREFIX:])
            yield mark_of(packed)
        elif number < 0:
            raise ValueError("a distance from nothing")
        else:
            number = whole(number + signed(packed))
            yield prefix + base36(number)


def _number(text: str) -> int:
    """What ``base36`` made that text of; -1 if it did not."""
    if not text or len(text) > 10 or not set(text) <= set(DIGITS):
        return -1
    return int(text, 36) if text == "0" or text[0] != "0" else -1
