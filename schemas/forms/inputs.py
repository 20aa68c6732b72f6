"""What a person is offered while filling in a field: options, keys, a hint inside it."""

from __future__ import annotations

from .. import codes, references
from ..fields import (
    Choice,
    Day,
    Flag,
    Labelled,
    Listed,
    Number,
    PerCriterion,
    Related,
    Score,
    Text,
)
from ..fields.uses import use
from ..formatting.label import Label
from ..texts import TEXTS
from .text import NO, YES


@use("options of its input")
def options(field: Labelled, lang: str) -> tuple[tuple[str, str], ...]:
    """What there is to choose from, code and name."""
    raise NotImplementedError


@options.register(Day)
@options.register(Number)
@options.register(Score)
@options.register(Listed)
@options.register(PerCriterion)
def _(_field: Labelled, _lang: str) -> tuple[tuple[str, str], ...]:
    return ()


@options.register
def _(field: Choice, lang: str) -> tuple[tuple[str, str], ...]:
    return of_choice(field, lang, None)


@options.register
def _(field: Text, lang: str) -> tuple[tuple[str, str], ...]:
    return tuple((text, label.say(lang)) for text, label in field.suggested().items())


@options.register
def _(field: Related, _lang: str) -> tuple[tuple[str, str], ...]:
    return tuple((name, name) for name in references.names(field.to))


@options.register
def _(_field: Flag, lang: str) -> tuple[tuple[str, str], ...]:
    return (YES, TEXTS["flag.yes"].say(lang)), (NO, TEXTS["flag.no"].say(lang))


def of_choice(field: Choice, lang: str, days: codes.Days | None) -> tuple[tuple[str, str], ...]:
    """What is valid on those days; if they are not known yet, all with the days of each."""
    offered = field.codes.offered(days) if days else field.codes.whenever()
    return tuple((code, label.say(lang)) for code, label in offered.items())


def with_current(
    field: Labelled, lang: str, text: str, days: codes.Days | None = None
) -> tuple[tuple[str, str], ...]:
    """The options, and the current code even if it is no longer offered."""
    choices = of_choice(field, lang, days) if isinstance(field, Choice) else options(field, lang)
    label = field.codes.known().get(text) if isinstance(field, Choice) else None
    return (*choices, (text, label.say(lang))) if label and text not in dict(choices) else choices


@use("keys of a telephone")
def inputmode(field: Labelled) -> str:
    """The keys that a telephone shows."""
    raise NotImplementedError


@inputmode.register(Text)
@inputmode.register(Day)
@inputmode.register(Choice)
@inputmode.register(Flag)
@inputmode.register(Listed)
@inputmode.register(PerCriterion)
def _(_field: Labelled) -> str:
    return "text"


@inputmode.register
def _(_field: Number) -> str:
    return "numeric"


@inputmode.register
def _(_field: Score) -> str:
    return "decimal"


@use("hint inside its input")
def placeholder(field: Labelled) -> Label:
    """How the field is filled in, shown inside it while it is empty."""
    raise NotImplementedError


@placeholder.register(Text)
@placeholder.register(Number)
@placeholder.register(Score)
@placeholder.register(Choice)
@placeholder.register(Flag)
@placeholder.register(Listed)
@placeholder.register(PerCriterion)
def _(_field: Labelled) -> Label:
    return Label("", "")


@placeholder.register
def _(_field: Day) -> Label:
    return TEXTS["form.day"]


@placeholder.register
def _(_field: Related) -> Label:
    return TEXTS["form.name"]
