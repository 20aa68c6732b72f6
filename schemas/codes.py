"""The codes of a choice: those it was declared with, and those that the province added since.

A code is never taken away and never means anything else: a retired one is offered no more,
but stays valid and keeps its name in what was entered before. So does one whose record was
deleted; one that was declared is then again as declared.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from . import texts
from .context import Option, current
from .formatting.label import Label
from .formatting.vietnamese import day

Days = tuple[str, str]  # the first and the last (ISO) of those that a record is about
OTHER = "khac"
CODE = re.compile(r"[a-z][a-z0-9_]{0,39}")


class Codes(NamedTuple):
    """A list of codes: what a choice can hold, and what its form offers on which days.

    :param options: the declared codes with their names
    :param name: of the list, if the province can add codes to it and retire some; else empty
    :param valid: the first and the last day (ISO, empty: open) on which some codes are offered
    """

    options: Mapping[str, Label]
    name: str = ""
    valid: Mapping[str, tuple[str, str]] = MappingProxyType({})

    def known(self) -> Mapping[str, Label]:
        """Every code that a field may hold, with its name of today."""
        added = self._added()
        named = {code: option.label for code, option in added.items()}
        return {**self.options, **named} if named else self.options

    def offered(self, days: Days | None = None) -> Mapping[str, Label]:
        """The codes to choose from on some of those days, or today; "other" stays last."""
        wanted = days or (current().today, current().today)
        spans = self._spans()
        codes = {c: label for c, label in self.known().items() if _is_offered(spans.get(c), wanted)}
        return {c: codes[c] for c in sorted(codes, key=lambda code: code == OTHER)}

    def whenever(self) -> Mapping[str, Label]:
        """The codes of today, and behind them those of other days, each named with its days.

        So a form whose day nobody has typed yet can be filled in with what is valid on any day.
        """
        known, today, spans = self.known(), self.offered(), self._spans()
        rest = {c: spans[c] for c in known if c not in today and c in spans}
        dated = {c: _dated(known[c], option) for c, option in rest.items() if not option.is_deleted}
        return {**today, **dated}

    def out_of_time(self, code: object, days: Days) -> Label | None:
        """Why a record of those days cannot have that code; ``None`` if it can."""
        option = self._spans().get(str(code))
        if option is None or option.is_deleted or _is_offered(option, days):
            return None
        return texts.OUT_OF_TIME.filled(name=_dated(self.known()[str(code)], option))

    def _spans(self) -> dict[str, Option]:
        """The codes that are offered on some days only, or were deleted."""
        spans = {code: Option(self.options[code], *span) for code, span in self.valid.items()}
        return spans | dict(self._added())

    def _added(self) -> Mapping[str, Option]:
        """What the province has added or changed; of a declared code a deletion is no change."""
        added = current().codes(self.name) if self.name else {}
        return {c: o for c, o in added.items() if not (o.is_deleted and c in self.options)}


def _dated(label: Label, option: Option) -> Label:
    """Its name with the days on which it is offered."""
    first, last = day(option.valid_from), day(option.valid_to)
    if first and last:
        return texts.BETWEEN.filled(name=label, first=first, last=last)
    return (texts.SINCE if first else texts.UNTIL).filled(name=label, day=first or last)


def _is_offered(option: Option | None, days: Days) -> bool:
    first, last = days
    if option is not None and option.is_deleted:
        return False
    if option is None or not last:
        return True
    return option.valid_from <= last and (not option.valid_to or first <= option.valid_to)
