"""What the columns of an office's table are, and can be said to be."""

from __future__ import annotations

from collections.abc import Sequence

from flask_login import current_user

from schemas.fields import Label
from schemas.importing import intake
from schemas.importing import layout as intake_layout
from schemas.importing.intake import Layout
from schemas.importing.page import HEAD
from schemas.importing.steps import Memory, header_of
from schemas.record import RecordSchema
from schemas.tables.grids import Row
from server import ambient
from sync.stores.batches import Batch

Schema = type[RecordSchema]


def home(schema: Schema) -> str:
    """The area of what no centre keeps; empty: such records lie in the centres' own."""
    return ambient.province().area_of(schema)


def choices(schema: Schema) -> list[tuple[str, Label]]:
    return intake.choices(schema, current_user.role, not home(schema))


def recognised(schema: Schema, grid: Sequence[Row], memory: Memory = ()) -> Layout:
    """The columns that are known by their headings, and that this person may fill in."""
    return header_of(schema, grid[:HEAD], not home(schema), memory, dict(choices(schema)))


def layout(batch: Batch) -> Layout:
    return intake_layout.parsed(batch.layout)
