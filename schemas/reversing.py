"""The record that takes another back, of a type of which nothing is ever changed.

Both stand, of the same day and with their amounts on opposite sides, so every total is as if
neither were there.
"""

from __future__ import annotations

import uuid
from typing import cast

from .record import NAMESPACE, RecordSchema, Values
from .rules import Reversal

NAMED = "Đảo"  # before the name of what is taken back, so that nobody takes one for the other


def is_undoable(schema: type[RecordSchema]) -> bool:
    """Whether what was brought into such a register at once can be taken back at once."""
    return not schema.append_only or schema.reversal is not None


def reversal(
    schema: type[RecordSchema], record_id: str, values: Values
) -> tuple[str, dict[str, object]]:
    """The id and the values of the record that takes that one back.

    The id follows from that record's, so that two people who take it back make one record.
    """
    how = cast(Reversal, schema.reversal)
    reversed_values = {name: values.get(name) for name in how.keeps}
    for one, other in how.swaps:
        reversed_values |= {one: values.get(other), other: values.get(one)}
    for name, opposite in how.turns.items():
        reversed_values[name] = opposite.get(str(values.get(name)), values.get(name))
    title = f"{NAMED} {values.get(schema.title_field) or ''}".strip()
    reversed_values |= {**how.says, how.link: record_id, schema.title_field: _short(schema, title)}
    made = uuid.uuid5(NAMESPACE, f"{record_id}\nreversal")
    return str(made), {name: value for name, value in reversed_values.items() if value is not None}


def _short(schema: type[RecordSchema], title: str) -> str:
    most = getattr(schema._declared_fields[schema.title_field], "length", None)
    return title[:most]
