"""What is asked about a table: once for each column, or each distinct text that is not understood.

A question names a few answers, the likeliest first; what a person answers goes for all rows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from .. import references
from ..context import current
from ..fields import (
    Choice,
    Day,
    DecimalNumber,
    Flag,
    Label,
    Labelled,
    Listed,
    Money,
    Number,
    PerCriterion,
    Related,
    Score,
    Text,
    Year,
)
from ..fields.uses import use
from ..formatting.vietnamese import day, fold, full_year, number, plain_digits
from ..forms.text import shown
from ..homes import CENTRE
from ..record import RecordSchema, kind_of
from ..tables.tabular import label_of
from ..texts import TEXTS as COMMON
from ..texts.importing import CENTRES
from ..texts.questions import TEXTS
from .column_styles import ColumnStyle
from .days import DAY_FIRST, MONTH_FIRST, days
from .layout import (
    DOUBT,
    EMPTY,
    FILL,
    HEADING,
    MARK,
    MEANT,
    ORDER,
    SCALE,
    SKIP,
    STRANGERS,
    VALUE,
    YEAR,
)
from .numbers import COMMA, MILLION, POINT, THOUSAND, amount, amounts_in, written
from .reading import SCIENTIFIC, bare_digits, is_phone, today

MOST_NAMES = 200  # of other records, to choose from
LETTERS = 80  # of what was typed, as it is shown
SCALES = {1: "in_dong", THOUSAND: "in_thousands", MILLION: "in_millions"}
A_DAY = re.compile(r"(?<!\d)\d{1,2}[/.\-]\d{1,2}[/.\-]\d{4}(?!\d)")
ALONE = re.compile(r"(?:^|[\s(~+])-?\d+(?:[.,]\d+)*(?=[\s):;*+]|$)")  # no letter or mark beside it
OTHERWISE = re.compile(r"[%‰$€£/]|\b(?:usd|eur)\b")  # so it is no number of the column's
NEGATED = frozenset({"khong", "chua", "not", "no", "non"})
KINDS = (
    HEADING,
    ORDER,
    YEAR,
    MARK,
    SCALE,
    FILL,
    VALUE,
    DOUBT,
    STRANGERS,
)  # in which order they stand


class Option(NamedTuple):
    answer: str
    label: Label


class Question(NamedTuple):
    kind: str
    name: str  # the field that it is about
    key: str  # what was typed, or the heading of the column, folded
    typed: str  # as it is shown
    column: Label
    options: tuple[Option, ...] = ()
    likely: int = 0  # of the options, how many are proposed: these stand first
    takes_text: bool = False  # whether the answer can be typed
    rows: int = 0  # that wait for it
    example: int = 0  # the number of one of them

    @property
    def chosen(self) -> str:
        """The answer that is proposed, if there is just one."""
        return self.options[0].answer if self.likely == 1 else ""

    def asks(self, lang: str) -> str:
        label = TEXTS[f"intake.ask_{VALUE if self.kind == DOUBT else self.kind}"]
        column, typed = self.column.say(lang), " ⏎ ".join(self.typed.splitlines())[:LETTERS]
        return label.filled(column=column, typed=typed, count=self.rows).say(lang)


def restored(plain: list[Any]) -> Question:
    """The question that was written down as JSON."""
    one = Question(*plain)
    options = tuple(Option(answer, Label(*label)) for answer, label in one.options)
    return one._replace(column=Label(*one.column), options=options)


def question(
    schema: type[RecordSchema], about: tuple[str, str, str], typed: str, style: ColumnStyle
) -> Question:
    """What is asked about a column or a text in it, with the answers that can be given."""
    kind, name, key = about
    column = label_of(schema, name) if name else Label("", "")
    blank = Question(kind, name, key, typed, column)
    if kind == STRANGERS:
        return blank._replace(options=_strangers())
    if kind == ORDER:
        return blank._replace(options=_orders(typed, style))
    if kind == MARK:
        return blank._replace(options=_marks(typed))
    if kind == SCALE:
        return blank._replace(options=_scales(typed, style), likely=1 if style.hint > 1 else 0)
    if kind == YEAR:
        years = [str(year) for year, _ in style.years.most_common(3)]
        options = tuple(Option(year, Label(year, year)) for year in years)
        return blank._replace(options=options, likely=len(options), takes_text=True)
    return _of_values(blank, kind_of(schema, name), style)


def _of_values(blank: Question, field: Labelled | None, style: ColumnStyle) -> Question:
    assert field
    is_one = blank.kind in (VALUE, DOUBT)
    likely, others = answers(field, blank.typed if is_one else "", style)
    ways_out = (
        Option(EMPTY, TEXTS["intake.leave_empty"]),
        Option(SKIP, TEXTS["intake.skip_rows"]),
    )
    return blank._replace(
        options=(*likely, *others, *(ways_out if is_one else ())),
        likely=len(likely),
        takes_text=not isinstance(field, (Choice, Flag, Related)),
    )


def _strangers() -> tuple[Option, ...]:
    return (
        Option(SKIP, TEXTS["intake.strangers_out"]),
        Option(MEANT, TEXTS["intake.strangers_new"]),
    )


def of_heading(
    schema: type[RecordSchema], heading: str, likely: Iterable[str], known: Iterable[str]
) -> Question:
    """Which field a column is, the likely ones first; ``known`` can be chosen."""
    first = [name for name in likely if name in known]
    names = [*first, *(name for name in known if name not in first)]
    options = [Option(MEANT + name, label_of(schema, name)) for name in names]
    options.append(Option(MEANT, TEXTS["intake.leave_column"]))
    column = Label(heading, heading)
    key = fold(heading)
    return Question(HEADING, "", key, heading, column, tuple(options), len(first))


def of_centre(typed: str, likely: Sequence[str], others: Sequence[str]) -> Question:
    """Which centre is meant, by its name."""
    names = [*likely, *(name for name in others if name not in likely)][:MOST_NAMES]
    options = tuple(Option(MEANT + name, Label(name, name)) for name in names)
    skip = Option(SKIP, TEXTS["intake.skip_rows"])
    return Question(VALUE, CENTRE, typed, typed, CENTRES[0], (*options, skip), len(likely))


def readings(
    kind: str, name: str, style: ColumnStyle, schema: type[RecordSchema]
) -> Question | None:
    """How a column is understood, where it could be understood otherwise: to be looked at."""
    sample = style.samples.get(kind, "")
    if not sample or (kind == SCALE and style.hint < THOUSAND and SCALE not in style.is_decided):
        return None
    made = question(schema, (kind, name, style.heading), sample, style)
    chosen = {ORDER: style.order, MARK: style.mark, SCALE: str(style.scale), YEAR: str(style.year)}
    options = made.options
    if kind == YEAR and chosen[YEAR] not in [option.answer for option in options]:
        options = (Option(chosen[YEAR], Label(chosen[YEAR], chosen[YEAR])), *options)
    first = sorted(options, key=lambda option: option.answer != chosen[kind])
    return made._replace(options=tuple(first), likely=1, takes_text=False)


@use("answers about an imported cell")
def answers(field: Labelled, typed: str, style: ColumnStyle) -> tuple[list[Option], list[Option]]:
    """What a text can mean in that field, and what else the field can hold."""
    raise NotImplementedError


@answers.register(Listed)
@answers.register(PerCriterion)
def _(_field: Labelled, _typed: str, _style: ColumnStyle) -> tuple[list[Option], list[Option]]:
    return [], []


@answers.register
def _(field: Choice, typed: str, _style: ColumnStyle) -> tuple[list[Option], list[Option]]:
    offered = dict(field.codes.whenever())
    likely = likely_options(offered, typed)
    options = {code: Option(MEANT + code, label) for code, label in offered.items()}
    return [options[c] for c in likely], [o for c, o in options.items() if c not in likely]


@answers.register
def _(_field: Flag, _typed: str, _style: ColumnStyle) -> tuple[list[Option], list[Option]]:
    yes, no = COMMON["flag.yes"], COMMON["flag.no"]
    return [], [Option(f"{MEANT}1", yes), Option(f"{MEANT}0", no)]


@answers.register
def _(field: Related, typed: str, _style: ColumnStyle) -> tuple[list[Option], list[Option]]:
    there = current().names(field.to)[:MOST_NAMES]
    options = {o.record_id: Option(MEANT + o.record_id, Label(o.name, o.name)) for o in there}
    meant = references.meant(field.to, typed) if typed else ""
    names = [] if isinstance(meant, str) else meant.likely
    likely = [o.record_id for o in there if o.name in names]
    return [options[c] for c in likely], [o for c, o in options.items() if c not in likely]


@answers.register
def _(field: Text, typed: str, style: ColumnStyle) -> tuple[list[Option], list[Option]]:
    bare = typed.strip()
    as_typed = Option(MEANT + typed, TEXTS["intake.as_typed"].filled(text=typed[:LETTERS]))
    digits = bare_digits(bare) if is_phone(field) else bare
    if not digits.isdigit() or SCIENTIFIC.fullmatch(bare):
        return [], [as_typed]
    longer = f"0{digits}" if is_phone(field) else bare.zfill(max(style.zeros, default=0))
    return [Option(MEANT + longer, Label(longer, longer))], [as_typed]


@answers.register(Number)
@answers.register(Score)
def _(field: Labelled, typed: str, style: ColumnStyle) -> tuple[list[Option], list[Option]]:
    meant = amount(typed, isinstance(field, Money), isinstance(field, DecimalNumber))
    if meant and meant.only is not None and meant.has_unit:
        return [_number(meant.only * meant.times)], []
    if meant and meant.only is not None and 0 < meant.only < style.least:
        return [], [_number(meant.only * THOUSAND), _number(meant.only)]
    result = amounts_in(typed)
    if "+" in typed and len(result) > 1 and all(text.isdigit() for text in result):
        result = [str(sum(map(int, result))), *result]
    made = [_scaled(text, style.scale or 1) for text in result]
    is_plain = len(made) == 1 and ALONE.search(plain_digits(typed))
    return (made, []) if is_plain and not OTHERWISE.search(fold(typed)) else ([], made)


def _number(value: Decimal) -> Option:
    text = _figure(value)
    return Option(MEANT + written(value), Label(text, text))


def _scaled(text: str, scale: int) -> Option:
    """A number in the unit of its column, as the answer that it would be."""
    meant = amount(text, True)
    if scale == 1 or meant is None or meant.only is None:
        return Option(f"{MEANT}{text}", Label(text, text))
    shown_ = _figure(meant.only * scale)
    return Option(f"{MEANT}{shown_}", Label(shown_, shown_))


@answers.register
def _(_field: Year, typed: str, _style: ColumnStyle) -> tuple[list[Option], list[Option]]:
    result = [text for text in amounts_in(typed) if len(text) in (2, 4) and text.isdigit()]
    made = [str(full_year(int(text))) for text in result]
    return [Option(f"{MEANT}{year}", Label(year, year)) for year in made[:1]], []


@answers.register
def _(_field: Day, typed: str, style: ColumnStyle) -> tuple[list[Option], list[Option]]:
    meant = days(typed, style.year or today().year)
    result = sorted(set(meant.readings.values())) if meant else _days_in(typed)
    if meant and meant.has_short_year:
        earlier = [each.replace(year=each.year - 100) for each in result if each > today()]
        result = earlier + result
    made = [Option(MEANT + each.isoformat(), Label(day(each), day(each))) for each in result]
    is_more = not meant and re.search(r"\d", A_DAY.sub("", plain_digits(typed)))  # 24-26/7/2012
    return (made, []) if len(made) == 1 and not is_more else ([], made)


def _days_in(text: str) -> list[date]:
    """The days that stand in a text, day first."""
    result = (days(each) for each in A_DAY.findall(plain_digits(text)))
    return [one.by(DAY_FIRST) or next(iter(one.readings.values())) for one in result if one]


def likely_options(offered: Mapping[str, Label], typed: str) -> list[str]:
    """The codes of the options that begin as what was typed, or else have all its words."""
    wanted = fold(typed)
    names = {
        code: [fold(name) for name in label if _is_as_negated(fold(name), wanted)]
        for code, label in offered.items()
    }
    tests = (
        lambda name: name.startswith(wanted),
        lambda name: f" {wanted}" in name,
        lambda name: set(wanted.split()) <= set(name.replace(",", " ").split()),
        lambda name: len(name) > 2 and wanted.startswith(name.partition("(")[0].strip(" ,")),
    )
    for test in tests if len(wanted) > 1 else ():
        if result := [code for code, each in names.items() if any(map(test, each))]:
            return result
    return []


def _is_as_negated(name: str, wanted: str) -> bool:
    """Whether both say that something is, or both that it is not: never the one for the other."""
    negated = [NEGATED & set(re.findall(r"\w+", text)) for text in (name, wanted)]
    return bool(negated[0]) == bool(negated[1]) or name.startswith(wanted)


def _orders(typed: str, style: ColumnStyle) -> tuple[Option, ...]:
    meant = days(typed, style.year or today().year)
    ways = meant.readings if meant else {}
    return tuple(
        Option(order, TEXTS[f"intake.{key}"].filled(day=day(ways[order])))
        for order, key in ((DAY_FIRST, "day_first"), (MONTH_FIRST, "month_first"))
        if order in ways
    )


def _marks(typed: str) -> tuple[Option, ...]:
    meant = amount(typed, True) or amount(typed, False, True)
    ways = meant.readings if meant else {}
    figures = {mark: _figure(ways[mark]) for mark in (COMMA, POINT) if mark in ways}
    return tuple(Option(mark, Label(text, text)) for mark, text in figures.items())


def _scales(typed: str, style: ColumnStyle) -> tuple[Option, ...]:
    meant = amount(typed, True)
    value = max(map(abs, meant.readings.values())) if meant else 1
    order = sorted(SCALES, key=lambda scale: scale != style.hint)
    return tuple(
        Option(str(s), TEXTS[f"intake.{SCALES[s]}"].filled(amount=f"{_figure(value * s)} đ"))
        for s in order
    )


def _figure(value: float | Decimal) -> str:
    return number(float(value)) if value == round(value, 2) else f"{value:f}".replace(".", ",")


def shown_answer(schema: type[RecordSchema], kind: str, name: str, answer: str, lang: str) -> str:
    """What was answered, in words."""
    if kind in (VALUE, DOUBT, FILL):
        if answer in (EMPTY, SKIP):
            return TEXTS["intake.nothing_meant" if answer == EMPTY else "intake.row_out"].say(lang)
        field = kind_of(schema, name)
        return shown(field, answer.removeprefix(MEANT), lang) if field else answer
    if kind == HEADING:
        meant = answer.removeprefix(MEANT)
        return (label_of(schema, meant) if meant else TEXTS["intake.leave_column"]).say(lang)
    if kind == ORDER:
        return COMMON["form.day"].say(lang) if answer == DAY_FIRST else "mm/dd/yyyy"
    if kind == MARK:
        return "1.234,5" if answer == COMMA else "1,234.5"
    return f"× {number(float(answer))}" if kind == SCALE else answer


def normal(kind: str, typed: str) -> str:
    """What was typed into the page for an answer; empty if it is none."""
    if kind == YEAR:
        digits = plain_digits(typed)
        return str(full_year(int(digits))) if digits.isdecimal() and len(digits) < 5 else ""
    return MEANT + typed.strip() if typed.strip() else ""
