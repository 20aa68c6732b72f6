"""What the pages of an import show: the form, the progress, each row and its outcome."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flask import request, url_for

from reporting.query.address import page as page_number
from schemas import reversing, texts
from schemas.importing.page import Preview
from schemas.record import get
from sync.stores import batches as states
from sync.stores.batches import Batch

from ..language import language
from .host import Host, Schema
from .importer import Importer, layout_of, works

TEMPLATE = "webui/imports/page.html"
SECONDS = 2  # after which a page that shows progress is loaded again

Address = Callable[..., str]


class Pages:
    def __init__(self, host: Host) -> None:
        self.host, self.importer = host, Importer(host)

    def choose(self, schema: Schema, fault: str = "") -> str:
        """The form for a file, and the imports so far."""
        earlier, lead = self.importer.earlier(schema), self.host.lead(schema)
        return self._page("choose", schema, earlier=earlier, fault=fault, lead=lead)

    def progress(self, batch: Batch) -> str:
        """The page of an import, by how far it has come."""
        schema, is_working = get(batch.record_type), batch.id in works()
        if batch.state != states.DRAFT:
            undoable = reversing.is_undoable(schema)
            return self._page(
                "outcome", schema, batch, is_working, is_working=is_working, undoable=undoable
            )
        if self.importer.imports.is_planned(batch):
            return self._page("preview", schema, batch, **self._preview(batch))
        failed, done = batch.id in works().failed, works().get(batch.id, 0)
        return self._page("planning", schema, batch, not failed, failed=failed, done=done)

    def _preview(self, batch: Batch) -> dict[str, Any]:
        """The columns, the questions and a page of the rows."""
        schema, imports, args = get(batch.record_type), self.importer.imports, request.args
        preview = Preview(
            schema,
            layout_of(batch),
            self.importer.head(batch),
            self.importer.choices(schema),
            lambda: imports.plan(batch),
            imports.notes(batch),
            self.importer.answers(schema).all(),
        )
        only, number = args.get("only", ""), page_number(args)
        edit, keep = args.get("edit", 0, int), args.get("keep", 0, int)
        shown = preview.shown(only, number, language(), edit, keep)
        return {**shown, "centres": self.host.centres(schema)}

    def _page(
        self,
        state: str,
        schema: Schema,
        batch: Batch | None = None,
        refreshes: bool = False,
        **values: Any,
    ) -> str:
        at, title = self._addresses(schema, batch.id if batch else ""), self._title(schema)
        return self.host.page(
            TEMPLATE,
            schema,
            import_state=state,
            batch=batch,
            title=title,
            heading=batch.name if batch else title,
            up=at("choose", name="") if batch else "",
            refresh=SECONDS if refreshes else None,
            refresh_to="",
            at=at,
            list_address=self.host.list_address(schema),
            record_address=lambda area, record_id: self.host.record_address(
                schema.record_type, area, record_id
            ),
            **values,
        )

    def _addresses(self, schema: Schema, batch_id: str) -> Address:
        def at(endpoint: str, name: str = batch_id, **args: Any) -> str:
            if endpoint == "blank":
                return self.host.blank_address(schema)
            args |= {"name": name} if name else {}
            return url_for(f"imports.{endpoint}", record_type=schema.record_type, **args)

        return at

    def _title(self, schema: Schema) -> str:
        lang = language()
        return texts.say("intake.title", lang, table=schema.label.say(lang))
