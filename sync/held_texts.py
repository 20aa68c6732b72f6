"""The texts of messages that were said lately, by their digest.

Both ends of a conversation hold them for a while, so that what follows can be packed with them:
batches that are small enough for a link which is often cut have little in common with
themselves, and much with the one before. Whoever has forgotten one says so; then it is said
without. (Two before instead of one saved less than a hundredth more.)
"""

from __future__ import annotations

from collections import OrderedDict
from hashlib import blake2b
from threading import Lock

SHORTEST = 8  # bytes; zstd takes none that is shorter
LONGEST = 128 * 1024  # a message that is longer has enough in common with itself


def digest(text: bytes) -> int:
    """What a text is called: 128 bits, never 0."""
    return int.from_bytes(blake2b(text, digest_size=16).digest(), "big") or 1


class HeldTexts:
    """Holds so many bytes of texts, the last ones. Threads may share it."""

    def __init__(self, room: int) -> None:
        self._room = room
        self._texts: OrderedDict[int, bytes] = OrderedDict()
        self._size = 0
        self._lock = Lock()

    def keep(self, text: bytes) -> int:
        """What the text can be asked for by; 0 if it is too long to be held, or not worth it."""
        if not SHORTEST <= len(text) <= min(LONGEST, self._room):
            return 0
        name = digest(text)
        with self._lock:
            self._size += len(text) - len(self._texts.pop(name, b""))
            self._texts[name] = text
            while self._size > self._room:
                _, oldest = self._texts.popitem(last=False)
                self._size -= len(oldest)
        return name

    def get(self, name: int) -> bytes:
        """The text; empty if it is not held, or not any more."""
        with self._lock:
            return self._texts.get(name, b"")


NOTHING = HeldTexts(0)
