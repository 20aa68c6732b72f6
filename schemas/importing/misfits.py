"""What a row of a file cannot say though each of its cells is sound, for records rest on others.

A form has a page around it that knows what the record rests on; a file has not. A record type
that needs it has a class method ``misfits``.
"""

from __future__ import annotations

from ..formatting.label import Label
from ..record import RecordSchema, Values

Misfits = dict[str, list[Label]]


def misfits(schema: type[RecordSchema], values: Values, before: Values) -> Misfits:
    """All that is wrong with ``values``, by cell; ``before`` is the record that they change."""
    judge = getattr(schema, "misfits", None)
    found: Misfits = judge(values, before) if judge else {}
    return found
