"""The page on which a person looks at a table on its way in: what it shows, for both interfaces."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from ..fields import Choice, Flag, Label, Paragraph
from ..record import RecordSchema, kind_of
from ..tables.grids import Row
from ..texts import TEXTS, say
from . import plan
from . import sheet as intake_sheet
from .days import MONTH_FIRST
from .intake import CHANGED, LEFT, SAME, WRONG, Layout, Planned
from .layout import HEADING, VALUE, place_of
from .numbers import MILLION, POINT, THOUSAND
from .questions import Question, restored, shown_answer
from .sheet import ASKED, ELSEWHERE, OUTCOMES, STAYING_OUT, TWIN, WRITTEN

PAGE = 50  # rows
HEAD = 100  # rows of a file in which its headings can be, and examples below them
UNUSUAL = {MONTH_FIRST, POINT, str(THOUSAND), str(MILLION)}  # how columns are seldom written
NOTHING = Label("", "")
AT_ONCE = 12  # questions on a page


class Remembered(NamedTuple):
    """An answer about earlier files, as it is shown."""

    about: str
    text: str
    author: str
    is_used: bool  # for the file that is looked at


class Input(NamedTuple):
    """A cell of a row that is mended."""

    name: str
    label: str
    text: str
    errors: tuple[str, ...]
    options: tuple[str, ...]
    is_long: bool


@dataclass(frozen=True)
class Preview:
    schema: type[RecordSchema]
    layout: Layout
    head: Sequence[Row]  # the first rows of the sheet that is read
    known: Sequence[tuple[str, Label]]  # what a column can be chosen to be
    lines: Callable[[], Iterator[str]]  # of the plan
    notes: Mapping[str, Any] = field(default_factory=dict)  # what was noted beside the plan
    memory: Sequence[Sequence[Any]] = ()  # answers about earlier files

    def shown(
        self, only: str, number: int, lang: str, edit: int = 0, keep: int = 0
    ) -> dict[str, Any]:
        """What the templates draw: the columns, and a page of the rows of a outcome, or of all.

        The row ``edit`` is drawn to be mended, the row ``keep`` whatever its outcome is by now.
        """
        counts = plan.counts(self.lines())
        many = counts[only] if only else counts.total()
        rows = plan.page(self.lines(), only, max(1, number), PAGE, edit or keep)
        return {
            **self._of_columns(lang),
            **self._of_the_file(counts, lang),
            "only": only,
            "rows": [self._row(row, lang) for row in rows],
            "edit": edit,
            "inputs": self._inputs(edit, lang) if edit else [],
            "page": max(1, number),
            "last": max(1, -(-many // PAGE)),
        }

    def _of_columns(self, lang: str) -> dict[str, Any]:
        names = intake_sheet.filled(self.layout)
        return {
            "header": self.layout.header - self.layout.start,
            "area": self.layout.area,
            "columns": intake_sheet.columns(self.head, self.layout),
            "choices": self._choices(lang),
            "headings": [intake_sheet.label(self.schema, name, lang) for name in names],
        }

    def _of_the_file(self, counts: Counter[str], lang: str) -> dict[str, Any]:
        """How many rows there are of each outcome, what is asked, and what to do next."""
        return {
            "counts": counts,
            "outcomes": [outcome for outcome in OUTCOMES if counts[outcome]],
            "many": counts.total(),
            "ready": sum(counts[outcome] for outcome in WRITTEN),
            "twins": counts[TWIN],
            "out": sum(counts[outcome] for outcome in STAYING_OUT),
            "can_undo": bool(self.layout.last_step()),
            **self._asked(lang),
            "facts": list(self._facts(counts, lang)),
            "next": self._next(counts, lang),
            "remembered": [self._remembered(one, lang) for one in self.memory],
            "parts": self.layout.parts,
        }

    def _asked(self, lang: str) -> dict[str, Any]:
        questions = self._questions()
        readings = [restored(one) for one in self.notes.get("readings", ())]
        return {
            "questions": [self._question(one, lang) for one in questions[:AT_ONCE]],
            "more": len(questions[AT_ONCE:]),
            "readings": [self._question(one, lang) for one in readings],
            "is_unusual": any(one.chosen in UNUSUAL for one in readings),
        }

    def _questions(self) -> list[Question]:
        return [restored(one) for one in self.notes.get("questions", ())]

    def _question(self, one: Question, lang: str) -> dict[str, Any]:
        sheet, number = place_of(self.layout, one.example)
        of_column = TEXTS.get(f"intake.reading_{one.kind}", NOTHING)
        return {
            "about": _about(one.kind, one.name, one.key),
            "text": one.asks(lang),
            "is_about": of_column.filled(column=one.column).say(lang),
            "options": [(option.answer, option.label.say(lang)) for option in one.options],
            "likely": one.likely,
            "chosen": one.chosen,
            "takes_text": one.takes_text,
            "rows": one.rows,
            "example": f"{sheet}: {number}" if sheet else str(number),
        }

    def _facts(self, counts: Counter[str], lang: str) -> Iterator[str]:
        """What a person should know of the file as a whole, in sentences."""
        read = [part.sheet for part in self.layout.parts if part.is_read]
        left = [part.sheet for part in self.layout.parts if not part.is_read]
        if read:
            key = "intake.sheet_read" if len(read) == 1 else "intake.sheets_read"
            yield say(key, lang, names=_quoted(read), count=len(read))
        if left:
            yield say("intake.sheets_left", lang, names=_quoted(left))
        if self.layout.hidden:
            yield say("intake.hidden_rows", lang, count=self.layout.hidden)
        if counts[ELSEWHERE]:
            yield say("intake.elsewhere_rows", lang, count=counts[ELSEWHERE])
            yield say("intake.own_rows", lang, count=counts[SAME] + counts[CHANGED])
        if counts[LEFT]:
            yield say("intake.left_rows", lang, count=counts[LEFT])
        if used := sum(one.is_remembered for one in self.layout.decisions):
            yield say("intake.used", lang, count=used)
        if likely := self.notes.get("likely_columns"):
            pairs = (f"«{text}» → {self._label(name, lang)}" for text, name in likely)
            yield say("intake.likely_columns", lang, names="; ".join(pairs))
        if unknown := self.notes.get("left_columns"):
            yield say("intake.left_columns", lang, count=len(unknown), names=_quoted(unknown))

    def _next(self, counts: Counter[str], lang: str) -> str:
        """What to do now."""
        if not intake_sheet.filled(self.layout):
            return say("intake.next_columns", lang)
        if questions := self._questions():
            return say("intake.next_answer", lang, count=len(questions))
        if wrong := counts[WRONG] + counts[ASKED]:
            return say("intake.next_mend", lang, count=wrong)
        is_ready = any(counts[outcome] for outcome in (*WRITTEN, TWIN))
        return say("intake.next_confirm" if is_ready else "intake.next_nothing", lang)

    def _remembered(self, one: Sequence[Any], lang: str) -> Remembered:
        kind, name, key, answer, author, *_ = one
        text = say(
            f"intake.remembers_{kind if kind in (VALUE, HEADING) else 'order'}",
            lang,
            column=self._label(name, lang) if name else "",
            typed=key,
            text=shown_answer(self.schema, kind, name, answer, lang),
        )
        is_used = any(its.about == (kind, name, key) for its in self.layout.decisions)
        return Remembered(_about(kind, name, key), text, author, is_used)

    def _inputs(self, number: int, lang: str) -> list[Input]:
        """The cells of a row to be mended, also those that it lacks."""
        row = plan.row(self.lines(), number)
        if row is None:
            return []
        names = [n for n, _ in self.known if n in row.line.errors]
        names = [*intake_sheet.filled(self.layout), *names]
        return [self._input(row, name, lang) for name in dict.fromkeys(names)]

    def _input(self, row: Planned, name: str, lang: str) -> Input:
        field, errors = kind_of(self.schema, name), row.line.errors.get(name, [])
        options = (
            tuple(label.say(lang) for label in field.codes.whenever().values())
            if (isinstance(field, Choice))
            else ()
        )
        if isinstance(field, Flag):
            options = (TEXTS["flag.yes"].say(lang), TEXTS["flag.no"].say(lang))
        text = row.line.texts.get(name, "")
        is_long = isinstance(field, Paragraph) or "\n" in text
        messages = tuple(error.say(lang) for error in errors)
        return Input(name, self._label(name, lang), text, messages, options, is_long)

    def _label(self, name: str, lang: str) -> str:
        return intake_sheet.label(self.schema, name, lang)

    def _row(self, row: Planned, lang: str) -> intake_sheet.Shown:
        return intake_sheet.shown(self.schema, self.layout, row, lang)

    def _choices(self, lang: str) -> list[tuple[str, str]]:
        """What is offered; cells of criteria only where a column is one already."""
        cells = [name for name in self.layout.columns if "." in name]
        choices = [(name, label.say(lang)) for name, label in self.known]
        return [*choices, *((n, intake_sheet.label(self.schema, n, lang)) for n in cells)]


def _quoted(names: Iterable[str]) -> str:
    return ", ".join(f"«{name}»" for name in names)


def _about(kind: str, name: str, key: str) -> str:
    """What a question is about, as a form says it."""
    return json.dumps([kind, name, key], ensure_ascii=False)
