"""How many changes stand where: what a person is told about their work."""

from __future__ import annotations

from typing import NamedTuple


class Standing(NamedTuple):
    own: int  # made by this replica
    sent: int  # ... of which the province confirmed
    waiting: int  # ... and of which it has not
    aside: int  # kept, but not merged, because the province does not hold them
