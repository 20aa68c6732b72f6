"""Who wrote what of a record, and when: read from the log, where nothing is ever changed.

Three times are known of a write that came from a centre: by the centre's clock, by that
clock if it were right, and when the server took it in.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from sync.changes import DELETED, Entry, Key, device_of
from sync.clock import Timestamp, corrected
from sync.merge import Record
from sync.ports import Store


class Writing(NamedTuple):
    """One change: what a person set at one moment; times in milliseconds."""

    author: str
    device: str
    claimed: int
    offset: int  # how far that clock ran ahead
    received: int  # 0: it was written at the server
    reason: str  # why it is not merged; "": it is
    fields: dict[str, object]

    @property
    def corrected(self) -> int:
        """When it was made by a right clock; 0 if the clock that wrote it was right."""
        return corrected(self.claimed, self.offset, self.received)


class Value(NamedTuple):
    """What a field was set to; the current value is marked."""

    value: object
    by: Writing
    is_current: bool


def history(store: Store, key: Key) -> list[Writing]:
    """The newest first."""
    return [_writing(entry) for entry in sorted(store.history([key]), key=_at, reverse=True)]


def record(store: Store, key: Key) -> Record:
    return store.load([key])[key]


def by_field(store: Store, key: Key) -> dict[str, list[Value]]:
    """For each field that was written more than once: all it was set to, the newest first."""
    cells = record(store, key).cells
    known: dict[str, list[Value]] = {}
    for entry in sorted(store.history([key]), key=_at, reverse=True):
        by = _writing(entry)
        for name, value in entry.change.fields.items():
            is_current = name in cells and cells[name].at == entry.change.at
            known.setdefault(name, []).append(Value(value, by, is_current))
    return {name: values for name, values in known.items() if len(values) > 1 or name == DELETED}


def first(writings: Iterable[Writing]) -> Writing | None:
    """Who entered the record."""
    return min(writings, key=lambda writing: writing.claimed, default=None)


def _at(entry: Entry) -> tuple[int, int, str]:
    return entry.change.at


def written(at: Timestamp, entry: Entry | None) -> Writing:
    """What is known of a write; of one that our log has lost, only what its timestamp says."""
    return _writing(entry) if entry else Writing("", "", at.millis, 0, 0, "", {})


def _writing(entry: Entry) -> Writing:
    change = entry.change
    return Writing(
        author=change.author,
        device=device_of(change.replica),
        claimed=change.at.millis,
        offset=entry.offset,
        received=entry.received,
        reason=entry.reason,
        fields=dict(change.fields),
    )
