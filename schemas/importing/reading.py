"""What a cell of a table is understood to say, in its column; what is not certain is asked about.

The understood text is what a person would have typed into the form, in the one way that cannot
be taken for anything else: a day as 2012-07-24, a number without thousands, a choice by its code.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal
from typing import NamedTuple

from .. import references
from ..context import current
from ..fields import (
    Choice,
    Day,
    DecimalNumber,
    Flag,
    Labelled,
    Listed,
    Money,
    Number,
    Paragraph,
    PerCriterion,
    PersonName,
    Related,
    SchoolYear,
    Score,
    Text,
    Year,
)
from ..fields.checks import Unclear
from ..fields.uses import use
from ..formatting.vietnamese import HANOI, fold
from ..forms.text import understood
from .column_styles import ColumnStyle
from .days import Days, days
from .layout import MARK, ORDER, SCALE, VALUE, YEAR
from .numbers import MILLION, Amount, amount, written

SCIENTIFIC = re.compile(r"\d([.,]\d+)?e\+?\d+", re.IGNORECASE)
SPACING = re.compile(r"[ .\-]")
LONGEST_WITHOUT_ZERO = 10  # digits of a telephone that lost the zero in front; 9 are a mobile's
YEARS_AHEAD, YEARS_FAR = 1, 10


class Reading(NamedTuple):
    text: str  # as a form takes it
    asked: str = ""  # the kind of question, if it is not certain


@use("reading of an imported cell")
def read(field: Labelled, text: str, style: ColumnStyle) -> Reading:
    """What ``text`` says in a column of that style."""
    raise NotImplementedError


@read.register(Listed)
@read.register(PerCriterion)
def _(_field: Labelled, text: str, _style: ColumnStyle) -> Reading:
    return Reading(text)


@read.register
def _(field: Text, text: str, style: ColumnStyle) -> Reading:
    if isinstance(field, (Paragraph, PersonName)):
        return Reading(text)
    bare = text.strip()
    lost = SCIENTIFIC.fullmatch(bare) or has_lost_zeros(field, bare, style)
    return Reading(text, VALUE if lost else "")


@read.register
def _(field: Related, text: str, _style: ColumnStyle) -> Reading:
    return Reading(text, VALUE if isinstance(references.meant(field.to, text), Unclear) else "")


@read.register
def _(field: Choice, text: str, _style: ColumnStyle) -> Reading:
    meant = understood(field, text)
    return Reading(str(meant)) if meant in field.codes.known() else Reading(text, VALUE)


@read.register
def _(field: Flag, text: str, _style: ColumnStyle) -> Reading:
    return Reading(text, VALUE if isinstance(understood(field, text), str) else "")


@read.register
def _(_field: Day, text: str, style: ColumnStyle) -> Reading:
    meant = days(text, style.year)
    if meant is None:
        return Reading(text, VALUE)
    if meant.needs_year:
        return Reading(text, YEAR)
    ways = set(meant.readings.values())
    if not style.order and len(ways) > 1:
        return Reading(text, ORDER)
    day = meant.by(style.order) if style.order else ways.pop()
    if day is None:
        return Reading(text, VALUE)
    return Reading(day.isoformat(), VALUE if is_ahead(day, meant, style) else "")


@read.register(Number)
@read.register(Score)
def _(field: Labelled, text: str, style: ColumnStyle) -> Reading:
    if text.isascii() and text.isdigit() and style.scale == 1 and not style.least:
        return Reading(text)  # most cells
    meant = amount(text, isinstance(field, Money), isinstance(field, DecimalNumber))
    if meant is None:
        return Reading(text, VALUE)
    value = _chosen(field, meant, style)
    if value is None:
        return Reading(text, MARK)
    if value and not meant.has_unit and not style.scale:
        return Reading(text, SCALE)
    if not meant.has_unit and 0 < value < style.least and style.scale == 1:
        return Reading(written(value), VALUE)  # thousands among amounts in đồng?
    times = meant.times if meant.has_unit else style.scale
    return Reading(written(value * times))


@read.register
def _(_field: Year, text: str, _style: ColumnStyle) -> Reading:
    meant = amount(text, False)
    if meant and meant.only is not None and len(text.strip(" .")) >= 4:
        return Reading(written(meant.only))
    return Reading(text, VALUE)


@read.register
def _(field: SchoolYear, text: str, _style: ColumnStyle) -> Reading:
    return Reading(text, VALUE if isinstance(understood(field, text), str) else "")


def has_lost_zeros(field: Text, text: str, style: ColumnStyle) -> bool:
    """Whether digits look like a telephone or a code whose zeros in front a spreadsheet took."""
    digits = bare_digits(text) if is_phone(field) else text
    if not (digits.isascii() and digits.isdigit()) or digits.startswith("0"):
        return False
    if is_phone(field):
        return 9 <= len(digits) <= LONGEST_WITHOUT_ZERO and not digits.startswith("84")
    return bool(style.zeros) and len(digits) < max(style.zeros)


def bare_digits(text: str) -> str:
    """A telephone number without the marks between its digits, and without ".0" behind them."""
    return SPACING.sub("", re.sub(r"[.,]0$", "", text.strip()))


def is_phone(field: Labelled) -> bool:
    return "dien thoai" in fold(field.label.vi)


def restored(text: str, before: object) -> str:
    """The value of the record, if ``text`` is what a spreadsheet makes of it.

    That is a text without its leading zeros, or with its long digits rounded.
    """
    if not isinstance(before, str) or not (digits := SPACING.sub("", before)).isdigit():
        return text
    bare = bare_digits(text) if not SCIENTIFIC.fullmatch(text.strip()) else text.strip()
    if SCIENTIFIC.fullmatch(bare):
        shown, _, _ = bare.replace(",", ".").lower().partition("e")
        places = len(shown.partition(".")[2])
        is_same = f"{float(bare.replace(',', '.')):.{places}e}" == f"{float(digits):.{places}e}"
        return before if is_same else text
    is_short = bare.isdigit() and len(bare) < len(digits) and digits.lstrip("0") == bare
    return before if is_short else text


def today() -> date:
    day = current().today
    return date.fromisoformat(day) if day else datetime.now(HANOI).date()


def is_ahead(day: date, meant: Days, style: ColumnStyle) -> bool:
    """Whether the year is one to ask about: of two digits, of what happened, or far away."""
    is_close = meant.has_short_year or style.places_in_time
    return day.year > today().year + (YEARS_AHEAD if is_close else YEARS_FAR)


def _chosen(field: Labelled, meant: Amount, style: ColumnStyle) -> Decimal | None:
    """Which of two readings of a number is meant; ``None`` if nothing says."""
    if meant.only is not None:
        return meant.only
    if MARK in style.is_decided:
        return meant.readings[style.mark]
    times = meant.times if meant.has_unit else style.scale
    if not isinstance(field, Number) or times >= MILLION or (meant.has_unit and times > 1):
        return meant.readings.get(style.mark)
    mark, small = min(meant.readings.items(), key=lambda item: abs(item[1]))
    may_be_small = small == small.to_integral_value() and style.mark == mark
    if mark in style.fractions or may_be_small:
        return None
    return max(meant.readings.values(), key=abs)
