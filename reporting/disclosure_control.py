"""What of a column of a table is withheld, so that no small count is read from it or reckoned out.

A column is a tree of sums: the total, its districts, their communes. A small count is shown as
"<5". Where it is the only one withheld of a sum, it would follow by subtraction; so another is
withheld beside it, the smallest that tells of anybody. Then the table is read as an outsider
would, and whatever still follows is withheld further: the bounds that "<5" states, first.

It holds for one table. Who has two tables of the same records, cut otherwise, knows more.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from schemas.privacy.small_counts import FEW, LEAST, WITHHELD, is_small

ENDLESS = 10**15


@dataclass
class Column:
    """``above`` is the place of the sum that a value is a part of; ``None``: it is the total.

    ``whole`` is the most, and ``least`` the least that it can be by what else is shown of the
    same persons: all learners, of whom it counts some; the girls among those that it counts.
    """

    values: Sequence[int | None]  # None: nobody counted
    whole: Sequence[int | None]
    above: Sequence[int | None]
    least: Sequence[int] = ()
    marks: dict[int, str] = field(default_factory=dict)
    parts: dict[int, list[int]] = field(default_factory=dict)  # of each sum

    def __post_init__(self) -> None:
        for part, above in enumerate(self.above):
            if above is not None:
                self.parts.setdefault(above, []).append(part)

    def withhold(self) -> dict[int, str]:
        """What is shown in place of the withheld values, by their place."""
        places = range(len(self.values))
        self.marks = {i: FEW for i in places if is_small(self.values[i], self.whole[i])}
        self._complete()
        while (place := self._following()) is not None and self._further(place):
            self._complete()
        return self.marks

    def _following(self) -> int | None:
        """The first small count that can be reckoned out from what is shown."""
        bounds = self.bounds()
        exact = (place for place in self.marks if bounds[place][0] == bounds[place][1])
        return next((i for i in exact if is_small(self.values[i], self.whole[i])), None)

    def bounds(self) -> list[tuple[int, int]]:
        """Between what each value must lie, for who sees only what is shown."""
        ranges = [self._own_bounds(place) for place in range(len(self.values))]
        downward = sorted(self.parts, key=self._depth)
        for place in reversed(downward):
            parts = [ranges[part] for part in self.parts[place]]
            ranges[place] = _both(
                ranges[place], (sum(least for least, _ in parts), sum(most for _, most in parts))
            )
        for place in downward:
            low, high = ranges[place]
            least, most = (sum(ranges[part][side] for part in self.parts[place]) for side in (0, 1))
            for part in self.parts[place]:
                own = ranges[part]
                ranges[part] = _both(own, (low - (most - own[1]), high - (least - own[0])))
        return ranges

    def _own_bounds(self, place: int) -> tuple[int, int]:
        value, mark = self.values[place] or 0, self.marks.get(place)
        known = self.least[place] if self.least else 0
        if mark is None:
            return value, value
        whole = self.whole[place]
        most = ENDLESS if whole is None or whole < value else whole  # not of use if it is wrong
        if mark == WITHHELD:
            return known, most
        return max(known, int(most >= LEAST)), min(LEAST - 1, most)

    def _complete(self) -> None:
        """Withhold more, until no sum lacks one alone."""
        while (other := next(self._lacking(), None)) is not None:
            self.marks[other] = WITHHELD

    def _lacking(self) -> Iterator[int]:
        """For each sum that lacks one alone, which other is best withheld."""
        for place, parts in self.parts.items():
            terms = [place, *parts]
            missing = [term for term in terms if term in self.marks]
            others = [t for t in terms if t not in self.marks and self.values[t] is not None]
            if len(missing) == 1 and others:
                yield min(others, key=lambda term: self._cost(term, place))

    def _cost(self, term: int, total: int) -> tuple[bool, bool, int]:
        """Parts before their sum, what tells of anybody before a zero, the smallest first."""
        value = self.values[term] or 0
        return value == 0, term == total, value

    def _further(self, place: int) -> bool:
        """Withhold more of its neighbours; whether there was anything left."""
        above = self.above[place]
        near = [place, *self.parts.get(place, [])]
        while above is not None:
            near += [above, *self.parts[above]]
            if self._less(near):
                return True
            above = self.above[above]
        return self._less(near)

    def _less(self, near: Sequence[int]) -> bool:
        if few := [term for term in near if self.marks.get(term) == FEW]:
            self.marks |= dict.fromkeys(few, WITHHELD)
            return True
        shown = [t for t in near if t not in self.marks and self.values[t] is not None]
        if shown:
            self.marks[min(shown, key=lambda term: self._cost(term, near[0]))] = WITHHELD
        return bool(shown)

    def _depth(self, place: int) -> int:
        above = self.above[place]
        return 0 if above is None else 1 + self._depth(above)


def _both(one: tuple[int, int], other: tuple[int, int]) -> tuple[int, int]:
    return max(one[0], other[0]), min(one[1], other[1])
