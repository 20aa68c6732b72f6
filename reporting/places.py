"""A tree of places: units, what belongs to them, and the centres as its leaves.

Reports cut by unit use the units of the last day of their period: 2012's has districts,
2026's has none. The server makes the tree from its units; a report only walks it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from schemas.fields import Label

PROVINCE, DISTRICT, COMMUNE = "province", "district", "commune"  # levels
CENTRE, ELSEWHERE = "centre", "elsewhere"


class Place(NamedTuple):
    key: str  # in addresses: a unit's id, a centre's area, or ELSEWHERE
    label: Label
    level: str
    areas: frozenset[str] = frozenset()
    inside: tuple[Place, ...] = ()

    @property
    def has_districts(self) -> bool:
        return any(place.level == DISTRICT for place in self.inside)

    def way(self, key: str) -> list[Place]:
        """From this place down to that of that key, both included; [] if it is not inside."""
        if key in ("", self.key):
            return [self]
        for place in self.inside:
            if further := place.way(key):
                return [self, *further]
        return []

    def each(self) -> Iterator[Place]:
        """The place and all in it, each before those in it."""
        yield self
        for place in self.inside:
            yield from place.each()
