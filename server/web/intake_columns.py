"""What the columns of an office's table are, and can be said to be."""

from __future__ import annotations

import json

from flask_login import current_user

from schemas import intake, intake_sheet
from schemas.fields import Label
from schemas.grids import Row
from schemas.intake import Layout
from schemas.intake_page import HEAD
from schemas.record import RecordSchema
from server import auth
from sync.stores.batches import Batch

Schema = type[RecordSchema]


def home(schema: Schema) -> str:
    """The area of what no centre keeps; empty: such records lie in the centres' own."""
    return auth.province().area_of(schema)


def choices(schema: Schema) -> list[tuple[str, Label]]:
    return intake.choices(schema, current_user.role, not home(schema))


def recognised(schema: Schema, grid: list[Row]) -> Layout:
    """The columns that are known by their headings, and that this person may fill in."""
    found = intake.recognised(schema, grid[:HEAD], not home(schema))
    return intake_sheet.only(found, dict(choices(schema)))


def layout(batch: Batch) -> Layout:
    header, columns, area = json.loads(batch.layout)
    return Layout(header, tuple(columns), area)
