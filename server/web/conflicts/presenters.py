"""Conflicts and parked changes in the words of the people who are to settle them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import NamedTuple

from flask import url_for

from reporting.attention import Conflict, Ending, Parked, Write
from reporting.history import Writing, written
from schemas.fields import Label
from schemas.formatting.vietnamese import moment
from schemas.privacy import consents
from schemas.readable import plainly
from schemas.record import RecordSchema, in_order, record_types
from server import ambient
from server.auth import permissions
from server.texts.reasons import REASONS
from sync import decisions as rules
from sync.bounds import OUT_OF_BOUNDS
from sync.changes import CONFLICT, DELETED, Key
from sync.decisions import KEEP, is_cut
from sync.merge import Record
from sync.shortening import beginning, is_shortened
from webui.language import spoken

from .. import presenters
from ..pages import say

Schema = type[RecordSchema]


class Line(NamedTuple):
    """One of the values that compete."""

    choice: str
    text: str
    fields: list[presenters.Shown]  # of an edit that crossed a deletion: all that it set
    by: Writing
    stands: bool
    is_new: bool


class Dispute(NamedTuple):
    key: Key
    kind: Label
    title: str
    label: Label  # of the field
    is_deletion: bool
    is_deleted: bool  # the record, now
    lines: list[Line]  # what stands first
    href: str  # of the record
    page: str  # where it is decided
    may_decide: bool
    ending: str  # "": it is open


class Waiting(NamedTuple):
    key: Key
    kind: Label
    title: str
    home: str
    by: Writing
    reason: str
    fields: list[tuple[presenters.Shown, str]]  # and what the record says now
    is_deleted: bool
    href: str
    page: str
    may_release: bool
    is_cut: bool  # these are only the beginnings
    ending: str
    why: str


def disputes(conflicts: Collection[Conflict], seen: Collection[str]) -> list[Dispute]:
    """In words; with the address of the record if its area is among those ``seen``."""
    records = ambient.province().store().load([conflict.key for conflict in conflicts])
    return [_dispute(conflict, records[conflict.key], seen) for conflict in conflicts]


def waiting(parked: Collection[Parked], seen: Collection[str]) -> list[Waiting]:
    records = ambient.province().store().load([change.key for change in parked])
    return [_waiting(change, records[change.key], seen) for change in parked]


def page_of(notice: Key) -> str:
    """The address of the page on which a conflict or a parked change is settled."""
    what = "conflict" if notice.record_type == CONFLICT else "parked"
    return url_for(f"web.{what}", area=notice.area, name=notice.record_id)


def _dispute(conflict: Conflict, record: Record, seen: Collection[str]) -> Dispute:
    schema, field = record_types().get(conflict.key.record_type), conflict.field
    lines = [_line(write, conflict.field, schema, record) for write in conflict.writes]
    cell = record.cells.get(field)
    if cell and field != DELETED and not any(line.stands for line in lines):
        by = written(cell.at, ambient.province().store().find([cell.at]).get(cell.at))
        lines.append(_line(Write(cell.at, cell.value, by), field, schema, record))
    return Dispute(
        key=conflict.key,
        kind=kind_of(conflict.key.record_type),
        title=_title(schema, record, record.values),
        label=presenters.label(schema, field) if schema else Label(field, field),
        is_deletion=field == DELETED,
        is_deleted=record.deleted,
        lines=sorted(lines, key=lambda line: not line.stands),
        href=_address(record, seen),
        page=page_of(conflict.notice.key),
        may_decide=permissions.may_decide(conflict.key, field),
        ending=_ended(conflict.ending),
    )


def _waiting(change: Parked, record: Record, seen: Collection[str]) -> Waiting:
    schema = record_types().get(change.key.record_type)
    values = record.values if change.key.area in seen else {}
    reason = REASONS.get(change.reason)
    said = _fields(change.fields, schema)
    stands = {line.name: line.text for line in _fields(values, schema)}
    return Waiting(
        key=change.key,
        kind=kind_of(change.key.record_type),
        title=_title(schema, record, {**change.fields, **values}),
        home=change.home,
        by=change.by,
        reason=spoken(reason) if reason else change.reason,
        fields=[(line, stands.get(line.name, "")) for line in said],
        is_deleted=record.deleted,
        href=_address(record, seen),
        page=page_of(change.notice.key),
        may_release=permissions.may_release(change.key) and change.reason != OUT_OF_BOUNDS,
        is_cut=is_cut(change.notice),
        ending=_ended(change.ending),
        why=change.ending.why if change.ending else "",
    )


def _ended(ending: Ending | None) -> str:
    if ending is None:
        return ""
    told = {"who": ending.author or say("attention.somebody"), "moment": moment(ending.millis)}
    known = ("sent again", "set aside", "released", "declined")
    how = ending.how if ending.how in known else "other"
    return say(f"attention.how.{how}" if ending.how else "attention.decided_by", **told)


def _line(write: Write, field: str, schema: Schema | None, record: Record) -> Line:
    cell = record.cells.get(field)
    stands = cell is not None and (cell.at == write.at or cell.value == write.value)
    is_edit = field == DELETED and isinstance(write.value, dict) and not is_shortened(write.value)
    values: Mapping[str, object] = write.value if isinstance(write.value, dict) else {}
    return Line(
        choice=KEEP if stands else str(write.at),
        text=say("attention.edits") if is_edit else _said(write.value, field, schema, record),
        fields=_fields(values, schema) if is_edit else [],
        by=write.by,
        stands=stands,
        is_new=write.is_new,
    )


def _said(value: object, field: str, schema: Schema | None, record: Record) -> str:
    if is_shortened(value):
        return str(beginning(value))
    if field == DELETED:
        return say("attention.deletes" if value is True else "attention.keeps")
    if schema and value is not None and field in consents.hidden(schema, record.values):
        return say("record.erased")
    text = presenters.text(schema, field, value) if schema else plainly(value)
    return text or say("record.empty")


def _fields(values: Mapping[str, object], schema: Schema | None) -> list[presenters.Shown]:
    if schema is None:
        return [presenters.Shown(n, Label(n, n), plainly(value)) for n, value in values.items()]
    return [
        presenters.Shown(
            name, presenters.label(schema, name), presenters.text(schema, name, values[name])
        )
        for name in in_order(schema, values)
    ]


def whole_text(notice: Record) -> str:
    """What a parked change said, as a text to keep."""
    key = rules.subject(notice)
    said, schema = rules.content(notice), record_types().get(key.record_type)
    names = in_order(schema, said) if schema else said
    heads = {name: spoken(presenters.label(schema, name)) if schema else name for name in names}
    return "\n".join(f"{heads[name]}:\n{said[name]}\n" for name in names)


def kind_of(record_type: str) -> Label:
    schema = record_types().get(record_type)
    return schema.label if schema else Label(record_type, record_type)


def _title(schema: Schema | None, record: Record, values: Mapping[str, object]) -> str:
    name = schema.title_field if schema else ""
    said = presenters.cell(schema, name, values) if schema and name else ""
    if schema and said.isdecimal():
        return f"{spoken(schema.label)} {said}"
    return said or record.key.record_id


def _address(record: Record, seen: Collection[str]) -> str:
    area, record_type, record_id = record.key
    schema = record_types().get(record_type)
    province = ambient.province()
    if schema is None or not record.cells or not province.may_hold(schema, area):
        return ""
    if area not in seen and not (area in province.above and permissions.concerns(record.key)):
        return ""
    return url_for("web.record", record_type=record_type, area=area, record_id=record_id)
