"""What forms and lists need besides the declarations: the day, the province's codes, names.

It is set at the beginning of a request and taken back at its end; each thing is looked up
once, and only if it is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace

from flask import Flask, g

from reporting.database import Database
from reporting.query.listing import Window, find
from reporting.query.selection import Selection
from schemas import context, record, references, titles
from schemas.context import Context, Named, Option
from schemas.records import code_list
from schemas.records.code_list import COLUMNS, CodeList

ALL = Window(2000)  # of a record type, the newest


def install(app: Flask, context_of_request: Callable[[], Context | None]) -> None:
    """Set what ``context_of_request`` returns during each request; None: no records there."""

    @app.before_request
    def begin() -> None:
        current = context_of_request()
        if current is not None:
            g.record_context = context.set_current(current)

    @app.teardown_request
    def end(_: BaseException | None) -> None:
        if token := g.pop("record_context", None):
            context.reset(token)


def codes(db: Database, published: str, list_name: str) -> Mapping[str, Option]:
    """The codes of a list that the province added, also those it has deleted since."""
    wanted = Selection(CodeList.record_type, [published], equal={"list_name": list_name})
    both = (wanted, replace(wanted, deleted=True))
    rows = [row for each in both for row in find(db, each, COLUMNS, window=ALL)]
    return code_list.options(rows, list_name)


def names(db: Database, areas: Collection[str], record_type: str) -> Sequence[Named]:
    """The records of those areas that a form can refer to, the newest first."""
    schema = record.get(record_type)
    order = (f"-{schema.day_field}",) if schema.day_field else (schema.title_field,)
    rows = find(db, Selection(record_type, areas), columns(record_type), order, ALL)
    return references.distinct(Named(r["_id"], titles.called(record_type, r)) for r in rows)


def name_in(names: Sequence[Named], record_id: str) -> str:
    """The name of that record; empty if it is not among them."""
    return next((named.name for named in names if named.record_id == record_id), "")


def columns(record_type: str) -> list[str]:
    """The columns that ``titles.called`` needs."""
    schema = record.get(record_type)
    return [name for name in (schema.title_field, schema.day_field) if name]
