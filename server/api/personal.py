"""What is known of persons, and left out for programs that have no leave to read it.

Small counts that could point to a person are of it, too (``schemas.privacy.small_counts``).
"""

from __future__ import annotations

from collections.abc import Mapping

from schemas.privacy.small_counts import withheld
from schemas.record import RecordSchema, field_of


def without(schema: type[RecordSchema], values: Mapping[str, object]) -> dict[str, object]:
    """``values`` without names, telephones and the like; of what a newer version adds, none."""
    left_out = set(withheld(schema, values))
    return {n: v for n, v in values.items() if n not in left_out and not _is_personal(schema, n)}


def _is_personal(schema: type[RecordSchema], name: str) -> bool:
    field = field_of(schema, name)
    return field is None or getattr(field, "personal", None) is not None
