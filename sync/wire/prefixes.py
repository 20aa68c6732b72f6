"""The texts of messages that were said lately, by their digest.

Both ends of a conversation hold them for a while, so that what follows can be packed with them:
batches that are small enough for a link which is often cut have little in common with
themselves, and much with the one before. Whoever has forgotten one says so; then it is said
without. (Two before instead of one saved less than a hundredth more.)
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
    """Holds so many bytes of texts, the last ones. Threads may share it."""

    def __init__(self, room: int) -> None:
        self._longest = min(LONGEST, room)
        self._texts = Recent(room)

    def keep(self, text: bytes) -> int:
        """What the text can be asked for by; 0 if it is too long to be held, or not worth it."""
        if not SHORTEST <= len(text) <= self._longest:
            return 0
        name = digest(text)
        self._texts.put(name, text)
        return name

    def get(self, name: int) -> bytes:
        """The text; empty if it is not held, or not any more."""
        return self._texts.get(name)


NOTHING = TextCache(0)
