"""What each row of a table says, by the habits of its columns and what a person decided."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple, cast

from marshmallow import ValidationError

from . import forms, texts
from . import intake_question_texts as says
from .fields import Choice, Day, Flag, Label, Text, Year
from .grids import FORMULA
from .held import CENTRE, ID, Held
from .intake_faults import spelled
from .intake_habits import Habit, Habits
from .intake_layout import (
    CELL,
    EMPTY,
    FILL,
    MARK,
    MEANT,
    ORDER,
    ROW,
    SCALE,
    SKIP,
    STRANGERS,
    VALUE,
    YEAR,
    Layout,
    below,
)
from .intake_reading import SCIENTIFIC, read, restored
from .misfits import misfits
from .record import RecordSchema, Values, kind_of, owner_of
from .tables.doubts import Doubtful
from .vietnamese import day, fold

TOTAL = re.compile(
    r"(?:tong|cong|tong cong|tong so|cong lai|luy ke|total|sum)"
    r"(?: (?:quy|thang|nam|trang|toan|chuyen|mang|ca|hoc ky)\b.*)?"
)
NUMBERING = re.compile(r"\(?(?:\d{1,2}|[a-z])\)?", re.IGNORECASE)
FIGURES = re.compile(r"[\d.,\s%đ\-]+")
LABELS = {
    VALUE: says.NOT_SURE,
    ORDER: says.WHICH_ORDER,
    MARK: says.WHICH_MARK,
    SCALE: says.WHICH_SCALE,
    YEAR: says.WHICH_YEAR,
}


class Line(NamedTuple):
    """A row that was read: its values, or what is wrong with them."""

    number: int  # as a spreadsheet counts, from 1
    values: dict[str, Any]
    errors: dict[str, list[Label]]  # by cell; under "" why the row is left out
    texts: Mapping[str, str] = {}
    record_id: str = ""  # of the record that it is; empty for a new one without a natural key
    read: Mapping[str, str] = {}  # what cells are understood to say, where they say it otherwise
    asked: Mapping[str, str] = {}  # the kind of question that a person must answer, by cell


@dataclass(frozen=True)
class Reader:
    """Makes lines of the rows of one table."""

    schema: type[RecordSchema]
    layout: Layout
    role: str
    habits: Habits
    held: Held | None = None

    def lines(self, grid: Iterable[list[str]]) -> Iterator[Line]:
        """The rows below the headings; a bad one stops no other."""
        top = {part.header + 2 for part in self.layout.parts} or {self.layout.header + 2}
        for number, row in below(grid, self.layout):
            named = zip(self.layout.columns, row, strict=False)
            cells = {name: cell for name, cell in named if name and cell.strip()}
            cells |= self._mended.get(number, {})
            cells = {name: cell for name, cell in cells.items() if cell.strip()}
            if not cells:
                continue
            plain = {name: _unquoted(cell) for name, cell in cells.items()}
            if why := self._left_out(number, row, number in top):
                yield Line(number, {}, {"": [why]}, plain)
            else:
                doubts = {n: [c.sentence] for n, c in cells.items() if isinstance(c, Doubtful)}
                yield self._line(number, plain, doubts)

    @cached_property
    def _mended(self) -> dict[int, dict[str, str]]:
        found: dict[int, dict[str, str]] = {}
        for (name, key), answer in self.layout.decided(CELL).items():
            found.setdefault(int(key), {})[name] = answer.removeprefix(MEANT)
        return found

    @cached_property
    def _skipped(self) -> frozenset[int]:
        return frozenset(int(key) for _, key in self.layout.decided(ROW))

    @cached_property
    def _meant(self) -> dict[tuple[str, str], str]:
        return self.layout.decided(VALUE)

    @cached_property
    def _filled(self) -> dict[str, str]:
        """What is the same in all rows, for fields that no column fills."""
        found = self.layout.decided(FILL).items()
        return {name: answer.removeprefix(MEANT) for (name, _), answer in found}

    @cached_property
    def _takes_strangers(self) -> bool:
        return self.layout.decided(STRANGERS).get(("", "")) == MEANT

    def _left_out(self, number: int, row: list[str], is_first: bool) -> Label | None:
        if number in self._skipped:
            return says.SKIPPED
        if is_first and is_numbering(row):
            return says.A_NUMBERING
        return says.A_TOTAL if is_total(row) else None

    def _line(self, number: int, plain: dict[str, str], doubts: dict[str, list[Label]]) -> Line:
        """What a row says that is not left out."""
        answers = {n: a for n, t in plain.items() if (a := self._meant.get((n, t))) is not None}
        if SKIP in answers.values():
            return Line(number, {}, {"": [says.SKIPPED]}, plain)
        given = {n: a.removeprefix(MEANT) for n, a in answers.items() if a != EMPTY}
        doubts = {name: why for name, why in doubts.items() if name not in answers}
        open_ = {n: t for n, t in plain.items() if n not in answers}
        said, asked = dict(self._filled) | given, dict.fromkeys(doubts, VALUE)
        for name, text in open_.items():
            said[name], kind = self._read(name, text)
            if kind:
                asked.setdefault(name, kind)
        return self._judged(Line(number, {}, doubts, plain, asked=asked), said)

    def _read(self, name: str, text: str) -> tuple[str, str]:
        kind = kind_of(self.schema, name)
        if name in (ID, CENTRE) or kind is None or owner_of(self.schema, name) != self.role:
            return text, ""
        meant = read(kind, text, self.habits.get(name) or Habit())
        is_unlikely = isinstance(kind, Text) or meant.text != text  # but can be taken as it is
        return meant.text, "" if is_unlikely and self.held is None else meant.asked

    def _judged(self, line: Line, said: dict[str, str]) -> Line:
        """The line with its values, or with all that is wrong with them."""
        held, errors = self.held, dict(line.errors)
        said = {**held.given, **said} if held else said
        if held and (strange := held.strange(said, self._takes_strangers)):
            return line._replace(errors=strange, asked=dict.fromkeys(strange, STRANGERS))
        name, before, values = "", cast(Values, {}), cast(dict[str, Any], {})
        try:
            name = held.meant(said) if held else ""
            before = held.records.get(name, {}) if held else {}
            said, line = self._as_before(said, line, before)
            name, before, values = self._values(said, name, before)
            if wrong := misfits(self.schema, values, before):
                raise ValidationError(cast(Any, wrong))
        except ValidationError as error:
            errors = spelled(self.schema, cast(dict[str, list[Label]], error.messages)) | errors
        asked = self._to_ask(line, errors)
        for cell, kind in asked.items():
            errors.setdefault(cell, [self._why(cell, kind, line.texts.get(cell, ""), said)])
        line = line._replace(read=_differing(line.texts, said), asked=asked)
        if errors:
            return line._replace(errors=errors)
        return line._replace(values=values, errors={}, record_id=name)

    def _values(
        self, said: dict[str, str], name: str, before: Values
    ) -> tuple[str, Values, dict[str, Any]]:
        typed = {name: text for name, text in said.items() if name not in (ID, CENTRE)}
        held = self.held
        values = forms.read(self.schema, typed, self.role, before if held else None)
        if held and not name and (name := held.named(values)) in held.records:
            before = held.records[name]
            values = forms.read(self.schema, typed, self.role, before=before)
        if held:
            held.check(name, values)
        return name, before, values

    def _as_before(
        self, said: dict[str, str], line: Line, before: Values
    ) -> tuple[dict[str, str], Line]:
        """The same without questions about what stands in the record already."""
        if not before:
            return said, line
        texts_ = {n: restored(t, before.get(n)) for n, t in said.items() if self._is_text(n)}
        said = {**said, **texts_}
        known = {n: before[n] for n in line.asked if n in before}
        shown = forms.texts(self.schema, known)
        settled = {n for n in known if said[n] == shown.get(n) or said[n] == known[n]}
        settled -= line.errors.keys()
        asked = {n: kind for n, kind in line.asked.items() if n not in settled}
        return said, line._replace(asked=asked)

    def _is_text(self, name: str) -> bool:
        return isinstance(kind_of(self.schema, name), Text)

    def _to_ask(self, line: Line, errors: Mapping[str, list[Label]]) -> dict[str, str]:
        """What is asked about; also what no column says that is the same in all rows."""
        absent = {
            name: FILL
            for name, labels in errors.items()
            if texts.REQUIRED in labels
            and name not in self.layout.columns
            and isinstance(kind_of(self.schema, name), (Choice, Flag, Year))
        }
        return {**line.asked, **absent}

    def _why(self, name: str, kind: str, text: str, said: Mapping[str, str]) -> Label:
        field = kind_of(self.schema, name)
        if kind == VALUE and isinstance(field, Day):
            return says.FAR_YEAR.filled(year=day(said[name])[-4:])
        if kind == VALUE and isinstance(field, Text) and text.strip().isdigit():
            return says.LOST_ZERO
        if kind == VALUE and SCIENTIFIC.fullmatch(text.strip()):
            return says.TOO_SHORT
        return LABELS.get(kind, says.NOT_SURE)


def is_total(row: list[str]) -> bool:
    """Whether the row adds up those above it: it says so, and else holds figures alone."""
    cells = [cell for cell in row if cell.strip()]
    words = [cell for cell in cells if not FIGURES.fullmatch(cell)]
    return len(words) == 1 and bool(TOTAL.fullmatch(fold(words[0]).strip(" :.")))


def is_numbering(row: list[str]) -> bool:
    """Whether the row numbers the columns, (1) (2) (3) or A B 1 2, as paper forms do."""
    cells = [cell.strip() for cell in row if cell.strip()]
    if len(cells) < 3 or not all(NUMBERING.fullmatch(cell) for cell in cells):
        return False
    numbers = [int(bare) for cell in cells if (bare := cell.strip("()")).isdigit()]
    return numbers == list(range(numbers[0], numbers[0] + len(numbers))) if numbers else True


def _differing(typed: Mapping[str, str], said: Mapping[str, str]) -> dict[str, str]:
    return {name: text for name, text in said.items() if typed.get(name) != text}


def _unquoted(cell: str) -> str:
    text = str(cell)
    return text[1:] if text.startswith("'") and FORMULA.match(text) else text
