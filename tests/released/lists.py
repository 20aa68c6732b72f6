"""What a version promises: its record types, their fields and option codes, its messages."""

from dataclasses import MISSING
from dataclasses import fields as parts

from schemas.fields import Choice, PerCriterion, Reference
from schemas.record import fields, record_types
from schemas.tables.columns import column_type
from sync.messages import Message

RELEASED_AS = {"DecimalNumber": "Figure"}  # kinds of field whose class has a new name since


def declared():
    """Every record type, as far as it is a promise: what stored values mean hangs on it."""
    return {name: _declared(schema) for name, schema in record_types().items()}


def messages():
    """The fields of every kind of message, with their kinds."""
    kinds = Message.__args__
    return {kind.__name__: {part.name: _part(part) for part in parts(kind)} for kind in kinds}


def _declared(schema):
    return {
        "natural_key": list(schema.natural_key),
        "lives_in": schema.lives_in,
        "fields": {name: _field(field) for name, field in fields(schema).items()},
    }


def _part(part):
    """What it holds, and what it says when it is left out: that may never change either."""
    usual = part.default_factory() if part.default_factory is not MISSING else part.default
    return {"kind": str(part.type), "usual": None if usual is MISSING else repr(usual)}


def _field(field):
    column = column_type(field)
    kind = RELEASED_AS.get(type(field).__name__, type(field).__name__)
    told = {"kind": kind, "column": column.__name__ if column else None}
    if isinstance(field, Choice):
        told["options"] = list(field.codes.options)
    if isinstance(field, Reference):
        told["to"] = field.to
    if isinstance(field, PerCriterion):
        told["cell"] = _field(field.cell)
    return told
