"""Messages to bytes and back, the same over HTTP and on a stick.

A message is a JSON object of its fields, without those that are as usual; what a newer
version adds is ignored. Changes are columns of it (see ``columns``). Over a network, an answer
also leaves out what is as in its request.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import MISSING, Field, fields
from itertools import accumulate
from typing import Any, TypeVar, get_args

from ..changes import Change, Key
from ..clock import Timestamp
from ..errors import MessageUnreadable
from ..messages import Message, Request, Response
from . import columns, frame, guards, strict_json
from .prefixes import NOTHING, TextCache
from .trailer import Tail

MEDIA_TYPE = "application/vnd.khuyenhoc"
LIMIT = 16 * 1024 * 1024  # bytes that a message may unpack to
MOST = 2 * 1024 * 1024  # packed bytes that a body may have, with its signature
STRANGERS = 16 * 1024  # as LIMIT, for what nobody has signed
PER_VALUE = 32  # bytes of the limit for each value of JSON: the costliest take five times as many
SAMPLE = 200  # changes
MAC = 8  # bytes
HEXADECIMAL = re.compile("0|[1-9a-f][0-9a-f]{0,31}")
ROOM = LIMIT // 8  # letters: each takes up to six bytes in a text, and names take some more
VALUES = LIMIT // PER_VALUE - 1024  # of changes; the message has some of its own

M = TypeVar("M", bound=Message)


def encode(message: Message, of: Request | None = None) -> bytes:
    """The bytes of a message; a response leaves out what is as in ``of``, its request."""
    return frame.pack(*plain(message, of))


def follow(message: Message, texts: TextCache, before: int, of: Request | None = None) -> bytes:
    """The bytes of a message, packed with a text that both ends have, if ``before`` names one.

    The text of this message is kept in ``texts`` for the next.
    """
    text, tail = plain(message, of)
    texts.keep(text)
    return frame.pack(text, tail, texts.get(before))


def plain(message: Message, of: Request | None = None) -> tuple[bytes, bytes]:
    """The text and the tail of a message, before anything is packed."""
    tail = Tail()
    body: dict[str, Any] = {"is": type(message).__name__.lower()}
    parts = PARTS[type(message)]
    usual = {name: _usual(field) for name, field, _ in parts}
    if of and isinstance(message, Response):
        usual |= _as_asked(of) | {"feed": message.asked, "cursor": message.since}
    for name, _, (pack, _) in parts:
        value = getattr(message, name)
        if value != usual[name]:
            body[name] = pack(value, tail)
    return _json(body), bytes(tail.data)


def decode(kind: type[M], data: bytes, of: Request | None = None, limit: int = LIMIT) -> M:
    """:raises MessageUnreadable: if the bytes are no message of that kind"""
    return read(kind, data, of=of, limit=limit)[0]


def read(
    kind: type[M],
    data: bytes,
    texts: TextCache = NOTHING,
    of: Request | None = None,
    limit: int = LIMIT,
) -> tuple[M, bytes]:
    """The message, and its text for what may follow on it.

    :param of: the request, if what is read answers it over a network
    :param limit: bytes that the message may unpack to
    :raises MessageUnreadable: if the bytes are no message of that kind, or follow on a text
        that is not in ``texts``
    """
    text, rest = frame.unpack(data, limit, texts.get(frame.follows(data)))
    try:
        body, tail = strict_json.loads(text, limit // PER_VALUE), Tail(rest)
        if body["is"] != kind.__name__.lower():
            raise MessageUnreadable(f"not a {kind.__name__}, but a {body['is']!s:.20}")
        known = [(name, take) for name, _, (_, take) in PARTS[kind] if name in body]
        values = {name: take(body[name], tail) for name, take in known}
        if of and kind is Response:
            values = {**_as_asked(of), **values}
            values = {"feed": values["asked"], "cursor": values["since"], **values}
        return kind(**values), text
    except (LookupError, TypeError, ValueError, AttributeError, RuntimeError) as exc:
        raise MessageUnreadable(f"{type(exc).__name__}: {exc}") from exc


def fitting(changes: Sequence[Change], budget: int) -> int:
    """About how many of the first changes fit into so many packed bytes; one at the least.

    What is near enough is not packed once more to make sure: a budget is no bound. What a
    message may unpack to is one: many changes that repeat each other pack to next to nothing.
    """
    count = len(changes)
    while count > 1:
        size = _estimate(changes[:count])
        if size <= budget:
            break
        count = max(1, min(count - 1, count * budget * 19 // (size * 20)))
        if size < 1.5 * budget:
            break
    return _light(changes[:count])


def _light(changes: Sequence[Change]) -> int:
    """How many of the first are sure not to unpack to more than anybody reads; one at the least."""
    letters = accumulate(columns.count_letters(changes))
    values = accumulate(columns.count_values(changes))
    ends = zip(letters, values, strict=True)
    return max(min(1, len(changes)), sum(a <= ROOM and b <= VALUES for a, b in ends))


def _estimate(changes: Sequence[Change]) -> int:
    """About how many bytes they take; of many, a sample is packed."""
    some, tail = changes[: max(SAMPLE, len(changes) // 4)], Tail()
    size = frame.estimate(_json(columns.pack(some, tail))) + len(tail.data)
    return size * len(changes) // len(some)


def _as_asked(of: Request) -> dict[str, Any]:
    return {"replica": of.replica, "asked": of.feed, "since": of.cursor}


def _usual(field: Field[Any]) -> object:
    return field.default_factory() if field.default_factory is not MISSING else field.default


def _json(body: object) -> bytes:
    return json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()


def _text(value: object, _: Tail) -> str:
    return guards.text(value)


def _signed(value: object, _: Tail) -> int:
    """A number of somebody's clock, or a difference: it may be below zero."""
    return guards.signed(value)


