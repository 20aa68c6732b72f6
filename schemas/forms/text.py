"""Values as people type and read them: field kind to text, and text back to a plain value.

Reading is forgiving: spaces, 1.250 and 24/7/2012, an option by its name in either language.
What cannot be understood comes back as it was typed, so that the check of the field names it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import cast

from .. import references
from ..fields import (
    Choice,
    Day,
    Flag,
    Label,
    Labelled,
    Listed,
    Money,
    Number,
    Paragraph,
    PerCriterion,
    Related,
    SchoolYear,
    Score,
    Text,
    Year,
    signatory,
)
from ..fields.uses import use
from ..formatting import vietnamese
from ..readable import is_readable, plainly
from ..texts import TEXTS, UNREADABLE

YES, NO = "1", "0"
CURRENCY = re.compile(r"\s*(?:vn\s*)?(?:đồng|đ|₫|vnd)\s*$", re.IGNORECASE)
YES_WORDS = {YES, "x", "co", "yes", "true", "dung"}
NO_WORDS = {NO, "khong", "no", "false", "sai"}


def written(field: Labelled, value: object) -> str:
    """``value`` as the person would type it into a form; empty for ``None``."""
    return typed_text(field, value) if is_readable(field, value) else plainly(value)


@use("text as it is typed")
def typed_text(field: Labelled, value: object) -> str:
    raise NotImplementedError


@typed_text.register(Text)
@typed_text.register(Choice)
@typed_text.register(PerCriterion)
def _(_field: Labelled, value: object) -> str:
    return "" if value is None else str(value)


@typed_text.register
def _(_field: Day, value: object) -> str:
    return vietnamese.day(value) if isinstance(value, str) else ""


@typed_text.register(Number)
@typed_text.register(Score)
def _(_field: Labelled, value: object) -> str:
    return vietnamese.number(cast("float | None", value))


@typed_text.register
def _(_field: Year, value: object) -> str:
    return "" if value is None else str(value)  # no thousands: it is a name, not a quantity


@typed_text.register
def _(_field: SchoolYear, value: object) -> str:
    return f"{value}–{value + 1}" if isinstance(value, int) else ""


@typed_text.register
def _(field: Related, value: object) -> str:
    return references.shown(field.to, value, "vi") if isinstance(value, str) else ""


@typed_text.register
def _(_field: Flag, value: object) -> str:
    return "" if value is None else YES if value else NO


@typed_text.register
def _(_field: Listed, value: object) -> str:
    return "" if value is None else json.dumps(value, ensure_ascii=False)


def shown(field: Labelled, value: object, lang: str) -> str:
    """``value`` as a table shows it; choices and flags by their names.

    Of a value that is not of the field's kind it says so.
    """
    return shown_text(field, value, lang) if is_readable(field, value) else UNREADABLE.say(lang)


@use("text as it is shown")
def shown_text(field: Labelled, value: object, lang: str) -> str:
    raise NotImplementedError


@shown_text.register(Day)
@shown_text.register(Number)
@shown_text.register(Score)
@shown_text.register(Listed)
@shown_text.register(PerCriterion)
def _(field: Labelled, value: object, _lang: str) -> str:
    return typed_text(field, value)


@shown_text.register
def _(field: Choice, value: object, lang: str) -> str:
    label = field.codes.known().get(value) if isinstance(value, str) else None
    return label.say(lang) if label else typed_text(field, value)  # a newer version's code stays


@shown_text.register
def _(field: Text, value: object, lang: str) -> str:
    return signatory.shown(value, lang) if field.is_signatory else typed_text(field, value)


@shown_text.register
def _(field: Related, value: object, lang: str) -> str:
    return references.shown(field.to, value, lang) if isinstance(value, str) else ""


@shown_text.register
def _(_field: Flag, value: object, lang: str) -> str:
    return "" if value is None else TEXTS["flag.yes" if value else "flag.no"].say(lang)


@use("unit")
def unit(field: Labelled) -> str:
    """What is written behind the value; empty if it has no unit."""
    raise NotImplementedError


@unit.register(Text)
@unit.register(Day)
@unit.register(Choice)
@unit.register(Flag)
@unit.register(Number)
@unit.register(Score)
@unit.register(Listed)
@unit.register(PerCriterion)
def _(_field: Labelled) -> str:
    return ""


@unit.register
def _(_field: Money) -> str:
    return "đ"


@use("reading of what is typed")
def understood(field: Labelled, text: str) -> object:
    """The plain value that ``text`` means; ``None`` if it is empty."""
    raise NotImplementedError


@understood.register
def _(_field: PerCriterion, text: str) -> object:
    return vietnamese.tidy(text) or None


@understood.register
def _(field: Text, text: str) -> object:
    lines = isinstance(field, Paragraph)
    return (vietnamese.tidy_lines(text) if lines else vietnamese.tidy(text)) or None


@understood.register
def _(field: Related, text: str) -> object:
    name = vietnamese.tidy(text)
    return references.meant(field.to, name) if name else None


@understood.register
def _(_field: Day, text: str) -> object:
    try:
        return vietnamese.parse_day(text).isoformat() if text.strip() else None
    except ValueError:
        return text


@understood.register(Number)
@understood.register(Score)
def _(field: Labelled, text: str) -> object:
    try:
        return vietnamese.parse_number(_without_unit(field, text)) if text.strip() else None
    except ValueError:
        return text


@understood.register
def _(_field: SchoolYear, text: str) -> object:
    first, mark, second = re.sub(r"\s", "", text).replace("–", "-").partition("-")
    begins, ends = vietnamese.whole_number(first), vietnamese.whole_number(second)
    is_year = begins is not None and (not mark or ends == begins + 1)
    return begins if is_year else (text if mark else first).strip() or None


@understood.register
def _(_field: Flag, text: str) -> object:
    word = vietnamese.fold(text)
    return True if word in YES_WORDS else False if word in NO_WORDS else text.strip() or None


@understood.register
def _(field: Choice, text: str) -> object:
    known, code = field.codes.known(), text.strip()
    if not code or code in known:
        return code or None
    typed = vietnamese.fold(text)
    named = (c for c, label in known.items() if typed in map(vietnamese.fold, label))
    return next(named, None) or _headed(known, typed, text)


@understood.register
def _(_field: Listed, text: str) -> object:
    try:
        return json.loads(text) if text.strip() else None
    except ValueError:
        return text


def _headed(known: Mapping[str, Label], typed: str, text: str) -> str:
    """The one option that is called so but for its hint in brackets: Lớp học (nhiều buổi)."""
    meant = {c for c, label in known.items() if typed in map(_without_hint, label)}
    return meant.pop() if len(meant) == 1 else text


def _without_hint(name: str) -> str:
    return vietnamese.fold(name.partition("(")[0])


def _without_unit(field: Labelled, text: str) -> str:
    """The text before đ, đồng, VND or VNĐ, or before the unit that the form shows."""
    return CURRENCY.sub("", text).rstrip().removesuffix(unit(field))
