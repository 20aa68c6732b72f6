"""What each row of a table says, by the styles of its columns and what a person decided."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple, cast

from marshmallow import ValidationError

from .. import forms, texts
from ..context import current
from ..fields import Choice, Day, Flag, Label, Text, Year
from ..formatting.vietnamese import day
from ..homes import CENTRE
from ..planned import marked
from ..plausibility import Known, questions
from ..record import ID, RecordSchema, Values, kind_of, owner_of
from ..tables.doubts import Doubtful
from ..tables.guard import unguarded
from ..texts import questions as says
from .column_styles import ColumnStyle, ColumnStyles
from .existing import ExistingRecords
from .faults import row_errors, spelled
from .headings import is_heading_row, is_same_table
from .layout import (
    CELL,
    DOUBT,
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
from .reading import SCIENTIFIC, read, restored
from .skipped_rows import is_ditto, is_numbering, is_section, is_total

FOOT = 2  # cells of a line below the totals: who signs, and the day
AS_ABOVE = (Choice, Day, Text)  # not figures: whether a sum is meant, nobody can tell
MOST_KNOWN = 20_000  # texts whose meaning is kept while a table is gone through
OF_ITS_ROW = {"merged_number", "cells_moved", "quote_open"}  # doubts that no other row shares
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
    styles: ColumnStyles
    existing: ExistingRecords | None = None
    _known: dict[tuple[str, str], tuple[str, str]] = field(default_factory=dict)

    def lines(self, grid: Iterable[list[str]]) -> Iterator[Line]:
        """The rows below the headings; a bad one stops no other."""
        top = {part.header + 2 for part in self.layout.parts} or {self.layout.header + 2}
        is_after_total, other, last = False, 0, cast(dict[str, str], {})
        for number, row in below(grid, self.layout):
            cells = self._cells(number, row)
            if not cells:
                continue
            plain = {name: _unquoted(cell) for name, cell in cells.items()}
            other = 0 if number in top else other
            why = says.A_HEADING if self._is_heading(cells) else None
            if why := why or self._left_out(number, row, number in top):
                is_after_total = is_after_total or why == says.A_TOTAL
                other = 0 if why == says.A_HEADING else other
                yield Line(number, {}, {"": [why]}, plain)
                continue
            plain = self._as_above(plain, last)
            doubts = {n: c for n, c in cells.items() if isinstance(c, Doubtful)}
            line = self._line(number, plain, doubts)
            if (other or line.errors) and is_heading_row(self.schema, row):
                other = 0 if is_same_table(self.schema, row, self.layout) else number
                yield Line(number, {}, {"": [says.A_HEADING]}, plain)
                continue
            if other:
                yield Line(number, {}, {ID: [says.OTHER_TABLE.filled(row=other)]}, plain)
                continue
            last = plain
            is_after_total = is_after_total and bool(line.errors)
            is_foot = is_after_total and len(plain) <= FOOT
            yield line._replace(errors={"": [says.A_FOOT]}, asked={}) if is_foot else line

    def _cells(self, number: int, row: list[str]) -> dict[str, str]:
        """What the columns of a row say, as a person mended it; an empty cell says nothing."""
        named = zip(self.layout.columns, row, strict=False)
        cells = {name: cell for name, cell in named if name and cell.strip()}
        cells |= self._mended.get(number, {})
        return {name: cell for name, cell in cells.items() if cell.strip()}

    def _as_above(self, plain: dict[str, str], last: Mapping[str, str]) -> dict[str, str]:
        """The row with the cells above in place of ditto marks: nt, như trên, 〃."""
        return {
            name: last.get(name, text)
            if is_ditto(text) and isinstance(kind_of(self.schema, name), AS_ABOVE)
            else text
            for name, text in plain.items()
        }

    @cached_property
    def _mended(self) -> dict[int, dict[str, str]]:
        result: dict[int, dict[str, str]] = {}
        for (name, key), answer in self.layout.decided(CELL).items():
            result.setdefault(int(key), {})[name] = answer.removeprefix(MEANT)
        return result

    @cached_property
    def _skipped(self) -> frozenset[int]:
        return frozenset(int(key) for _, key in self.layout.decided(ROW))

    @cached_property
    def _meant(self) -> dict[tuple[str, str], str]:
        return self.layout.decided(VALUE)

    @cached_property
    def _doubted(self) -> dict[tuple[str, str], str]:
        return self.layout.decided(DOUBT)

    @cached_property
    def _filled(self) -> dict[str, str]:
        """What is the same in all rows, for fields that no column fills."""
        result = self.layout.decided(FILL).items()
        return {name: answer.removeprefix(MEANT) for (name, _), answer in result}

    @cached_property
    def _takes_strangers(self) -> bool:
        return self.layout.decided(STRANGERS).get(("", "")) == MEANT

    def _is_heading(self, cells: Mapping[str, str]) -> bool:
        """Whether the row says the headings again, as at the top of each printed page."""
        heads = {name: self.styles[name].heading_text for name in cells if name in self.styles}
        is_lower = all(cell in heads.get(name, "").split(" – ") for name, cell in cells.items())
        return len(heads) > 1 and (heads == cells or is_lower)  # of several rows, each is one

    def _left_out(self, number: int, row: list[str], is_first: bool) -> Label | None:
        if number in self._skipped:
            return says.SKIPPED
        if is_first and is_numbering(row):
            return says.A_NUMBERING
        if is_section(row):
            return says.A_SECTION
        return says.A_TOTAL if is_total(row) else None

    def _line(self, number: int, plain: dict[str, str], doubts: dict[str, Doubtful]) -> Line:
        """What a row says that is not left out."""
        answers = self._answers(plain, doubts)
        if SKIP in answers.values():
            return Line(number, {}, {"": [says.SKIPPED]}, plain)
        given = {n: a.removeprefix(MEANT) for n, a in answers.items() if a != EMPTY}
        doubts = {name: cell for name, cell in doubts.items() if name not in answers}
        open_ = {n: t for n, t in plain.items() if n not in answers}
        meant = dict(self._filled) | given
        asked = {name: DOUBT for name, cell in doubts.items() if cell.doubt not in OF_ITS_ROW}
        for name, text in open_.items():
            meant[name], kind = self._read(name, text)
            if kind and name not in doubts:
                asked[name] = kind
        errors = {name: [cell.sentence] for name, cell in doubts.items()}
        return self._judged(Line(number, {}, errors, plain, asked=asked), meant)

    def _answers(self, plain: dict[str, str], doubts: dict[str, Doubtful]) -> dict[str, str]:
        """What a person answered about the cells of a row; of a doubt alone where there is one."""
        ways = {n: self._doubted if n in doubts else self._meant for n in plain}
        result = {name: ways[name].get((name, text)) for name, text in plain.items()}
        return {name: answer for name, answer in result.items() if answer is not None}

    def _read(self, name: str, text: str) -> tuple[str, str]:
        """What a cell is understood to say, and the kind of question if it is not certain."""
        known = self._known.get((name, text))  # columns say the same few things again and again
        if known is None:
            known = self._understood(name, text)
            if len(self._known) < MOST_KNOWN:
                self._known[name, text] = known
        return known

    def _understood(self, name: str, text: str) -> tuple[str, str]:
        kind = kind_of(self.schema, name)
        if name in (ID, CENTRE) or kind is None or owner_of(self.schema, name) != self.role:
            return text, ""
        meant = read(kind, text, self.styles.get(name) or ColumnStyle())
        is_unlikely = isinstance(kind, Text) or meant.text != text  # but can be taken as it is
        return meant.text, "" if is_unlikely and self.existing is None else meant.asked

    def _judged(self, line: Line, meant: dict[str, str]) -> Line:
        """The line with its values, or with all that is wrong with them."""
        existing, errors = self.existing, dict(line.errors)
        meant = {**existing.defaults, **meant} if existing else meant
        if existing and (foreign := existing.foreign(meant, self._takes_strangers)):
            return line._replace(errors=foreign, asked=dict.fromkeys(foreign, STRANGERS))
        name, before, values = "", cast(Values, {}), cast(dict[str, Any], {})
        try:
            name = existing.of_row(meant) if existing else ""
            before = existing.records.get(name, {}) if existing else {}
            meant, line = self._as_before(meant, line, before)
            name, before, values = self._values(meant, name, before)
            if wrong := row_errors(self.schema, values, before):
                raise ValidationError(cast(Any, wrong))
        except ValidationError as error:
            errors = spelled(self.schema, cast(dict[str, list[Label]], error.messages)) | errors
        asked = self._to_ask(line, errors)
        if not errors and not asked:  # else what is meant must be known first
            errors = self._unlikely(line, values, before)
            asked |= dict.fromkeys(errors, VALUE)
        for cell, kind in asked.items():
            if cell not in errors or kind in (ORDER, MARK, SCALE, YEAR):
                errors[cell] = [self._why(cell, kind, line.texts.get(cell, ""), meant)]
        line = line._replace(read=_differing(line.texts, meant), asked=asked)
        if errors:
            return line._replace(errors=errors)
        values |= self._planned(values)
        return line._replace(values=values, errors={}, record_id=name)

    def _unlikely(
        self, line: Line, values: Mapping[str, Any], before: Values
    ) -> dict[str, list[Label]]:
        """What is possible and yet unlikely, unless a person confirmed it."""
        today = self._today
        if today is None or self.existing is None:
            return {}
        known = Known(today, current().people())
        result = questions(self.schema, {**before, **values}, before, known)
        texts_ = line.texts
        return {
            name: labels
            for name, labels in result.items()
            if name in texts_ and (name, texts_[name]) not in self._meant
        }

    def _planned(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """The mark of what is to come, see ``planned``."""
        today = self._today
        is_dated = today and self.schema.day_field in values
        return marked(self.schema, values, today) if today and is_dated else {}

    @cached_property
    def _today(self) -> date | None:
        meant = current().today
        return date.fromisoformat(meant) if meant else None

    def _values(
        self, meant: dict[str, str], name: str, before: Values
    ) -> tuple[str, Values, dict[str, Any]]:
        typed = {name: text for name, text in meant.items() if name not in (ID, CENTRE)}
        existing = self.existing
        values = forms.read(self.schema, typed, self.role, before if existing else None)
        if existing and not name and (name := existing.by_natural_key(values)) in existing.records:
            before = existing.records[name]
            values = forms.read(self.schema, typed, self.role, before=before)
        if existing:
            existing.check_writable(name, values)
        return name, before, values

    def _as_before(
        self, meant: dict[str, str], line: Line, before: Values
    ) -> tuple[dict[str, str], Line]:
        """The same without questions about what the record has already."""
        if not before:
            return meant, line
        texts_ = {n: restored(t, before.get(n)) for n, t in meant.items() if self._is_text(n)}
        meant = {**meant, **texts_}
        known = {n: before[n] for n in line.asked if n in before}
        shown = forms.texts(self.schema, known)
        settled = {n for n in known if meant[n] in (shown.get(n), known[n])}
        settled |= {n for n in known if forms.is_same(self.schema, n, known[n], meant[n])}
        settled -= line.errors.keys()
        asked = {n: kind for n, kind in line.asked.items() if n not in settled}
        return meant, line._replace(asked=asked)

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
        centre = line.texts.get(CENTRE, "") if CENTRE in errors and self.existing else ""
        is_unclear = centre and self.existing and any(self.existing.centre_candidates(centre))
        return {**line.asked, **absent, **({CENTRE: VALUE} if is_unclear else {})}

    def _why(self, name: str, kind: str, text: str, meant: Mapping[str, str]) -> Label:
        field = kind_of(self.schema, name)
        if kind == VALUE and isinstance(field, Day):
            return says.FAR_YEAR.filled(year=day(meant[name])[-4:])
        if kind == VALUE and isinstance(field, Text) and not SCIENTIFIC.fullmatch(text.strip()):
            return says.LOST_ZERO
        if kind == VALUE and SCIENTIFIC.fullmatch(text.strip()):
            return says.TOO_SHORT
        return LABELS.get(kind, says.NOT_SURE)


def _differing(typed: Mapping[str, str], meant: Mapping[str, str]) -> dict[str, str]:
    return {name: text for name, text in meant.items() if typed.get(name) != text}


def _unquoted(cell: str) -> str:
    text = str(cell)
    return unguarded(text)
