"""The codes of a choice: those it was declared with, and what the province has said since.

A code is never taken away and never means anything else: a retired one is offered no more,
but stays valid and keeps its name in what was entered before. So does one whose record was
deleted; one that was declared is then again as declared.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from . import texts
from .context import Option, current
from .formatting.label import Label
from .formatting.vietnamese import day

if TYPE_CHECKING:
    from .fields import Choice

Days = tuple[str, str]  # the first and the last (ISO) of those that a record is about


def known(field: Choice) -> Mapping[str, Label]:
    """Every code that the field may hold, with its name of today."""
    said = _said(field)
    return (
        {**field.options, **{code: o.label for code, o in said.items()}} if said else field.options
    )


def offered(field: Choice, days: Days | None = None) -> Mapping[str, Label]:
    """The codes to choose from on some of those days, or today; "other" stays last."""
    wanted = days or (current().today, current().today)
    spans = _spans(field)
    found = {c: label for c, label in known(field).items() if _holds(spans.get(c), wanted)}
    return {c: found[c] for c in sorted(found, key=lambda code: code == OTHER)}


def whenever(field: Choice) -> Mapping[str, Label]:
    """The codes of today, and behind them those of other days, each named with its days.

    So a form whose day nobody has typed yet can be filled in with what holds on any day.
    """
    today, spans = offered(field), _spans(field)
    rest = {c: spans[c] for c in known(field) if c not in today and c in spans}
    dated = {c: _dated(known(field)[c], o) for c, o in rest.items() if not o.is_deleted}
    return {**today, **dated}


def out_of_time(field: Choice, code: object, days: Days) -> Label | None:
    """Why that code cannot stand in a record of those days; ``None`` if it can."""
    option = _spans(field).get(str(code))
    if option is None or option.is_deleted or _holds(option, days):
        return None
    return texts.OUT_OF_TIME.filled(name=_dated(known(field)[str(code)], option))


def _spans(field: Choice) -> dict[str, Option]:
    """The codes that are offered on some days only, or were deleted."""
    spans = {code: Option(field.options[code], *span) for code, span in field.valid.items()}
    return spans | dict(_said(field))


def _dated(label: Label, option: Option) -> Label:
    """Its name with the days on which it is offered."""
    first, last = day(option.valid_from), day(option.valid_to)
    if first and last:
        return texts.BETWEEN.filled(name=label, first=first, last=last)
    return (texts.SINCE if first else texts.UNTIL).filled(name=label, day=first or last)


OTHER = "khac"


def _said(field: Choice) -> Mapping[str, Option]:
    said = current().codes(field.code_list) if field.code_list else {}
    return {c: o for c, o in said.items() if not (o.is_deleted and c in field.options)}


def _holds(option: Option | None, days: Days) -> bool:
    first, last = days
    if option is not None and option.is_deleted:
        return False
    if option is None or not last:
        return True
    return option.valid_from <= last and (not option.valid_to or first <= option.valid_to)
