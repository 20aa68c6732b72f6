"""The rows of one page of an SQLite file, if it is a leaf of a table.

What is not whole is passed over: the page may be damaged.

The format: https://sqlite.org/fileformat2.html
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Container, Iterator
from typing import Any

SMALLEST = 512  # bytes of a page, at the least
LEAF = 0x0D  # the first byte of a leaf of a table
LARGEST, MOST = 1 << 24, 200  # bytes and columns of one row; ours are far below
WIDTHS, FLOAT = (0, 1, 2, 3, 4, 6, 8), 7  # of whole numbers, by their serial type

Row = tuple[Any, ...]
Fetch = Callable[[int], bytes]  # a page by its number


def rows(page: bytes, fetch: Fetch, widths: Container[int], start: int = 0) -> Iterator[Row]:
    """The rows of a page that is a leaf of a table."""
    if len(page) < SMALLEST or page[start] != LEAF:
        return
    (count,) = struct.unpack_from(">H", page, start + 3)
    for at in range(start + 8, min(start + 8 + 2 * count, len(page) - 1), 2):
        try:
            row = _row(page, struct.unpack_from(">H", page, at)[0], fetch, widths)
        except (LookupError, ValueError, struct.error):
            continue  # not whole
        if row:
            yield row


def _row(page: bytes, at: int, fetch: Fetch, widths: Container[int]) -> Row | None:
    length, at = _varint(page, at)
    place, at = _varint(page, at)
    if not 0 < length <= LARGEST:
        raise ValueError("no row is as long as that")
    data = _payload(page, at, length, fetch)
    end, at = _varint(data, 0)
    kinds: list[int] = []
    while at < end and len(kinds) <= MOST:
        kind, at = _varint(data, at)
        kinds.append(kind)
    if at != end or len(kinds) not in widths:
        return None
    first, *others = _values(data, at, kinds)
    return (place if first is None else first, *others)  # as SQLite does with a row's number


def _payload(page: bytes, at: int, length: int, fetch: Fetch) -> bytes:
    """The bytes of a row: what is here, and what ran over to other pages."""
    usable = len(page)
    most, least = usable - 35, (usable - 12) * 32 // 255 - 23
    local = length
    if length > most:
        local = least + (length - least) % (usable - 4)
        local = local if local <= most else least
    parts, left = [page[at : at + local]], length - local
    if left:
        (onward,) = struct.unpack_from(">I", page, at + local)
    while left > 0:
        more = fetch(onward)
        parts.append(more[4 : 4 + left])
        if len(more) < usable:
            raise ValueError("the rest of the row is not there")
        left -= usable - 4
        (onward,) = struct.unpack_from(">I", more)
    data = b"".join(parts)
    if len(data) != length:
        raise ValueError("the row is cut")
    return data


def _values(data: bytes, at: int, kinds: list[int]) -> Iterator[Any]:
    for kind in kinds:
        width = WIDTHS[kind] if kind < len(WIDTHS) else 8 if kind == FLOAT else 0
        width = (kind - 12) // 2 if kind >= 12 else width
        raw = data[at : at + width]
        if len(raw) != width or kind in (10, 11):
            raise ValueError("the row is cut")
        at += width
        yield _value(kind, raw)


def _value(kind: int, raw: bytes) -> object:
    if kind == 0:
        return None
    if kind == FLOAT:
        return struct.unpack(">d", raw)[0]
    if kind in (8, 9):
        return kind - 8
    if kind < 7:
        return int.from_bytes(raw, "big", signed=True)
    return raw.decode() if kind % 2 else raw


def _varint(data: bytes, at: int) -> tuple[int, int]:
    """A whole number of one to nine bytes, and where it ends."""
    number = 0
    for place in range(at, at + 8):
        byte = data[place]
        number = number << 7 | byte & 0x7F
        if byte < 0x80:
            return number, place + 1
    return number << 8 | data[at + 8], at + 9
