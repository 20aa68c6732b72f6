"""Which counts could point to a person when they are small, and are then withheld from others.

Two disabled learners of a village are known by name to everybody there. So a sensitive count
below five is not handed on to the public or to other programs; a zero tells of nobody, unless
there were so few in all that it tells of them. The offices' own lists have every figure.

Law on personal data 91/2025/QH15: ethnic origin, health, political views are sensitive.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from ..fields import Count
from ..formatting.label import Label
from ..record import RecordSchema, fields

LEAST = 5  # from here on a count points to nobody
FEW, WITHHELD = "<5", "…"
LEGEND = Label(
    "“<5”: ít hơn 5 người. “…”: không công bố, vì từ đó tính ra được số ít hơn 5.",
    "“<5”: fewer than five. “…”: withheld, as a number below five would follow from it.",
)


@cache
def sensitive(schema: type[RecordSchema]) -> dict[str, Count]:
    """The fields of that type that count persons of whom the law takes special care.

    A part of these is one too: four girls among fewer than five pupils are four pupils.
    """
    counts = {name: field for name, field in fields(schema).items() if isinstance(field, Count)}
    return {name: field for name, field in counts.items() if _is_sensitive(counts, field)}


def _is_sensitive(counts: Mapping[str, Count], field: Count) -> bool:
    whole = counts.get(field.of or "")
    return field.sensitive or (whole is not None and _is_sensitive(counts, whole))


def is_small(value: float | None, whole: float | None = None) -> bool:
    """Whether it is withheld: a few; or none, of so few that it would tell of each of them."""
    if value is None:
        return False
    return 0 < value < LEAST or (value == 0 and whole is not None and 0 < whole < LEAST)


def withheld(schema: type[RecordSchema], values: Mapping[str, object]) -> list[str]:
    """The fields of one record that are not handed on."""
    counts = sensitive(schema).items()
    pairs = {
        name: (_number(values.get(name)), _number(values.get(f.of or ""))) for name, f in counts
    }
    return [name for name, (value, whole) in pairs.items() if is_small(value, whole)]


def _number(value: object) -> float | None:
    return value if isinstance(value, int | float) and not isinstance(value, bool) else None