def _stamp(value: object, _: Tail) -> Timestamp:
    return guards.stamp(*guards.listed(value))


def _key(value: object) -> Key:
    return Key(*map(guards.text, guards.listed(value)))


def _same(value: object, _: Tail) -> Any:
    return value


def _digest(text: object) -> int:
    """:raises ValueError: if that is not how ``f"{digest:x}"`` writes one"""
    if not isinstance(text, str) or not HEXADECIMAL.fullmatch(text):
        raise ValueError("no digest")
    return int(text, 16)


Pack = Callable[[Any, Tail], Any]
KINDS: dict[Any, tuple[Pack, Pack]] = {  # by a field's annotation: to plain data, and back
    "str": (_same, _text),
    "int": (_same, lambda value, _: guards.whole(value)),
    "Signed": (_same, _signed),
    "bool": (_same, lambda value, _: guards.boolean(value)),
    "Digest": (lambda value, tail: tail.put_number(value), lambda _, tail: tail.take_number()),
    "Mac": (lambda mac, tail: tail.put_bytes(mac), lambda _, tail: tail.take_bytes(MAC)),
    "Timestamp": (_same, _stamp),
    "tuple[Timestamp, ...]": (
        lambda stamps, _: columns.pack_times(stamps),
        lambda packed, _: tuple(columns.unpack_times(packed)),
    ),
    "tuple[Change, ...]": (columns.pack, columns.unpack),
    "tuple[str, ...]": (
        lambda names, tail: tail.put(names),
        lambda packed, tail: tuple(tail.take(packed)),
    ),
    "tuple[Key, ...]": (
        _same,
        lambda keys, _: tuple(map(_key, guards.listed(keys))),
    ),
    "Mapping[str, str]": (
        _same,
        lambda texts, _: {name: guards.text(value) for name, value in texts.items()},
    ),
    "Mapping[str, Digest]": (
        lambda digests, _: {name: f"{value:x}" for name, value in digests.items()},
        lambda texts, _: {name: _digest(value) for name, value in texts.items()},
    ),
}
# Of each kind of message: its fields, and how they are packed and taken.
PARTS: dict[type, list[tuple[str, Field[Any], tuple[Pack, Pack]]]] = {
    kind: [(field.name, field, KINDS[field.type]) for field in fields(kind)]
    for kind in get_args(Message)
}
