"""The centre's side of importing a table: its own records, which all of its people fill in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from flask import render_template, url_for

from schemas.importing.existing import ExistingRecords
from schemas.importing.layout import Layout
from schemas.record import RecordSchema, get
from sync.changes import Key
from sync.merge import Record
from sync.replica import Replica
from sync.stores.batches import Batch
from sync.stores.exports import Elsewhere
from sync.stores.imports import Imports
from webui.imports.host import View

from ... import imports
from ...centre import unit_history
from .. import background, faults
from ..context import agent
from ..records import services
from ..records.views import ours

Schema = type[RecordSchema]
ROLE = "centre"
FRAME = "agent/framed.html"


class CentreImports:
    """Implements ``webui.imports.host.Host`` for who is logged in at the centre."""

    def guard(self, view: View) -> View:
        return view  # every page asks who is there: ``people.login``

    def schema(self, record_type: str) -> Schema:
        return ours(record_type, services.owned_by_centres)

    def imports(self) -> Imports:
        return imports.of(agent())

    def replica(self) -> Replica:
        return agent().replica()

    def now(self) -> int:
        return agent().wall()

    def memory_owner(self) -> str:
        return agent().area

    def owns(self, batch: Batch) -> bool:
        return batch.area == agent().area

    def area(self, schema: Schema) -> str:
        return agent().area

    def role(self) -> str:
        return ROLE

    def takes_centre(self, schema: Schema) -> bool:
        return True  # files of many centres are recognised, and rows of others are left out

    def centres(self, schema: Schema) -> Sequence[tuple[str, str]]:
        return ()

    def existing(self, batch: Batch, layout: Layout) -> ExistingRecords:
        records = _records(batch)
        return ExistingRecords(
            get(batch.record_type),
            batch.area,
            {name: record.values for name, record in records.items() if not record.deleted},
            stamps={name: str(record.at) for name, record in records.items()},
            deleted={name for name, record in records.items() if record.deleted},
            names=_names(),
        )

    def may_write(self, schema: Schema, record: Record) -> bool:
        return True

    def after_step(self) -> None:
        agent().sync_soon()

    def elsewhere(self) -> Elsewhere:
        return background.elsewhere

    def on_failure(self, show: Callable[[str], str]) -> None:
        faults.again_with(lambda _errors, sentence: show(sentence))

    def lead(self, schema: Schema) -> str:
        return "intake.lead"

    def list_address(self, schema: Schema) -> str:
        return url_for("lists.show", record_type=schema.record_type)

    def record_address(self, record_type: str, area: str, record_id: str) -> str:
        return url_for("records.show", record_type=record_type, record_id=record_id)

    def blank_address(self, schema: Schema) -> str:
        return url_for("lists.blank_table", record_type=schema.record_type)

    def page(self, template: str, schema: Schema, **values: Any) -> str:
        return render_template(template, frame=FRAME, schema=schema, **values)


def _names() -> list[str]:
    """What files call this centre: its name, and those of its commune, current and former."""
    home = unit_history(agent())
    communes = [units[0] for _, units in home.since if units] + list(home.usual[:1])
    return list(filter(None, [agent().settings.centre, *communes]))


def _records(batch: Batch) -> dict[str, Record]:
    store = agent().store()
    keys = list(store.fingerprints([batch.area], batch.record_type))
    records: dict[Key, Record] = store.load(keys) if keys else {}
    return {key.record_id: record for key, record in records.items()}
