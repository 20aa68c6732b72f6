"""Records with all their cells for a file: scores by criterion, which have no column of their own.

A record type with one cell for each criterion is exported with each of them in a column, and
with the ranks that its scores earn. Other record types pass through as they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any

from reporting.evaluations import Line
from schemas.evaluation.verification import STAGES
from schemas.fields import Labelled, PerCriterion
from schemas.record import RecordSchema, families, field_of
from schemas.records.criteria_set import RANKS
from schemas.records.evaluation import Evaluation
from schemas.tables import tabular
from server import ambient
from sync.changes import Key
from webui.language import language, say, spoken

from .. import presenters

Row = dict[str, Any]
AT_ONCE = 200  # records that are loaded at a time
HEADS = (
    *("units", "centre", "status", "self_total", "self_rank"),
    *("verified_total", "verified_rank", "most"),
)
DECIDED = (
    *("criteria_set", "signed_by", "signed_on", "verified_by", "verified_on"),
    *("returned_reason", "decision", "decided_on", "superseded_decisions"),
    *("reopened_on", "reopened_reason", "association_note"),
)


def columns(
    schema: type[RecordSchema], rows: Iterable[Row], known: Mapping[str, Labelled]
) -> tuple[dict[str, Labelled], Iterable[Row]]:
    """The kind of field under each column of the file, and the rows with all their cells."""
    if not families(schema):
        return dict(known), rows
    whole = list(_whole(schema, rows))  # which criteria there are is known when all were seen
    names, _ = tabular.columns(schema, whole)
    kinds = {name: field_of(schema, name) for name in names}
    return {n: _cell(field) for n, field in kinds.items() if field}, whole


def _whole(schema: type[RecordSchema], rows: Iterable[Row]) -> Iterator[Row]:
    store, rest = ambient.province().store(), iter(rows)
    while some := list(islice(rest, AT_ONCE)):
        keys = [Key(row["_area"], schema.record_type, row["_id"]) for row in some]
        records = store.load(keys)
        for key, row in zip(keys, some, strict=True):
            yield _ranked(schema, {**row, **records[key].values})


def _ranked(schema: type[RecordSchema], row: Row) -> Row:
    names = list(schema.exported)
    texts = tabular.cells(schema, row, language(), names)
    return {**row, **dict(zip(names, texts, strict=True))}


def _cell(field: Labelled) -> Labelled:
    return field.cell if isinstance(field, PerCriterion) else field


def of_evaluations(lines: Iterable[Line]) -> Iterator[list[str | float | None]]:
    """Every centre of a year: how far its sheet is, the decision, and all scores by criterion."""
    listed = list(lines)
    sheets = _sheets(listed)
    scores = [n for n in tabular.columns(Evaluation, sheets.values())[0] if "." in n]
    heads = [say(f"column.{name}") for name in HEADS]
    yield [*heads, *(spoken(tabular.label_of(Evaluation, name)) for name in (*DECIDED, *scores))]
    for line in listed:
        values = sheets.get(line.place.key, {})
        decided = [presenters.cell(Evaluation, name, values) for name in DECIDED]
        yield [*_standing(line), *decided, *(_score(values, name) for name in scores)]


def _sheets(lines: Iterable[Line]) -> dict[str, Mapping[str, Any]]:
    """The values of the sheets that there are, by centre."""
    keys = [Key(one.place.key, Evaluation.record_type, one.record_id) for one in lines]
    store, some = ambient.province().store(), [key for key in keys if key.record_id]
    values: dict[str, Mapping[str, Any]] = {}
    for start in range(0, len(some), AT_ONCE):
        loaded = store.load(some[start : start + AT_ONCE])
        values |= {key.area: record.values for key, record in loaded.items()}
    return values


def _standing(line: Line) -> list[str | float | None]:
    return [
        ", ".join(spoken(place.label) for place in reversed(line.above)),
        spoken(line.place.label),
        spoken(STAGES[line.stage]),
        line.self_total,
        spoken(RANKS[line.self_rank]) if line.self_rank else "",
        line.verified_total,
        spoken(RANKS[line.verified_rank]) if line.verified_rank else "",
        line.most if line.record_id else None,
    ]


def _score(values: Mapping[str, Any], name: str) -> str | float | None:
    value = values.get(name)
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return value if is_number else presenters.cell(Evaluation, name, values)
