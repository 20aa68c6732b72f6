"""The page on which a person looks at a table on its way in: what it shows, for both interfaces."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from . import intake_plan, intake_sheet
from .fields import Label
from .grids import Row
from .intake import Layout, Planned
from .intake_sheet import TWIN, WRITTEN
from .record import RecordSchema

PAGE = 50  # rows
HEAD = 100  # rows of a file in which its headings can be, and examples below them


@dataclass(frozen=True)
class Preview:
    schema: type[RecordSchema]
    layout: Layout
    head: Sequence[Row]  # the first rows of the file
    known: Sequence[tuple[str, Label]]  # what a column can be said to be
    lines: Callable[[], Iterator[str]]  # of the plan

    def shown(self, only: str, number: int, lang: str) -> dict[str, Any]:
        """What the templates draw: the columns, and a page of the rows of a fate, or of all."""
        counts = intake_plan.counts(self.lines())
        many = counts[only] if only else counts.total()
        rows = intake_plan.page(self.lines(), only, max(1, number), PAGE)
        names = intake_sheet.filled(self.layout)
        return {
            "header": self.layout.header,
            "area": self.layout.area,
            "columns": intake_sheet.columns(self.head, self.layout),
            "choices": self._choices(lang),
            "headings": [intake_sheet.label(self.schema, name, lang) for name in names],
            "counts": counts,
            "many": counts.total(),
            "only": only,
            "rows": [self._row(row, lang) for row in rows],
            "page": max(1, number),
            "last": max(1, -(-many // PAGE)),
            "ready": sum(counts[fate] for fate in WRITTEN),
            "twins": counts[TWIN],
        }

    def _row(self, row: Planned, lang: str) -> intake_sheet.Shown:
        return intake_sheet.shown(self.schema, self.layout, row, lang)

    def _choices(self, lang: str) -> list[tuple[str, str]]:
        """What is offered; cells of criteria only where a column is one already."""
        cells = [name for name in self.layout.columns if "." in name]
        said = [(name, label.say(lang)) for name, label in self.known]
        return [*said, *((n, intake_sheet.label(self.schema, n, lang)) for n in cells)]
