"""What a form asks before it saves: an unlikely figure, a day to come, the same record again."""

from __future__ import annotations

from reporting.query.listing import Window, find
from reporting.query.selection import Selection
from schemas import forms, plausibility
from schemas.fields import Count, Money
from schemas.plausibility import Known, Questions
from schemas.record import fields
from sync.changes import Key
from sync.merge import Record

from ...centre import commune_population
from ..context import agent, today
from . import services
from .services import Schema, Typed

SURE = "_sure"  # the field of a form that says yes to the questions it showed
FEW_FIGURES = 2  # that must be the same before a record of another name looks like a copy


def unanswered(schema: Schema, before: Record, typed: Typed) -> Questions:
    """What to ask about what was typed, by field; nothing if the form says yes to all of it.

    :raises marshmallow.ValidationError: for what cannot be
    """
    values = {**before.values, **forms.read(schema, typed, before=before.values)}
    asked = plausibility.questions(
        schema, values, before.values, Known(today(), commune_population(agent()))
    )
    telling = (schema.title_field, schema.day_field or "")
    if any(values.get(name) != before.values.get(name) for name in telling if name):
        for name, labels in _same_again(schema, before.key, values).items():
            asked[name] = [*asked.get(name, []), *labels]
    return {} if typed.get(SURE) == plausibility.token(asked) else asked


def _same_again(schema: Schema, key: Key, values: dict[str, object]) -> Questions:
    rows = services.alike(agent(), schema, key, values) or _same_figures(schema, key, values)
    if not rows:
        return {}
    return {schema.title_field: [plausibility.same_again(schema, rows[0])]}


def _same_figures(schema: Schema, key: Key, values: dict[str, object]) -> list[dict[str, object]]:
    """Records of another name, with the same figures on the same day."""
    figures = {n: values.get(n) for n, f in fields(schema).items() if isinstance(f, (Count, Money))}
    is_telling = sum(1 for value in figures.values() if value) >= FEW_FIGURES
    if schema.natural_key or not schema.day_field or not is_telling:
        return []
    same = {**figures, schema.day_field: values.get(schema.day_field)}
    columns = (schema.title_field, schema.day_field)
    wanted = Selection(schema.record_type, [key.area], equal=same)
    rows = find(agent().store().db, wanted, columns, window=Window(2))
    return [row for row in rows if row["_id"] != key.record_id]
