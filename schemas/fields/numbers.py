"""The kinds of field that hold numbers: counts, amounts, years and scores."""

from __future__ import annotations

from typing import Any

from marshmallow import ValidationError, fields

from .. import texts
from ..formatting import vietnamese
from ..formatting.label import Label
from . import checks
from .adding import MARK
from .labelled import Labelled


class Bounded(Labelled):
    """What numbers of all kinds have in common: the least and the most they can be."""

    abstract = True
    least: float = 0
    most: float = 0

    def make_error(self, key: str, **kwargs: Any) -> ValidationError:
        if vietnamese.is_endless(str(kwargs.get("input", ""))):
            return checks.complain(texts.TOO_BIG, most=vietnamese.number(self.most))
        return super().make_error(key, **kwargs)


class Number(Bounded, fields.Integer):
    """A whole number within bounds. What the number means is for the kinds below to say."""

    default_error_messages = {"invalid": [texts.NOT_WHOLE], "too_large": [texts.NOT_WHOLE]}
    least, most = 0, 9_999_999
    sample = 12

    def __init__(self, vi: str = "", en: str = "", *help: Label, **kwargs: Any) -> None:
        bounds = checks.within(self.least, self.most)
        super().__init__(vi, en, *help, validate=bounds, strict=True, **kwargs)


class Count(Number):
    """How many; ``adds`` says how reports add it up. ``of`` names the count that it is a part of.

    It is sensitive if a small one could point to a person of whom the law takes special care.
    """

    def __init__(
        self,
        vi: str = "",
        en: str = "",
        *help: Label,
        of: str | None = None,
        sensitive: bool = False,
        **kwargs: Any,
    ) -> None:
        self.of, self.sensitive = of, sensitive
        super().__init__(vi, en, *help, **kwargs)


class Money(Number):
    """An amount in whole đồng."""

    most = 999_999_999_999
    sample = 1_500_000


class Year(Number):
    """A calendar year; reports group by it."""

    default_error_messages = {"invalid": [texts.NOT_A_YEAR], "too_large": [texts.NOT_A_YEAR]}
    least, most = 1990, 2099
    sample = 2012
    adds = MARK


class SchoolYear(Year):
    """A school year, by the calendar year in which it begins."""


class Score(Bounded, fields.Float):
    """Points, in steps of one half; a whole score is a whole number."""

    default_error_messages = {k: [texts.NOT_A_NUMBER] for k in ("invalid", "too_large", "special")}
    least, most, step = 0, 1000, 0.5
    off_step = texts.NOT_A_STEP
    sample = 4.5

    def __init__(self, vi: str = "", en: str = "", *help: Label, **kwargs: Any) -> None:
        steps = checks.in_steps(self.step, self.off_step)
        both = [checks.within(self.least, self.most), steps]
        super().__init__(vi, en, *help, validate=both, **kwargs)

    def _validated(self, value: object) -> float:
        if not isinstance(value, (int, float)):  # marshmallow would take "1e3", too
            raise self.make_error("invalid", input=value)
        return super()._validated(value)

    def _serialize(self, value: object, *_args: Any, **_kwargs: Any) -> Any:
        # 4 and 4.0 are one score, but not one JSON text
        return int(value) if isinstance(value, float) and value.is_integer() else value


class DecimalNumber(Score):
    """Any number with one decimal, such as a share in per cent; it does not add up."""

    most, step = 9_999_999, 0.1
    off_step = texts.NOT_ONE_DECIMAL
    sample = 61.5
