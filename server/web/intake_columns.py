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

from .texts import TEXTS

Schema = type[RecordSchema]
HOMES = {tuple(TEXTS[f"column.{n}"][lang] for n in ("units", "centre")) for lang in (0, 1)}


def home(schema: Schema) -> str:
    """The area of what no centre keeps; empty: such records lie in the centres' own."""
    return auth.province().area_of(schema)


def choices(schema: Schema) -> list[tuple[str, Label]]:
    return intake.choices(schema, current_user.role, not home(schema))


def recognised(schema: Schema, grid: list[Row]) -> Layout:
    """The columns that are known by their headings, and that this person may fill in."""
    rows = [_without_home(schema, row) for row in grid[:HEAD]]
    found = intake.recognised(schema, rows, not home(schema))
    return intake_sheet.only(found, dict(choices(schema)))


def layout(batch: Batch) -> Layout:
    header, columns, area = json.loads(batch.layout)
    return Layout(header, tuple(columns), area)


def _without_home(schema: Schema, row: list[str]) -> list[str]:
    """Headings without those by which our own lists say where a record lies, as far as the
    rows are not told apart by that."""
    if tuple(row[:2]) not in HOMES:
        return row
    return ["", "" if home(schema) else row[1], *row[2:]]
