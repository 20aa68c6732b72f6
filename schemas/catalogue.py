"""Where a person finds a record type: on the shelf, in its register, or by a word."""

from __future__ import annotations

from collections.abc import Iterable

from .areas import AREAS
from .formatting.label import Label
from .formatting.vietnamese import fold
from .record import RecordSchema, record_types
from .registers import REGISTERS

Schema = type[RecordSchema]


def shelved(types: Iterable[Schema]) -> dict[Label, list[Schema]]:
    """The types by register, those that are needed every day first; no register is empty."""
    types_in_order = sorted(
        types, key=lambda schema: (not schema.everyday, AREAS.index(schema.lives_in))
    )
    groups = {group: [s for s in types_in_order if s.register == group] for group in REGISTERS}
    return {group: schemas for group, schemas in groups.items() if schemas}


def matching(text: str = "") -> list[Schema]:
    """The types that hold every word of ``text`` in their name, help, register or clause."""
    words = fold(text).split()
    return [s for s in record_types().values() if all(word in _searched_text(s) for word in words)]


def _searched_text(schema: Schema) -> str:
    texts = (*schema.label, *schema.help, *schema.register, schema.clause)
    return fold(" ".join(texts))
