"""Who changed what in a record, and when, and how far it has got."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from schemas.privacy import consents
from schemas.record import field_of, in_order
from schemas.tables import tabular
from sync.changes import DELETED, Change, Key, device_of
from sync.clock import Timestamp
from sync.decisions import subject
from sync.merge import Record
from webui.language import language, say, spoken

from ...syncing.status import attention
from .authors import named, place_of
from .services import Schema

if TYPE_CHECKING:
    from ...agent import Agent

ALL = 1 << 30


class Step(NamedTuple):
    """What one change made of one field, in words; empty for what is not filled in."""

    label: str
    was: str
    now: str


class Deed(NamedTuple):
    """One change, in words."""

    what: str
    author: str
    millis: int
    waits: bool  # the province has not confirmed it yet
    excluded: str  # why it is not counted; empty: it is counted
    place: str = ""  # on which computer
    steps: tuple[Step, ...] = ()  # field by field; of a change that made the record, none


def history(agent: Agent, schema: Schema, record: Record) -> list[Deed]:
    """The changes of a record, the newest first."""
    waiting = {change.at for change in unsent(agent)}
    entries = agent.store().history([record.key])
    before = _before(entry.change for entry in entries if not entry.reason)
    hidden = consents.hidden(schema, record.values)
    deeds = [
        Deed(
            _what(schema, entry.change, is_first=place == 0),
            named(entry.change.author),
            entry.change.at.millis,
            entry.change.at in waiting,
            entry.reason,
            place_of(device_of(entry.change.replica)),
            _steps(schema, entry.change, before.get(entry.change.at, {}), hidden) if place else (),
        )
        for place, entry in enumerate(entries)
    ]
    return deeds[::-1]


def _before(changes: Iterable[Change]) -> dict[Timestamp, dict[str, object]]:
    """The values of the cells of each change when it was made."""
    standing: dict[str, object] = {}
    before = {}
    for change in sorted(changes, key=lambda change: change.at):
        before[change.at] = {name: standing.get(name) for name in change.fields}
        standing |= change.fields
    return before


def _steps(
    schema: Schema, change: Change, before: Mapping[str, object], hidden: Collection[str]
) -> tuple[Step, ...]:
    def as_text(name: str, value: object) -> str:
        is_secret = name in hidden and value is not None
        return say("record.erased") if is_secret else _as_text(schema, name, value)

    return tuple(
        Step(labels(schema, [n])[0], as_text(n, before.get(n)), as_text(n, change.fields[n]))
        for n in in_order(schema, change.fields)
        if n != DELETED and field_of(schema, n)
    )


def _as_text(schema: Schema, name: str, value: object) -> str:
    return tabular.cells(schema, {name: value}, language(), [name])[0]


def unsent(agent: Agent) -> Iterable[Change]:
    """The changes of this computer that the province has not confirmed."""
    store = agent.store()
    confirmed = store.checkpoint()
    return store.own(confirmed.name, confirmed.sent, ALL) if confirmed.name else ()


def waiting_keys(agent: Agent) -> set[Key]:
    return {change.key for change in unsent(agent)}


def needing_keys(agent: Agent) -> set[Key]:
    """The records that a conflict or a parked change speaks of."""
    return {subject(notice) for notice in attention(agent)}


def _what(schema: Schema, change: Change, is_first: bool) -> str:
    if DELETED in change.fields:
        gone = change.fields[DELETED] is True
        return say("record.history_deleted" if gone else "record.history_restored")
    if is_first:
        return say("record.history_made")
    return say(
        "record.history_changed", fields=", ".join(labels(schema, in_order(schema, change.fields)))
    )


def labels(schema: Schema, cells: Iterable[str]) -> list[str]:
    """What those cells are called; of a family, its name and the criteria."""
    named: dict[str, list[str]] = {}
    for cell in cells:
        field = field_of(schema, cell)
        name, _, code = cell.partition(".")
        named.setdefault(spoken(field.label) if field else name, []).append(code)
    return [f"{name} {', '.join(filter(None, codes))}".strip() for name, codes in named.items()]
