"""What a centre's device may change.

A change that is not permitted is never refused: the engine parks it (puts it into quarantine)
with the reason given here. ``REASONS`` in ``webui.conflicts.reasons`` has the sentences.
"""

from __future__ import annotations

from schemas.permissions import not_a_centres
from schemas.privacy.consents import is_erasure
from schemas.record import record_types
from sync.changes import DELETED, Change
from sync.merge import Record
from sync.ports import Device

NOT_YOURS = "outside the home area"
FIXED = "entries are never changed"


def may(device: Device, record: Record, change: Change) -> str:
    """Why a centre's device may not make that change; empty if it may."""
    if change.key.area != device.home:
        return NOT_YOURS
    reason = not_a_centres(change.key.record_type, tuple(change.fields))
    return reason or (FIXED if _changes_an_entry(record, change) else "")


def _changes_an_entry(record: Record, change: Change) -> bool:
    """Whether the change alters a record of an append-only type."""
    schema = record_types().get(change.key.record_type)
    if schema is None or not schema.append_only or is_erasure(schema, change.fields):
        return False
    return DELETED in change.fields or not record.cells.keys().isdisjoint(change.fields)
