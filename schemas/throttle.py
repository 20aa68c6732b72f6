"""How long somebody who guesses must wait: one rule for passwords, codes and PINs.

Pure. Each application stores its own counts, and counts an attempt before it knows whether it
is right, so that guesses sent at once do not slip through.

A clock that was set back resets no count and locks nobody out until it has caught up: what
seems to come from the future counts as made now. So that the wait ends, callers store it as such.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from schemas.formatting.label import Label

IN_SECONDS = 120  # longer waits are given in minutes


class Limit(NamedTuple):
    """So many attempts within so many minutes."""

    number: int
    minutes: int

    @property
    def millis(self) -> int:
        return self.minutes * 60_000

    def counted(self, attempts: Collection[int], now: int) -> list[int]:
        """The times of the attempts that count, oldest first; all in milliseconds."""
        return sorted(past(at, now) for at in attempts if at > now - self.millis)

    def wait(self, attempts: Collection[int], now: int) -> int:
        """Seconds until one more attempt is allowed; 0 if it is now."""
        times = self.counted(attempts, now)
        return _seconds(times[-self.number] + self.millis - now) if times[self.number - 1 :] else 0


class GrowingWait(NamedTuple):
    """Some wrong attempts are free; then each wait is twice as long as the last."""

    free: int
    first: int  # seconds
    longest: int  # seconds

    def after(self, failed: int) -> int:
        """Seconds to wait after so many wrong attempts in a row."""
        if failed < self.free:
            return 0
        return int(min(self.first * 2 ** min(failed - self.free, 30), self.longest))

    def wait(self, failed: int, last: int, now: int) -> int:
        """Seconds until one more attempt is allowed; ``last`` and ``now`` in milliseconds."""
        return _seconds(past(last, now) + self.after(failed) * 1000 - now)


def past(at: int, now: int) -> int:
    """When an attempt was made, as far as the clock can be believed."""
    return min(at, now)


def duration(seconds: int) -> Label:
    """A wait in words; never shorter than it is."""
    if seconds < IN_SECONDS:
        words = Label("{count} giây", "{count} {count:second|seconds}")
        return words.filled(count=seconds)
    words = Label("{count} phút", "{count} {count:minute|minutes}")
    return words.filled(count=-(-seconds // 60))


def _seconds(millis: int) -> int:
    return max(0, -(-millis // 1000))
