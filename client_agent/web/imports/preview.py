"""The pages of a file on its way in: to wait, to look at each row, and what came of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flask import current_app, render_template, request, url_for

from schemas import reversing
from schemas.importing import plan
from schemas.importing.page import Preview
from schemas.record import RecordSchema, get
from sync.stores import batches as states
from sync.stores.batches import Batch
from sync.stores.jobs import Works

from ... import imports
from ..context import agent
from ..language import language

Address = Callable[..., str]


def works() -> Works:
    found: Works = current_app.extensions["intakes"]
    return found


def first(schema: type[RecordSchema], fault: str) -> str:
    """The page on which a file is chosen, with those that were brought in before."""
    kind = schema.record_type
    earlier = imports.earlier(agent(), kind)
    return render_template(
        "agent/intake.html", schema=schema, earlier=earlier, fault=fault, at=_addresses(kind)
    )


def shown(batch: Batch) -> str:
    """How far it has come."""
    if batch.state != states.DRAFT:
        undoable = reversing.is_undoable(get(batch.record_type))
        return _page("intake_done", batch, undoable=undoable)
    if imports.of(agent()).is_planned(batch):
        return _page("intake_preview", batch, **_preview(batch))
    return _page("intake_looking", batch, failed=batch.id in works().failed)


def _preview(batch: Batch) -> dict[str, Any]:
    """A person looks at a file, answers what is asked, mends it and confirms it."""
    schema, desk, args = get(batch.record_type), imports.of(agent()), request.args
    looked = Preview(
        schema,
        imports.layout(batch),
        imports.head(agent(), batch),
        imports.choices(schema),
        lambda: desk.plan(batch),
        desk.notes(batch),
        imports.remembered(agent(), batch.record_type),
    )
    edit, keep = args.get("edit", 0, int), args.get("keep", 0, int)
    return looked.shown(args.get("only", ""), args.get("page", 1, int), language(), edit, keep)


def texts_of(batch: Batch, number: int) -> dict[str, str]:
    """What stands in the cells of a row that can be mended."""
    row = plan.row(imports.of(agent()).plan(batch), number)
    known = dict(imports.choices(get(batch.record_type)))
    return {name: row.line.texts.get(name, "") for name in known} if row else {}


def _page(template: str, batch: Batch, **told: Any) -> str:
    kind = batch.record_type
    return render_template(
        f"agent/{template}.html",
        schema=get(kind),
        batch=batch,
        at=_addresses(kind, batch.id),
        twin=lambda area, name: url_for("records.show", kind=kind, record_id=name),
        is_working=batch.id in works(),
        done=works().get(batch.id, 0),
        **told,
    )


def _addresses(kind: str, of: str = "") -> Address:
    def at(deed: str, name: str = of, **args: Any) -> str:
        if deed == "blank":
            return url_for("lists.blank_table", kind=kind)
        args |= {"name": name} if name else {}
        return url_for(f"intakes.{deed}", kind=kind, **args)

    return at
