"""The province's side of importing a table: what an office publishes, or fills in for centres.

An import belongs to the person who began it, and its rows to who may fill them in: that is
asked again when they are written.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from flask import abort, url_for
from flask_login import login_required

from schemas.importing.layout import Layout
from schemas.record import RecordSchema, get, record_types
from server import ambient, imports
from server.auth import permissions
from server.centres import lookup
from sync.merge import Record
from sync.replica import Replica
from sync.stores.batches import Batch
from sync.stores.exports import Elsewhere
from sync.stores.imports import Imports
from webui.imports.host import View

from .. import background
from ..pages import page_of
from ..query import list_request
from .existing import OfficeRecords, load

Schema = type[RecordSchema]
FRAME = "web/framed.html"


class ProvinceImports:
    """Implements ``webui.imports.host.Host`` for who is logged in at the province."""

    def guard(self, view: View) -> View:
        guarded: View = login_required(view)
        return guarded

    def schema(self, record_type: str) -> Schema:
        schema = record_types().get(record_type) or abort(404)
        if not permissions.may_bring(schema):
            abort(403, "fault.no_intake")
        return schema

    def imports(self) -> Imports:
        return imports.of(ambient.province())

    def replica(self) -> Replica:
        return ambient.province().hub()

    def now(self) -> int:
        return ambient.province().wall()

    def memory_owner(self) -> str:
        """An office; of a district, each unit has its own."""
        user = ambient.user()
        return f"{user.role} {ambient.own_unit() if user.of_a_district else ''}".strip()

    def owns(self, batch: Batch) -> bool:
        return batch.author == ambient.user().name

    def area(self, schema: Schema) -> str:
        return ambient.province().area_of(schema)

    def role(self) -> str:
        return ambient.user().role

    def takes_centre(self, schema: Schema) -> bool:
        return not self.area(schema)

    def centres(self, schema: Schema) -> Sequence[tuple[str, str]]:
        if self.area(schema):
            return ()
        areas = ambient.scope(ambient.user(), ambient.today())
        named = lookup.all_centres(ambient.province().db(), ambient.today()).named
        return [(one.record_id, one.name) for one in named if one.record_id in areas]

    def existing(self, batch: Batch, layout: Layout) -> OfficeRecords:
        store = ambient.province().store()
        return load(get(batch.record_type), store, batch.area, layout.area)

    def may_write(self, schema: Schema, record: Record) -> bool:
        if record.cells:
            return permissions.may_fill(schema, record)
        return permissions.may_publish(schema)

    def after_step(self) -> None:
        """Nothing: centres fetch what is new when they sync."""

    def elsewhere(self) -> Elsewhere:
        return background.elsewhere

    def on_failure(self, show: Callable[[str], str]) -> None:
        """Nothing: ``faults`` shows a page of its own."""

    def lead(self, schema: Schema) -> str:
        return "intake.lead" if permissions.may_publish(schema) else "intake.lead_answers"

    def list_address(self, schema: Schema) -> str:
        return url_for("web.records", record_type=schema.record_type, period="all")

    def record_address(self, record_type: str, area: str, record_id: str) -> str:
        return url_for(
            "web.record", record_type=record_type, area=area, record_id=record_id, period="all"
        )

    def blank_address(self, schema: Schema) -> str:
        return url_for("imports.blank", record_type=schema.record_type)

    def page(self, template: str, schema: Schema, **values: Any) -> str:
        ask = list_request(schema.record_type, period="all")
        return page_of(template, frame=FRAME, ask=ask, schema=schema, **values)
