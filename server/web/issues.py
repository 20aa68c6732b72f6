"""Open conflicts and parked changes in the words of the people who are to settle them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import NamedTuple

from flask import url_for

from schemas.fields import Label
from schemas.record import RecordSchema, record_types
from server import auth
from server.reports.attention import Conflict, Parked, Write
from server.texts import REASONS
from sync.changes import DELETED, Key
from sync.merge import Record

from . import shown
from .pages import say, spoken


class Line(NamedTuple):
    """One of the values that compete."""

    text: str
    who: str
    device: str
    millis: int
    stands: bool


class Dispute(NamedTuple):
    key: Key
    kind: Label
    title: str
    label: Label  # of the field
    lines: list[Line]
    href: str


class Waiting(NamedTuple):
    kind: Label
    title: str
    home: str
    who: str
    device: str
    millis: int
    reason: str
    fields: list[shown.Shown]
    href: str


def disputes(conflicts: Collection[Conflict], seen: Collection[str]) -> list[Dispute]:
    """In words; with the address of the record if its area is among those ``seen``."""
    records = auth.province().store().load([conflict.key for conflict in conflicts])
    return [_dispute(conflict, records[conflict.key], seen) for conflict in conflicts]


def waiting(parked: Collection[Parked], seen: Collection[str]) -> list[Waiting]:
    records = auth.province().store().load([change.key for change in parked])
    return [_waiting(change, records[change.key], seen) for change in parked]


def _dispute(conflict: Conflict, record: Record, seen: Collection[str]) -> Dispute:
    schema = record_types().get(conflict.key.record_type)
    field = conflict.field
    stands = record.cells[field].at if field in record.cells else None
    return Dispute(
        key=conflict.key,
        kind=_kind(conflict.key, schema),
        title=_title(schema, record, record.values),
        label=shown.label(schema, field) if schema else Label(field, field),
        lines=[_line(write, field, schema, write.at == stands) for write in conflict.writes],
        href=_address(record, seen),
    )


def _waiting(change: Parked, record: Record, seen: Collection[str]) -> Waiting:
    schema = record_types().get(change.key.record_type)
    values = record.values if change.key.area in seen else {}
    reason = REASONS.get(change.reason)
    return Waiting(
        kind=_kind(change.key, schema),
        title=_title(schema, record, {**values, **change.fields}),
        home=change.home,
        who=change.author or say("attention.somebody"),
        device=change.device,
        millis=change.millis,
        reason=spoken(reason) if reason else change.reason,
        fields=_fields(change.fields, schema),
        href=_address(record, seen),
    )


def _line(write: Write, field: str, schema: type[RecordSchema] | None, stands: bool) -> Line:
    who = write.author or say("attention.somebody")
    return Line(_said(write.value, field, schema), who, write.device, write.millis, stands)


def _said(value: object, field: str, schema: type[RecordSchema] | None) -> str:
    """Of a deletion that crossed an edit, the edit's values stand beside the deletion."""
    if field == DELETED and isinstance(value, dict):
        return "; ".join(f"{spoken(f.label)}: {f.text}" for f in _fields(value, schema))
    if field == DELETED and value is True:
        return say("attention.deletes")
    text = shown.text(schema, field, value) if schema and field != DELETED else str(value)
    return text or say("record.empty")


def _fields(values: Mapping[str, object], schema: type[RecordSchema] | None) -> list[shown.Shown]:
    if schema is None:
        return [shown.Shown(n, Label(n, n), str(value)) for n, value in values.items()]
    return [
        shown.Shown(name, shown.label(schema, name), shown.text(schema, name, value))
        for name, value in values.items()
    ]


def _kind(key: Key, schema: type[RecordSchema] | None) -> Label:
    return schema.label if schema else Label(key.record_type, key.record_type)


def _title(schema: type[RecordSchema] | None, record: Record, values: Mapping[str, object]) -> str:
    name = schema.title_field if schema else ""
    said = shown.text(schema, name, values.get(name)) if schema and name else ""
    return said or record.key.record_id


def _address(record: Record, seen: Collection[str]) -> str:
    area, record_type, record_id = record.key
    schema = record_types().get(record_type)
    if area not in seen or schema is None or schema.published or not record.cells:
        return ""
    return url_for("web.record", record_type=record_type, area=area, record_id=record_id)
