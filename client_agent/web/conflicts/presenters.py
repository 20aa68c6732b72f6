"""Conflicts and parked changes in the words of the people who are to settle them."""

from __future__ import annotations

from typing import NamedTuple

from flask import url_for

from schemas import record as registry
from schemas.formatting.vietnamese import moment
from schemas.privacy import consents
from schemas.readable import plainly
from schemas.record import families, in_order, owner_of
from schemas.tables import tabular
from sync import decisions
from sync.changes import CONFLICT, DELETED, Key, device_of
from sync.clock import Timestamp
from sync.decisions import KEEP, Write
from sync.merge import Record
from sync.shortening import beginning, is_shortened
from webui.titles import title_of

from ...syncing import status
from ..context import agent
from ..language import language, say, spoken
from ..records import services
from ..records.addresses import address
from ..records.authors import Signed, author_of, place_of, signed
from ..records.history import labels
from ..records.services import Schema
from ..texts import TEXTS

CENTRE = "centre"


class About(NamedTuple):
    """The record that a notice speaks of."""

    record: Record
    schema: Schema | None  # None: this version does not know the type
    title: str
    kind: str
    href: str  # "": it is not on this computer


class Line(NamedTuple):
    label: str
    text: str
    stands: str = ""  # what the record says now


class Version(NamedTuple):
    """One of the values that compete."""

    choice: str
    lines: list[Line]
    by: Signed
    stands: bool
    is_new: bool  # it came after somebody had decided


def page_of(notice: Record) -> str:
    """The address of the page on which the notice is seen and answered."""
    what = "conflict" if notice.key.record_type == CONFLICT else "parked"
    return url_for(f"attention.{what}", name=notice.key.record_id)


def waiting_for(key: Key) -> list[str]:
    """The pages on which what waits about a record is decided."""
    waiting = status.attention(agent())
    return [page_of(notice) for notice in waiting if decisions.subject(notice) == key]


def about(notice: Record) -> About:
    key = decisions.subject(notice)
    found = services.load(agent(), key)
    schema = registry.record_types().get(key.record_type)
    if schema is None:
        return About(found, None, key.record_type, key.record_type, "")
    named = decisions.content(notice).get(schema.title_field) if not found.cells else None
    href = address(schema, found)
    kind, title = spoken(schema.label), str(named or title_of(schema, found.values))
    return About(found, schema, f"{kind} {title}" if title.isdecimal() else title, kind, href)


def field(notice: Record) -> str:
    return str(notice.values.get("field", ""))


def heading(notice: Record, about: About) -> str:
    """What it is about, in a line."""
    if notice.key.record_type != CONFLICT:
        return say("attention.parked")
    if field(notice) == DELETED:
        return say("attention.deletion")
    return say("attention.conflict", field=label(about.schema, field(notice)))


def answered(notice: Record) -> str:
    """Who dealt with it, how and when; empty as long as it waits."""
    cell = notice.cells.get("closed")
    if cell is None or decisions.is_waiting(notice):
        return ""
    told = {"author": author_of(cell.at), "moment": moment(cell.at.millis)}
    if notice.key.record_type == CONFLICT:
        return say("attention.decided_by", **told)
    name = f"attention.how.{decisions.answer(notice).how}"
    return say(name if name in TEXTS else "attention.how.other", **told)


def may_decide(conflict: Record, about: About) -> bool:
    """Whether the field is the centre's to fill in."""
    ours = about.schema is not None and owner_of(about.schema, field(conflict)) == CENTRE
    return ours and about.record.key.area == agent().area


def versions(conflict: Record, about: About) -> list[Version]:
    """All that compete, what stands in the record first, also if it is none of them."""
    listed = decisions.writes(conflict)
    cell = about.record.cells.get(field(conflict))
    found = [_version(conflict, about, write) for write in listed]
    if cell and field(conflict) != DELETED and not any(one.stands for one in found):
        found.append(_version(conflict, about, Write(cell.at, cell.value, 0, 0)))
    return sorted(found, key=lambda one: not one.stands)


def _version(conflict: Record, about: About, write: Write) -> Version:
    name, closed = field(conflict), conflict.values.get("closed")
    cell = about.record.cells.get(name)
    stands = cell is not None and (cell.value == write.value or cell.at == write.at)
    seen = closed if isinstance(closed, list) else []
    return Version(
        choice=KEEP if stands else str(write.at),
        lines=_said(about, name, write.value),
        by=signed(write.at, write.received, write.offset),
        stands=stands,
        is_new=bool(seen) and str(write.at) not in seen,
    )


def _said(about: About, name: str, value: object) -> list[Line]:
    """A value; of an edit that crossed a deletion, all that it set."""
    schema = about.schema
    if schema and value is not None and name in consents.hidden(schema, about.record.values):
        return [Line("", say("record.erased"))]
    if name == DELETED and isinstance(value, dict) and not is_shortened(value):
        names = in_order(schema, value) if schema else value
        return [Line(label(schema, each), shown(schema, each, value[each])) for each in names]
    return [Line("", shown(schema, name, value))]


def content(notice: Record, about: About) -> list[Line]:
    """All that a parked change said, and what the record says now."""
    now, said = about.record.cells, decisions.content(notice)
    return [
        Line(
            label(about.schema, name),
            shown(about.schema, name, said[name]),
            shown(about.schema, name, now[name].value) if name in now else "",
        )
        for name in (in_order(about.schema, said) if about.schema else said)
    ]


def whole_text(notice: Record, about: About) -> str:
    """What a parked change said, as a text to keep."""
    said = decisions.content(notice)
    names = in_order(about.schema, said) if about.schema else said
    lines = (f"{label(about.schema, name)}:\n{said[name]}\n" for name in names)
    return "\n".join(lines)


def reason(notice: Record) -> str:
    name = f"reason.{notice.values.get('reason', '')}"
    return say(name if name in TEXTS else "reason.other")


def parked_by(notice: Record) -> Signed:
    """Who made the parked change, of which this computer may have no copy."""
    times = notice.values.get("times")
    received, offset = times if isinstance(times, list) else (0, 0)
    by = signed(Timestamp.parse(notice.key.record_id), received, offset)
    author = str(notice.values.get("author") or by.author)
    place = place_of(device_of(str(notice.values.get("replica", ""))))
    return by._replace(author=author, place=place)


def sendable(notice: Record, about: About) -> list[str]:
    """The fields of a parked change that the centre may send again by a form."""
    schema, record = about.schema, about.record
    if schema is None or record.deleted or record.key.area != agent().area:
        return []
    if not services.is_ours(schema) and not families(schema):
        return []
    names = [name for name in decisions.content(notice) if name != DELETED]
    return [name for name in names if owner_of(schema, name) == CENTRE]


def label(schema: Schema | None, name: str) -> str:
    if name == DELETED:
        return say("attention.deleted")
    return ", ".join(labels(schema, [name])) if schema else name


def shown(schema: Schema | None, name: str, value: object) -> str:
    """A value as lists show it; as it is if this version does not know the field."""
    if is_shortened(value):
        return str(beginning(value))
    if name == DELETED:
        return say("attention.deleted" if value is True else "attention.restored")
    known = registry.field_of(schema, name) if schema else None
    if known is None or value is None:
        return plainly(value)
    return tabular.cell(getattr(known, "cell", known), value, language())
