"""What a record is called on pages."""

from __future__ import annotations

from schemas import titles
from schemas.readable import cell_of
from schemas.record import RecordSchema, Values
from sync.shortening import beginning, is_shortened

from .language import language, spoken


def title_of(schema: type[RecordSchema], values: Values) -> str:
    """The title of a record of these values: choices and references by their names.

    What has no title is called by its type; of a text that was shortened, its beginning.
    """
    value = cell_of(values, schema.title_field)
    if is_shortened(value):
        return str(beginning(value))
    return titles.title(schema, values, language()) or spoken(schema.label)
