"""Places in the server's log as programs carry them: good for this epoch of its log alone.

A server that was restored from a copy numbers its log again, so an older cursor is refused
instead of passing over what came since.
"""

from __future__ import annotations

import re
from base64 import urlsafe_b64decode, urlsafe_b64encode

from flask import abort

from sync.stores.sqlite import SqliteStore

NOT_OURS = 409
SHAPE = re.compile(r"([!-~]{1,80}) (\d{1,15})", re.ASCII)


def cursor(store: SqliteStore, place: int) -> str:
    """The cursor that names that place."""
    return written(store.checkpoint().epoch, place)


def place(store: SqliteStore, text: str) -> int:
    """The place that a cursor names; 0, the beginning, for none. Another's ends in 409."""
    if not text:
        return 0
    name, number = read(text, SHAPE)
    if name != store.checkpoint().epoch:
        abort(NOT_OURS)
    return number


def written(name: str, place: int) -> str:
    """The cursor of a place in the log or the list of that name."""
    return urlsafe_b64encode(f"{name} {place}".encode()).decode().rstrip("=")


def read(text: str, shape: re.Pattern[str]) -> tuple[str, int]:
    """The name and the place in a cursor of that shape. What is none ends in 409."""
    try:
        parts = shape.fullmatch(urlsafe_b64decode(text + "=" * (-len(text) % 4)).decode())
    except ValueError:
        parts = None
    if parts is None:
        abort(NOT_OURS)
    return parts[1], int(parts[2])
