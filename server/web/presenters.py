"""How a record is shown: its fields in the groups of the paper form, in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from reporting.criteria import is_used, overlaps
from reporting.evaluations import CRITERIA_SET, EVALUATION, criteria_sets
from schemas import measures
from schemas.evaluation.criteria import Criterion, criteria, maximum, rank, thresholds
from schemas.evaluation.verification import is_finished, unverified
from schemas.fields import Label, Labelled, Listed, PerCriterion
from schemas.formatting.vietnamese import number
from schemas.forms import text as typed
from schemas.forms.widgets import heading
from schemas.readable import UNREADABLE, cell_of, plainly
from schemas.record import RecordSchema, field_of, fields
from schemas.records.evaluation import self_total, verified_total
from server import ambient
from sync.changes import DELETED
from sync.shortening import beginning, is_shortened
from webui.language import label_of, language, say

from . import evidence

Values = Mapping[str, Any]


class Shown(NamedTuple):
    name: str
    label: Label
    text: str


class Score(NamedTuple):
    """A line of the score sheet."""

    criterion: Criterion
    self_score: float | None
    reason: str
    evidence: str
    verified_score: float | None
    verified_reason: str


def groups(schema: type[RecordSchema], values: Values) -> dict[Label, list[Shown]]:
    """What is filled in and what is not; what this version does not know comes last."""
    lines: dict[Label, list[Shown]] = {}
    for name, field in fields(schema).items():
        if not isinstance(field, PerCriterion | Listed):
            line = Shown(name, field.label, text(schema, name, cell_of(values, name)))
            lines.setdefault(heading(schema, field), []).append(line)
    newer = [n for n in values if field_of(schema, n) is None and n != UNREADABLE]
    if newer:
        lines[label_of("record.newer")] = [
            Shown(name, Label(name, name), text(schema, name, values[name])) for name in newer
        ]
    return lines


def cell(schema: type[RecordSchema], name: str, values: Values) -> str:
    """That cell of a record or of a row, as a person reads it."""
    return text(schema, name, cell_of(values, name))


def text(schema: type[RecordSchema], name: str, value: object) -> str:
    """The value of a cell or of a column, as a person reads it."""
    if is_shortened(value):
        return str(beginning(value))
    if name in schema.derived:
        return number(value) if isinstance(value, int | float) else ""
    if name == DELETED:
        return say("record.deleted" if value is True else "record.restored")
    field = field_of(schema, name)
    if field is None:
        return plainly(value)
    return of_field(field.cell if isinstance(field, PerCriterion) else field, value)


def of_field(field: Labelled, value: object) -> str:
    return typed.shown(field, value, language())


def label(schema: type[RecordSchema], name: str) -> Label:
    """The name of a cell; of a score with the code of its criterion."""
    if name == DELETED:
        return label_of("record.deletion")
    field, code = field_of(schema, name), name.partition(".")[2]
    if field is None:
        return Label(name, name)
    return Label(*(f"{part} {code}".strip() for part in field.label))


def sheet(record_type: str, values: Values, area: str) -> dict[str, Any]:
    """What the page of an evaluation or a criteria set shows besides; nothing for others."""
    if record_type == CRITERIA_SET:
        return _criteria_set(values)
    if record_type != EVALUATION:
        return {}
    province = ambient.province()
    chosen = criteria_sets(province.db(), province.published).get(str(values.get("criteria_set")))
    totals = self_total(values), verified_total(values)
    return {
        "set": chosen,
        "scores": [_score(criterion, values) for criterion in criteria(chosen or {})],
        "totals": totals,
        "is_final": is_finished(values),
        "ranks": [rank(chosen or {}, totals[0]), _verified_rank(chosen or {}, values)],
        "most": maximum(chosen or {}),
        "evidence": evidence.by_criterion(area, values.get("year")),
    }


def _criteria_set(values: Values) -> dict[str, Any]:
    db, published = ambient.province().db(), ambient.province().published
    both = overlaps(criteria_sets(db, published).values())
    return {
        "overlaps": [one for one in both if values.get("code") in (one.used, one.other)],
        "criteria": criteria(values),
        "marks": thresholds(values),
        "most": maximum(values),
        "is_used": is_used(db, values, ambient.today().year),
    }


def _verified_rank(chosen: Values, values: Values) -> str:
    """Half of the criteria verified earn no rank."""
    return "" if unverified(values, chosen) else rank(chosen, verified_total(values))


def _score(criterion: Criterion, values: Values) -> Score:
    def cell(name: str) -> object:
        return values.get(f"{name}.{criterion.code}")

    return Score(
        criterion,
        self_score=_points(cell("self_score")),
        reason=str(cell("reason") or ""),
        evidence=str(cell("evidence") or ""),
        verified_score=_points(cell("verified_score")),
        verified_reason=str(cell("verified_reason") or ""),
    )


def _points(value: object) -> float | None:
    """What is no number earns no points, whoever sent it."""
    return value if isinstance(value, int | float) and not isinstance(value, bool) else None


def added(scores: Iterable[Score], name: str) -> float | None:
    """The sum of a group's scores; None if there are none."""
    given = [score for score in (getattr(line, name) for line in scores) if score is not None]
    return sum(given) if given else None


def is_number(schema: type[RecordSchema], name: str) -> bool:
    """Whether a column of lists is set to the right."""
    field = fields(schema).get(name)
    return name in schema.derived or (field is not None and measures.is_figure(field))
