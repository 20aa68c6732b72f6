"""Going through a table: what becomes of each row, and the questions and notes beside it.

The rows go into a file of their own, for there may be many; the questions and notes about all of
them together are few, and are kept beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from .. import homes
from ..formatting.vietnamese import fold
from ..homes import CENTRE, UNIT
from ..record import ID, field_of
from ..tables.grids import Row
from . import plan
from .column_styles import ColumnStyle, headings_of
from .headings import is_passed_over, likely, resembling
from .intake import Planned, plan_of
from .layout import DOUBT, HEADING, MARK, ORDER, SCALE, STRANGERS, VALUE, YEAR, Layout
from .questions import KINDS, Question, of_centre, of_heading, question, readings
from .rows import Reader

MOST = 200  # questions that are kept of a file
OF_COLUMNS = (ORDER, YEAR, MARK, SCALE)
About = tuple[str, str, str]


@dataclass
class Planning:
    """One going through a table."""

    reader: Reader
    known: Sequence[str]  # the cells that a column can be chosen to be
    head: Sequence[Row]  # the first rows of the sheet that is read
    _asked: dict[About, list[Any]] = field(default_factory=dict)  # rows, the first, what it says

    def rows(self, grid: Iterable[Row]) -> Iterator[list[Any]]:
        """What is written down of each row."""
        for row in plan_of(self.reader, grid):
            self._note(row)
            yield plan.plain(row)

    def notes(self) -> dict[str, Any]:
        """The questions and notes about the table as a whole, once all rows were read."""
        headings = headings_of(list(self.head), _at_its_head(self.reader.layout))
        columns = self.reader.layout.columns
        examples = self._filled_columns()
        asked = [self._question(about) for about in list(self._asked)[:MOST]]
        unknown = [
            text
            for place, text in headings.items()
            if not (columns[place] if place < len(columns) else "")
            and place in examples
            and not is_passed_over(text)
            and not (ID in columns and text in homes.COLUMNS[UNIT])
        ]
        decided = {key for _, key in self.reader.layout.decided(HEADING)}
        asked += self._of_headings([text for text in unknown if fold(text) not in decided])
        asked.sort(key=lambda one: KINDS.index(one.kind))
        return {
            "questions": asked,
            "readings": self._readings(),
            "left_columns": unknown,
            "likely_columns": self._likely(headings),
        }

    def _note(self, row: Planned) -> None:
        line = row.line
        for name, kind in line.asked.items():
            if name == CENTRE and kind == STRANGERS:
                continue  # the file says whose it is
            typed = line.texts.get(name, "")
            about = self._about(kind, name, typed)
            entry = self._asked.setdefault(about, [0, line.number, typed])
            entry[0] += 1

    def _about(self, kind: str, name: str, typed: str) -> About:
        if kind == STRANGERS:
            return kind, "", ""
        if kind in OF_COLUMNS:
            return kind, name, self._style(name).heading
        return kind, name, typed if kind in (VALUE, DOUBT) else ""

    def _question(self, about: About) -> Question:
        rows, example, typed = self._asked[about]
        if about[1] == CENTRE and self.reader.existing:
            made = of_centre(typed, *self.reader.existing.centre_candidates(typed))
        else:
            made = question(self.reader.schema, about, typed, self._style(about[1]))
        return made._replace(rows=rows, example=example)

    def _style(self, name: str) -> ColumnStyle:
        return self.reader.styles.get(name) or ColumnStyle()

    def _readings(self) -> list[Question]:
        schema = self.reader.schema
        open_ = {(kind, name) for kind, name, _ in self._asked}
        made = (
            readings(kind, name, style, schema)
            for name, style in self.reader.styles.items()
            for kind in OF_COLUMNS
            if (kind, name) not in open_
        )
        return [one for one in made if one]

    def _of_headings(self, headings: Iterable[str]) -> list[Question]:
        schema, columns = self.reader.schema, self.reader.layout.columns
        free = [n for n in self.known if n not in columns and field_of(schema, n)]
        made = []
        for text in headings:
            parts = [text, *text.split(" – ")]
            names = [name for part in parts for name in likely(schema, part) if name in free]
            names = list(dict.fromkeys(names))
            if names:
                others = [n for n in resembling(schema, text) if n in free and n not in names]
                made.append(of_heading(schema, text, names, [*names, *others, *free]))
        return made

    def _likely(self, headings: dict[int, str]) -> list[list[str]]:
        """The columns that were taken for a field by a heading that is not just its name."""
        schema, columns = self.reader.schema, self.reader.layout.columns
        result = []
        for place, name in enumerate(columns):
            its = field_of(schema, name) if name else None
            text = headings.get(place, "")
            if its and name != ID and fold(text) not in map(fold, (*its.label, name)):
                result.append([text, name])
        return result

    def _filled_columns(self) -> set[int]:
        """The columns that are not empty below the headings, among the first rows."""
        below = list(self.head)[_at_its_head(self.reader.layout).header + 1 :]
        return {place for row in below for place, cell in enumerate(row) if cell}


def _at_its_head(layout: Layout) -> Layout:
    """The layout, counted in the rows of the sheet that is read first."""
    return layout._replace(header=layout.header - layout.start, parts=())
