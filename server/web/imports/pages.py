"""The pages of a table on its way in: to choose it, to wait, to look, and what came of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flask import request, url_for
from flask_login import current_user

from schemas import reversing
from schemas.importing import plan
from schemas.importing.page import Preview
from schemas.record import RecordSchema, get
from server import ambient
from server.auth import permissions
from server.centres import lookup
from sync.stores import batches as states
from sync.stores.batches import Batch
from webui.language import language

from ..pages import page
from ..query import asked
from . import columns, work

Schema = type[RecordSchema]
Address = Callable[..., str]


def first(schema: Schema, fault: str = "") -> str:
    """The page on which a file is chosen, with those that were brought in before."""
    earlier, at = work.earlier(schema), _addresses(schema.record_type)
    adds = permissions.may_publish(schema)
    return _page("intake", schema.record_type, at=at, fault=fault, earlier=earlier, adds=adds)


def show(batch: Batch) -> str:
    """How far it has come."""
    if batch.state != states.DRAFT:
        undoable = reversing.is_undoable(get(batch.record_type))
        return _of("intake_done", batch, undoable=undoable)
    work.look(batch)
    if work.desk().is_planned(batch):
        return _preview(batch)
    return _of("intake_looking", batch, failed=batch.id in work.works().failed)


def _preview(batch: Batch) -> str:
    schema, desk, args = get(batch.record_type), work.desk(), request.args
    looked = Preview(
        schema,
        columns.layout(batch),
        work.head(batch),
        columns.choices(schema),
        lambda: desk.plan(batch),
        desk.notes(batch),
        work.remembered(schema),
    )
    only, number = args.get("only", ""), args.get("page", 1, int)
    edit, keep = args.get("edit", 0, int), args.get("keep", 0, int)
    told = looked.shown(only, number, language(), edit, keep)
    return _of("intake_preview", batch, centres=_centres(schema), twin=_twin(schema), **told)


def texts_of(batch: Batch, number: int) -> dict[str, str]:
    """What stands in the cells of a row that can be mended."""
    row = plan.row(work.desk().plan(batch), number)
    known = dict(columns.choices(get(batch.record_type)))
    return {name: row.line.texts.get(name, "") for name in known} if row else {}


def _of(template: str, batch: Batch, **shown: Any) -> str:
    works, at = work.works(), _addresses(batch.record_type, batch.id)
    done, is_working = works.get(batch.id, 0), batch.id in works
    told = {"batch": batch, "at": at, "done": done, "is_working": is_working}
    return _page(template, batch.record_type, **told, **shown)


def _page(template: str, record_type: str, **shown: Any) -> str:
    return page(template, ask=asked(record_type, period="all"), **shown)


def _addresses(record_type: str, of: str = "") -> Address:
    def at(deed: str, name: str = of, **args: Any) -> str:
        args |= {"name": name} if name else {}
        return url_for(f"web.{deed}_intake", record_type=record_type, **args)

    return at


def _twin(schema: Schema) -> Address:
    kind = schema.record_type
    return lambda area, record_id: url_for(
        "web.record", record_type=kind, area=area, record_id=record_id, period="all"
    )


def _centres(schema: Schema) -> list[tuple[str, str]]:
    """The centres that a person can choose from, where the records are theirs."""
    if columns.home(schema):
        return []
    mine = ambient.scope(current_user, ambient.today())
    named = lookup.all_centres(ambient.province().db(), ambient.today()).named
    return [(one.record_id, one.name) for one in named if one.record_id in mine]
