"""In-memory cache of partial requests, recent answers and prefixes. Safe to lose: clients resend.

An exchange that was cut goes on from what has arrived of its request, or with the answer that
was already made. Prefixes are the texts that later messages of a device are packed with.
"""

from __future__ import annotations

from sync.wire import resume
from sync.wire.byte_cache import Recent
from sync.wire.prefixes import TextCache
from sync.wire.resume import Rest

PREFIXES, REQUESTS, ANSWERS = (16 * 1024 * 1024, 16 * 1024 * 1024, 8 * 1024 * 1024)  # bytes


class ResumeCache:
    """One for all centres. Threads may share it."""

    def __init__(self) -> None:
        self.prefixes = TextCache(PREFIXES)
        self._requests = Recent(REQUESTS)
        self._answers = Recent(ANSWERS)

    def add_part(self, part: Rest) -> bytes:
        """Add a part to its request; return the request as far as it has arrived and is kept.

        It is not verified yet: all of them share a fixed amount of memory, and a part that is
        hardly larger than its name is not kept.
        """
        so_far = self._requests.get(part.name)
        joined = so_far[: part.start] + part.piece
        if part.start <= len(so_far) < len(joined) >= resume.WORTH:
            self._requests.put(part.name, joined)
            return joined
        return so_far

    def keep_answer(self, request: bytes, answer: bytes) -> bytes:
        """Keep the answer and drop the request; return the answer to send.

        If the request came twice at once, that is the first answer: half of it may have arrived,
        and half of another does not go with it.
        """
        self._requests.drop(resume.name(request))
        return self._answers.put_first(resume.name(request), answer)

    def answer(self, name: bytes) -> bytes:
        """The answer to the request of that name; empty if none is kept."""
        return self._answers.get(name)
