"""The conflicts and parked changes about a record, and what a form may send again of them."""

from __future__ import annotations

from flask import url_for

from schemas.record import families, owner_of, record_types
from sync import decisions
from sync.changes import CONFLICT, DELETED, Key
from sync.decisions import subject
from sync.merge import Record

from ...syncing import status
from ..context import agent
from . import services

CENTRE = "centre"  # the owner of the fields that a centre fills in


def page_of(notice: Key) -> str:
    """The address of the page of one conflict or parked change."""
    what = "conflict" if notice.record_type == CONFLICT else "parked"
    return url_for(f"attention.{what}", name=notice.record_id)


def waiting_for(key: Key) -> list[str]:
    """The addresses of the open conflicts and parked changes about a record."""
    notices = status.attention(agent())
    return [page_of(notice.key) for notice in notices if subject(notice) == key]


def sendable(notice: Record, record: Record) -> list[str]:
    """The fields of a parked change that the centre may send again by a form."""
    schema = record_types().get(record.key.record_type)
    if schema is None or record.deleted or record.key.area != agent().area:
        return []
    if not services.filled_in_at_centres(schema) and not families(schema):
        return []
    names = [name for name in decisions.content(notice) if name != DELETED]
    return [name for name in names if owner_of(schema, name) == CENTRE]


def send_again_address(notice: Record, record: Record) -> str:
    """The form in which the content can be sent again; empty if there is none."""
    schema = record_types().get(record.key.record_type)
    if schema is None or not sendable(notice, record):
        return ""
    name, key = notice.key.record_id, record.key
    if families(schema):
        year = record.values.get("year") or decisions.content(notice).get("year")
        return url_for("evaluation.show", year=year, notice=name) if year else ""
    return url_for(
        "records.edit", record_type=key.record_type, record_id=key.record_id, notice=name
    )
