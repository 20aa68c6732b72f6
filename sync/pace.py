"""How much to send at once, over a link that nobody knows beforehand.

Small first; twice as much after each quick success; after a stall or a cut half of that, and
no more until some have passed; less than at first only after two in a row. Where nobody can go
on with what was cut, half of a batch is lost each time: on a link that is cut every hundred
kilobytes, one of sixteen costs one byte in fourteen; but one of eight takes a tenth more bytes
for each record, for it has less in common with itself.
"""

from __future__ import annotations

from typing import NamedTuple

from .messages import BUDGET

LEAST, MOST = 1024, 128 * 1024  # packed bytes; a single change always travels whole
QUICK = 1200  # milliseconds
CALM = 4  # successes after a failure, before it grows again


class Pace(NamedTuple):
    budget: int = BUDGET  # packed bytes for the next batch, up and down
    calm: int = 0  # successes to wait for before it grows

    def succeeded(self, millis: int, budget: int) -> Pace:
        """The pace after a batch of that budget was answered in so much time.

        One that was sent before the budget grew says nothing of how long a larger one takes.
        """
        if self.calm:
            return self._replace(calm=self.calm - 1)
        if not 0 <= millis < QUICK or budget < self.budget:
            return self
        return Pace(min(MOST, self.budget * 2))

    def failed(self) -> Pace:
        """The pace after a batch that was cut or stalled.

        It goes below the first size only after two in a row: once may be chance.
        """
        if self.calm == CALM:
            return self.refused()
        return Pace(max(min(self.budget, BUDGET), self.budget // 2), CALM)

    def refused(self) -> Pace:
        """The pace after a batch that was too large for the server."""
        return Pace(max(LEAST, self.budget // 2), CALM)
