"""Conflicts and parked changes in the words of the people who decide about them.

Both are records that the engine writes (``sync.review``). A page shows who wrote each value,
on which computer, and up to three times: by the clock of that computer, by a right clock,
and when the province received it.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, NamedTuple

from schemas.formatting.vietnamese import moment
from schemas.record import Values, record_types
from sync import decisions
from sync.changes import CONFLICT, DELETED, PARKED, device_of
from sync.clock import Timestamp, corrected
from sync.decisions import KEEP, Write
from sync.merge import Record
from sync.shortening import is_shortened

from ..language import language, say
from . import reasons, wording
from .host import Host
from .texts import TEXTS
from .wording import Schema, Written


class Signature(NamedTuple):
    """Who wrote something, on which computer and when; times in ms."""

    author: str
    device: str  # in words; empty if not known
    claimed: int
    corrected: int  # 0: that clock was right, as far as is known
    received: int  # 0: written at the province, or not known


class Line(NamedTuple):
    """One cell of a change."""

    label: str  # empty where the page already names the field
    text: str
    current: str = ""  # what the record has now


class Version(NamedTuple):
    """One of the values that compete."""

    choice: str  # what a form sends to choose it
    lines: list[Line]  # of an edit that crossed a deletion: all that it set
    by: Signature
    in_use: bool
    is_new: bool  # it came after somebody had decided


class Ending(NamedTuple):
    """How a person dealt with it."""

    sentence: str
    why: str  # what the province wrote to the centre, if anything
    millis: int


@dataclass(frozen=True)
class Item:
    """A conflict or a parked change, and the record that it is about."""

    notice: Record
    record: Record
    schema: Schema | None  # None: this version does not know the record type
    kind: str
    title: str
    heading: str  # what happened, in a line
    centre: str
    href: str  # of the record; empty if the person cannot open it
    page: str
    ending: Ending | None  # None: it waits for a person


@dataclass(frozen=True)
class Conflict(Item):
    field: str  # in words
    is_deletion: bool
    versions: list[Version]  # what is in use first
    may_decide: bool


@dataclass(frozen=True)
class Parked(Item):
    reason: str
    by: Signature
    lines: list[Line]
    is_cut: bool  # long values are only shown by their beginning


def items(host: Host, notices: Collection[Record]) -> list[Conflict | Parked]:
    """``notices`` in words, in their order."""
    source = _Source(host, notices)
    return [
        source.conflict(notice) if notice.key.record_type == CONFLICT else source.parked(notice)
        for notice in notices
    ]


def conflict(host: Host, notice: Record) -> Conflict:
    return _Source(host, [notice]).conflict(notice)


def parked(host: Host, notice: Record) -> Parked:
    return _Source(host, [notice]).parked(notice)


def whole_text(host: Host, notice: Record) -> str:
    """All that a parked change contains, as a text to keep."""
    source = _Source(host, [notice])
    record = source.records[decisions.subject(notice)]
    schema = record_types().get(record.key.record_type)
    return Written(record, schema, _made_at(notice)).as_text(decisions.content(notice))


def field_of(conflict: Record) -> str:
    """The name of the field that a conflict is about."""
    return str(conflict.values.get("field", ""))


class _Source:
    """The records and log entries that some notices speak of, read at once."""

    def __init__(self, host: Host, notices: Collection[Record]) -> None:
        self.host = host
        self.records = host.store().load({decisions.subject(notice) for notice in notices})
        stamps = [at for notice in notices for at in _stamps(notice)]
        self.entries = host.store().find(stamps)

    def conflict(self, notice: Record) -> Conflict:
        record, field = self.records[decisions.subject(notice)], field_of(notice)
        schema = record_types().get(record.key.record_type)
        is_deletion, label = field == DELETED, wording.label(schema, field)
        heading = say("attention.conflict", field=label)
        if is_deletion:
            heading = say("attention.deletion")
        return Conflict(
            **self._common(notice, record, schema, heading, record.values),
            field=label,
            is_deletion=is_deletion,
            versions=self._versions(notice, record, schema),
            may_decide=self.host.may_decide(record.key, field),
        )

    def parked(self, notice: Record) -> Parked:
        record, content = self.records[decisions.subject(notice)], decisions.content(notice)
        schema = record_types().get(record.key.record_type)
        values = record.values if self.host.may_show(record.key) else {}
        named = {**content, **values}
        code = str(notice.values.get("reason", ""))
        return Parked(
            **self._common(notice, record, schema, say("attention.parked"), named),
            reason=reasons.reason(code).say(language()),
            by=self._parked_by(notice),
            lines=self._content(notice, record, schema),
            is_cut=decisions.is_cut(notice),
        )

    def _common(
        self, notice: Record, record: Record, schema: Schema | None, heading: str, named: Values
    ) -> dict[str, Any]:
        """The fields of ``Item``; the record is called after ``named``."""
        host, record_type = self.host, record.key.record_type
        return {
            "notice": notice,
            "record": record,
            "schema": schema,
            "kind": wording.kind(schema, record_type),
            "title": wording.title(schema, record_type, named),
            "heading": heading,
            "centre": host.centre_name(notice.key.area),
            "href": host.address(record),
            "page": host.page_of(notice.key),
            "ending": self._ending(notice),
        }

    def _versions(self, notice: Record, record: Record, schema: Schema | None) -> list[Version]:
        """All that compete, and what the record has now, also if it is none of them."""
        field, cell = field_of(notice), record.cells.get(field_of(notice))
        versions = [self._version(notice, record, schema, w) for w in decisions.writes(notice)]
        if cell and field != DELETED and not any(one.in_use for one in versions):
            current = Write(cell.at, cell.value, 0, 0)
            versions.append(self._version(notice, record, schema, current))
        return sorted(versions, key=lambda one: not one.in_use)

    def _version(
        self, notice: Record, record: Record, schema: Schema | None, write: Write
    ) -> Version:
        field, closed = field_of(notice), notice.values.get("closed")
        cell = record.cells.get(field)
        in_use = cell is not None and (cell.at == write.at or cell.value == write.value)
        decided = closed if isinstance(closed, list) else []
        return Version(
            choice=KEEP if in_use else str(write.at),
            lines=self._lines(Written(record, schema, write.at), field, write.value),
            by=self._signature(write.at, write.received, write.offset),
            in_use=in_use,
            is_new=bool(decided) and str(write.at) not in decided,
        )

    def _lines(self, change: Written, field: str, value: object) -> list[Line]:
        if field != DELETED or not isinstance(value, dict) or is_shortened(value):
            return [Line("", change.value(field, value))]
        names = wording.ordered(change.schema, value)
        cells = [self._line(change, name, value[name]) for name in names]
        return [Line("", say("attention.edited")), *cells]

    def _line(self, change: Written, name: str, value: object) -> Line:
        label = wording.label(change.schema, name)
        return Line(label, change.value(name, value))

    def _content(self, notice: Record, record: Record, schema: Schema | None) -> list[Line]:
        """All cells of a parked change, each beside what the record has now."""
        content = decisions.content(notice)
        change = Written(record, schema, _made_at(notice))
        cells = record.cells if self.host.may_show(record.key) else {}
        return [
            self._line(change, name, content[name])._replace(
                current=wording.value(schema, name, cells[name].value)
            )
            if name in cells
            else self._line(change, name, content[name])
            for name in wording.ordered(schema, content)
        ]

    def _ending(self, notice: Record) -> Ending | None:
        cell = notice.cells.get("closed")
        if cell is None or decisions.is_waiting(notice):
            return None
        words = {"author": self._author(cell.at), "moment": moment(cell.at.millis)}
        if notice.key.record_type == CONFLICT:
            return Ending(say("attention.decided_by", **words), "", cell.at.millis)
        answer = decisions.answer(notice)
        name = f"attention.how.{answer.how}"
        sentence = say(name if name in TEXTS else "attention.how.other", **words)
        return Ending(sentence, answer.why, cell.at.millis)

    def _signature(self, at: Timestamp, received: int, offset: int) -> Signature:
        entry = self.entries.get(at)
        device = device_of(entry.change.replica) if entry else ""
        right = corrected(at.millis, offset, received)
        named = self.host.device_name(device)
        return Signature(self._author(at), named, at.millis, right, received)

    def _parked_by(self, notice: Record) -> Signature:
        """Who made the parked change, as the notice says: the log may have no copy of it."""
        times = notice.values.get("times")
        received, offset = times if isinstance(times, list) and len(times) == 2 else (0, 0)
        by = self._signature(_made_at(notice), received, offset)
        author = self.host.author_name(str(notice.values.get("author") or ""))
        device = self.host.device_name(device_of(str(notice.values.get("replica", ""))))
        return by._replace(author=author or by.author, device=device)

    def _author(self, at: Timestamp) -> str:
        entry = self.entries.get(at)
        named = self.host.author_name(entry.change.author) if entry else ""
        return named or say("attention.someone")


def _made_at(notice: Record) -> Timestamp:
    """The timestamp of a parked change: its notice is called after it."""
    return Timestamp.parse(notice.key.record_id)


def _stamps(notice: Record) -> list[Timestamp]:
    """The timestamps of the changes that a notice speaks of."""
    stamps = [write.at for write in decisions.writes(notice)]
    stamps += [_made_at(notice)] if notice.key.record_type == PARKED else []
    return [*stamps, notice.cells["closed"].at] if "closed" in notice.cells else stamps
