"""The codes of a choice: those it was declared with, and what the province has said since.

A code is never taken away and never means anything else: a retired one is offered no more,
but stays valid and keeps its name in what was entered before. So does one whose record was
deleted; one that was declared is then again as declared.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from .label import Label
from .surroundings import Option, current

if TYPE_CHECKING:
    from .fields import Choice


def known(field: Choice) -> Mapping[str, Label]:
    """Every code that the field may hold, with its name of today."""
    said = _said(field)
    return (
        {**field.options, **{code: o.label for code, o in said.items()}} if said else field.options
    )


def offered(field: Choice) -> Mapping[str, Label]:
    """The codes to choose from today; "other" stays last."""
    spans = {code: Option(field.options[code], *span) for code, span in field.valid.items()}
    spans |= _said(field)
    found = {c: label for c, label in known(field).items() if _holds(spans.get(c))}
    return {c: found[c] for c in sorted(found, key=lambda code: code == OTHER)}


OTHER = "khac"


def _said(field: Choice) -> Mapping[str, Option]:
    said = current().codes(field.code_list) if field.code_list else {}
    return {c: o for c, o in said.items() if not (o.is_deleted and c in field.options)}


def _holds(option: Option | None) -> bool:
    day = current().today
    if option is not None and option.is_deleted:
        return False
    if option is None or not day:
        return True
    return option.valid_from <= day and (not option.valid_to or day <= option.valid_to)
