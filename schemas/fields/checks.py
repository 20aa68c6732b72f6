"""The checks that kinds of field bring with them; what they say is in both languages."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection
from datetime import date
from typing import NamedTuple

from marshmallow import ValidationError

from .. import texts
from ..formatting import vietnamese
from ..formatting.label import Label

Check = Callable[[object], None]


class Unclear(NamedTuple):
    """What was typed to name a record, and the names that it is like; so it is no value."""

    typed: str
    likely: tuple[str, ...] = ()  # all of them fit
    near: tuple[str, ...] = ()  # none fits, but these are spelled nearly so
    kind: Label = Label("", "")  # of which records one was looked for


def complain(label: Label, **values: object) -> ValidationError:
    """The error that says ``label``, for a check or a rule to raise."""
    return ValidationError([label.filled(**values)])


def within(least: float, most: float) -> Check:
    """A number from ``least`` to ``most``."""

    def check(value: object) -> None:
        if isinstance(value, (int, float)) and value < least:
            raise complain(texts.TOO_SMALL, least=vietnamese.number(least))
        if isinstance(value, (int, float)) and value > most:
            raise complain(texts.TOO_LARGE, most=vietnamese.number(most))

    return check


def between(first: date, last: date) -> Check:
    """A day from ``first`` to ``last``."""

    def check(value: object) -> None:
        if isinstance(value, date) and value < first:
            raise complain(texts.TOO_EARLY, least=vietnamese.day(first))
        if isinstance(value, date) and value > last:
            raise complain(texts.TOO_LATE, most=vietnamese.day(last))

    return check


def in_steps(step: float, say: Label = texts.NOT_A_STEP) -> Check:
    """A number that is so many steps, no more and no less."""

    def check(value: object) -> None:
        if isinstance(value, (int, float)) and not math.isclose(
            value / step, round(value / step), rel_tol=0, abs_tol=1e-6
        ):
            raise complain(say, step=vietnamese.number(step))

    return check


def at_most(letters: int) -> Check:
    """A text of that length or shorter."""

    def check(value: object) -> None:
        if isinstance(value, str) and len(value) > letters:
            most, length = vietnamese.number(letters), vietnamese.number(len(value))
            raise complain(texts.TOO_LONG, most=most, length=length)

    return check


def filled(value: object) -> None:
    """A text that is not empty."""
    if isinstance(value, str) and not value.strip():
        raise complain(texts.REQUIRED)


def one_of(options: Collection[str]) -> Check:
    """One of the codes."""

    def check(value: object) -> None:
        if value not in options:
            raise complain(texts.NOT_AN_OPTION)

    return check
