"""A report as it may be published: its small counts of sensitive kinds withheld."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from schemas.fields import Count
from schemas.fields.adding import FLOW
from schemas.privacy.small_counts import is_small, sensitive
from schemas.record import RecordSchema

from .disclosure_control import Column
from .periods import KINDS
from .places import DISTRICT, ELSEWHERE
from .query.basis import basis
from .report import UNIT, Report, Row

Figures = dict[str, str | float | None]


class Public(NamedTuple):
    rows: tuple[tuple[Row, Figures], ...]
    total: tuple[Row, Figures]
    report: Report


def published(report: Report, schema: type[RecordSchema]) -> Public:
    """The report's rows, each with its figures as the public may see them."""
    lines = [report.total, *report.rows]
    figures: list[Figures] = [dict(line.sum.figures) for line in lines]
    for name, column in _columns(lines, schema, report).items():
        for place, mark in column.marks.items():
            figures[place][name] = mark
    both = list(zip(lines, figures, strict=True))
    return Public(tuple(both[1:]), both[0], report)


def _columns(lines: Sequence[Row], schema: type[RecordSchema], report: Report) -> dict[str, Column]:
    """The columns with something withheld; a part before its whole, which must not give it away."""
    counts = sensitive(schema)
    columns: dict[str, Column] = {}
    for name in sorted(counts, key=lambda name: _depth(counts, name), reverse=True):
        of = counts[name].of
        # A part of another basis is none of that whole: of those who left in a period, of a stock.
        is_part = of and basis(schema, of) == basis(schema, name)
        whole = _known(lines, of, of in counts) if of and is_part else [None] * len(lines)
        parts = [
            columns[part].bounds()
            for part in columns
            if counts[part].of == name and basis(schema, part) == basis(schema, name)
        ]
        least = [max((bounds[i][0] for bounds in parts), default=0) for i in range(len(lines))]
        columns[name] = Column(_values(lines, name), whole, _above(report, schema, name), least)
        columns[name].withhold()
    return columns


def _known(lines: Sequence[Row], whole: str, is_sensitive: bool) -> list[int | None]:
    """What anybody may be shown of that column: if it is sensitive itself, no small count."""
    values = _values(lines, whole)
    return [None if is_sensitive and is_small(value) else value for value in values]


def _values(lines: Sequence[Row], name: str) -> list[int | None]:
    figures = (line.sum.figures.get(name) for line in lines)
    return [None if value is None else int(value) for value in figures]


def _above(report: Report, schema: type[RecordSchema], name: str) -> list[int | None]:
    """Of what each line is a part: a commune of its district, all else of the total (line 0).

    What does not add up over time has no total of its months: each is on its own.
    """
    if report.by in KINDS and basis(schema, name) != FLOW:
        return [None] * (1 + len(report.rows))
    sums: list[int | None] = [None]
    district = 0
    for place, row in enumerate(report.rows, start=1):
        is_below = report.by == UNIT and row.level not in (DISTRICT, ELSEWHERE)
        sums.append(district if is_below else 0)
        if report.by == UNIT and row.level == DISTRICT:
            district = place
    return sums


def _depth(counts: Mapping[str, Count], name: str) -> int:
    whole = counts[name].of or ""
    return 1 + _depth(counts, whole) if whole in counts else 0
