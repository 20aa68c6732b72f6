"""Bytes that are kept for a while, so many of them in all: the last ones."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable
from threading import Lock


class Recent:
    """Bytes by name. What is dropped, or forgotten, is empty. Threads may share it."""

    def __init__(self, room: int) -> None:
        """:param room: bytes"""
        self._room = room
        self._kept: OrderedDict[Hashable, bytes] = OrderedDict()
        self._size = 0
        self._lock = Lock()

    def put(self, name: Hashable, data: bytes) -> None:
        """Keep the bytes, instead of what had that name."""
        with self._lock:
            self._put(name, data)

    def put_first(self, name: Hashable, data: bytes) -> bytes:
        """Keep the bytes, unless others have that name; what has it then."""
        with self._lock:
            if name not in self._kept:
                self._put(name, data)
            return self._kept.get(name, data)

    def get(self, name: Hashable) -> bytes:
        with self._lock:
            return self._kept.get(name, b"")

    def drop(self, name: Hashable) -> None:
        with self._lock:
            self._take(name)

    def _put(self, name: Hashable, data: bytes) -> None:
        self._take(name)
        self._kept[name] = data
        self._size += len(data)
        while self._size > self._room:
            self._take(next(iter(self._kept)))

    def _take(self, name: Hashable) -> None:
        self._size -= len(self._kept.pop(name, b""))
