"""What the server holds of its conversations for a while, and could do without.

Texts that what follows is packed with; of exchanges that may have been cut, what has come of the
request, and the answer. All of it lies in memory: after a restart, things are said once more.
"""

from __future__ import annotations

from sync.wire import resume
from sync.wire.byte_cache import Recent
from sync.wire.prefixes import TextCache
from sync.wire.resume import Rest

TEXTS, REQUESTS, ANSWERS = (16 * 1024 * 1024, 16 * 1024 * 1024, 8 * 1024 * 1024)  # bytes


class Conversations:
    """Those of all centres together. Threads may share it."""

    def __init__(self) -> None:
        self.held = TextCache(TEXTS)
        self._requests = Recent(REQUESTS)
        self._answers = Recent(ANSWERS)

    def arrived(self, part: Rest) -> bytes:
        """The request as far as it has come and is kept, with this part of it.

        Nobody has signed it yet: it takes no more memory than is set apart for all of them, and
        none for so little that its name would cost as much.
        """
        so_far = self._requests.get(part.name)
        joined = so_far[: part.start] + part.piece
        if part.start <= len(so_far) < len(joined) >= resume.WORTH:
            self._requests.put(part.name, joined)
            return joined
        return so_far

    def answered(self, request: bytes, answer: bytes) -> bytes:
        """The answer to give to a request: this, or the first, if it was asked twice at once.

        Half of the first may have come, and half of another does not go with it. The request is
        of no more use.
        """
        self._requests.drop(resume.name(request))
        return self._answers.put_first(resume.name(request), answer)

    def answer(self, name: bytes) -> bytes:
        """The answer to the request of that name; empty if there is none, or not any more."""
        return self._answers.get(name)
