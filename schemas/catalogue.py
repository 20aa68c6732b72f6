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
    found = sorted(types, key=lambda schema: (not schema.everyday, AREAS.index(schema.lives_in)))
    groups = {group: [s for s in found if s.register == group] for group in REGISTERS}
    return {group: schemas for group, schemas in groups.items() if schemas}


def matching(text: str = "") -> list[Schema]:
    """The types that hold every word of ``text`` in their name, help, register or clause."""
    words = fold(text).split()
    return [s for s in record_types().values() if all(word in _told(s) for word in words)]


def _told(schema: Schema) -> str:
    said = (*schema.label, *schema.help, *schema.register, schema.clause)
    return fold(" ".join(said))
