"""Cache of the texts of recent messages, by their digest: the prefix for packing the next.

Both ends of a conversation keep them for a while. Batches that are small enough for a link which is
often cut have little in common with themselves, and much with the one before. Safe to lose: an end
that has forgotten a text says so, and the message is sent without. (Two texts instead of one saved
less than a hundredth more.)
"""

from __future__ import annotations

from hashlib import blake2b

from .byte_cache import Recent

SHORTEST = 8  # bytes; zstd takes none that is shorter
LONGEST = 128 * 1024  # a message that is longer has enough in common with itself


def digest(text: bytes) -> int:
    """What a text is called: 128 bits, never 0."""
    return int.from_bytes(blake2b(text, digest_size=16).digest(), "big") or 1


class TextCache:
    """Keeps the last texts, up to ``room`` bytes in all. Threads may share it."""

    def __init__(self, room: int) -> None:
        self._longest = min(LONGEST, room)
        self._texts = Recent(room)

    def keep(self, text: bytes) -> int:
        """The name of the text in the cache; 0 if it is too long to be kept, or not worth it."""
        if not SHORTEST <= len(text) <= self._longest:
            return 0
        name = digest(text)
        self._texts.put(name, text)
        return name

    def get(self, name: int) -> bytes:
        """The text; empty if it is not kept, or not any more."""
        return self._texts.get(name)


NOTHING = TextCache(0)
