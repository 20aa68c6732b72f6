"""Paper: the printed page of a form, a list or a record, with the way back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from flask import render_template

from schemas.export import printing
from schemas.export.printing import Letterhead
from schemas.record import RecordSchema, Values, families

from ..language import language


def page(kind: str, content: Mapping[str, Any], letterhead: Letterhead, back: str) -> str:
    """A ``form``, a ``list``, a ``record`` or an ``evaluation`` on paper.

    :param back: the address of the page that it is printed from
    """
    template = f"schemas/printed_{kind}.html"
    return render_template(template, letterhead=letterhead, back=back, **content)


def record(
    schema: type[RecordSchema],
    values: Values,
    sheet: Callable[[Values], Mapping[str, Any]],
    letterhead: Letterhead,
    back: str,
) -> str:
    """One record as it is filled in; an evaluation as its ``sheet`` of scores."""
    if families(schema):
        return page("evaluation", sheet(values), letterhead, back)
    return page("record", printing.record(schema, values, language()), letterhead, back)


def narrowed(parts: Iterable[str]) -> str:
    """What a list was narrowed by, in words: those of ``parts`` that are not empty."""
    return "; ".join(filter(None, parts))
