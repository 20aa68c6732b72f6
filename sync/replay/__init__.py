"""A divergence in a file for the developers: all that decided it, and nothing that people typed.

The file has the headers of changes whole: keys, names of fields, timestamps, what was seen,
replica, number, feed, why it is not merged. Values and authors are hashes, under a secret that is
thrown away; so equal values are equal, and no dictionary finds them. A merge never looks at more,
so the divergence can be played again: ``tests/simulation/replay.py``.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from hashlib import blake2b
from typing import Any, TypeVar

from .. import rows
from ..changes import CONFLICT, DELETED, PARKED, Change, Entry, Key
from ..errors import MessageUnreadable
from ..merge import Cell, Record, fingerprint, merge
from ..messages import Digest
from ..ports import Checkpoint, Receipt
from ..repair import Difference
from ..replica import Replica
from ..review import namesake_key

IS, VERSION = "khuyenhoc replay", 1
OPEN = frozenset({"record", "field", "reason"})  # of conflicts and notices: what merging asks for

Veil = Callable[[object], str]
Named = TypeVar("Named", Change, Record)


@dataclass(frozen=True)
class Replay:
    made: int
    software: str
    device: str
    home: str
    checkpoint: Checkpoint
    difference: Difference
    standing: Mapping[Key, Digest]  # of the records as they stood, whatever was noted of them
    logged: Mapping[Key, Digest]  # what our log made of them
    logged_there: Mapping[Key, Digest]
    trace: tuple[Mapping[str, object], ...] = ()  # of the sync: its exchanges, in order
    plan: Mapping[str, object] | None = None  # of the scheduler


def capture(replica: Replica, difference: Difference, checkpoint: Checkpoint, made: int) -> Replay:
    """All that is known of a divergence; to be pseudonymized before it is written anywhere.

    ``checkpoint`` is the one before anything was repaired.
    """
    own = logged(difference.keys, merged_changes(replica, difference))
    server = logged(difference.keys, difference.server_changes)
    stood = {key: Record(key) for key in difference.keys} | {
        r.key: r for r in difference.own_records
    }
    return Replay(
        made=made,
        software=replica.schema_version,
        device=replica.device,
        home=replica.notice_area,
        checkpoint=checkpoint,
        difference=difference,
        standing={key: fingerprint(stood[key]) for key in difference.keys},
        logged={key: fingerprint(record) for key, record in own.items()},
        logged_there={key: fingerprint(record) for key, record in server.items()},
    )


def merged_changes(replica: Replica, difference: Difference) -> list[Change]:
    """What our log, as it then was, merged into the records that differed."""
    noticed = {record.key for record in difference.own_records if "reason" in record.cells}
    return [
        entry.change
        for entry in difference.own_entries
        if entry.change.key in difference.own_fingerprints
        and not entry.reason
        and not noticed.intersection(replica.notices_of([entry]))
    ]


def logged(keys: Iterable[Key], changes: Iterable[Change]) -> dict[Key, Record]:
    """What those changes make of those records."""
    records = {key: Record(key) for key in keys}
    for change in changes:
        if change.key in records:
            records[change.key] = merge(records[change.key], change)
    return records


def pseudonymized(whole: Replay, secret: bytes) -> Replay:
    """The same without anything that people typed. ``secret`` must be random, and forgotten."""

    def pseudonym(value: object) -> str:
        text = json.dumps(value, ensure_ascii=False, sort_keys=True)
        return blake2b(text.encode(), key=secret, digest_size=8).hexdigest()

    ours = [_change(entry.change, pseudonym) for entry in whole.difference.own_entries]
    pairs = zip((entry.change for entry in whole.difference.own_entries), ours, strict=True)
    called = {namesake_key(whole.home, c): namesake_key(whole.home, v) for c, v in pairs}
    logs = zip(whole.difference.own_entries, ours, strict=True)
    difference = replace(
        whole.difference,
        own_records=tuple(
            _renamed(_record(record, pseudonym), called) for record in whole.difference.own_records
        ),
        own_entries=tuple(
            entry._replace(change=_renamed(change, called)) for entry, change in logs
        ),
        server_changes=tuple(
            _change(change, pseudonym) for change in whole.difference.server_changes
        ),
    )
    return replace(whole, difference=difference)


def dumps(replays: Iterable[Replay]) -> str:
    return json.dumps(
        {"is": IS, "version": VERSION, "replays": [_plain(each) for each in replays]},
        ensure_ascii=False,
    )


def loads(text: str) -> list[Replay]:
    """:raises MessageUnreadable: if that is no such file, or a newer version made it"""
    try:
        body = json.loads(text)
        if (body["is"], body["version"]) != (IS, VERSION):
            raise MessageUnreadable("not a replay of this version")
        return [_read(each) for each in body["replays"]]
    except (LookupError, TypeError, ValueError, AttributeError) as exc:
        raise MessageUnreadable(f"{type(exc).__name__}: {exc}") from exc


def _change(change: Change, pseudonym: Veil) -> Change:
    fields = {name: _value(change.key, name, v, pseudonym) for name, v in change.fields.items()}
    return replace(change, fields=fields, author=pseudonym(change.author) if change.author else "")


def _record(record: Record, pseudonym: Veil) -> Record:
    cells = {
        n: Cell(_value(record.key, n, c.value, pseudonym), c.at) for n, c in record.cells.items()
    }
    return Record(record.key, cells)


def _renamed(one: Named, called: Mapping[Key, Key]) -> Named:
    """With another key, if it is a notice that is named after the content of a change."""
    return replace(one, key=called.get(one.key, one.key))


def _value(key: Key, name: str, value: object, pseudonym: Veil) -> object:
    is_open = name == DELETED or (key.record_type in (CONFLICT, PARKED) and name in OPEN)
    return value if is_open else pseudonym(value)


def _plain(whole: Replay) -> dict[str, Any]:
    difference = whole.difference
    sides = (
        difference.own_fingerprints,
        difference.server_fingerprints,
        whole.standing,
        whole.logged,
        whole.logged_there,
    )
    return {
        **{name: getattr(whole, name) for name in ("made", "software", "device", "home")},
        "checkpoint": whole.checkpoint,
        "digests": [_hex(difference.own_digests), _hex(difference.server_digests)],
        "records": [
            [*key, *(f"{side.get(key, 0):x}" for side in sides)] for key in difference.keys
        ],
        "stood": [rows.record_row(record) for record in difference.own_records],
        "ours": [rows.entry_row(entry) for entry in difference.own_entries],
        "merged": [rows.entry_row(Entry(change)) for change in difference.server_changes],
        "done": [difference.lacked, difference.again, difference.aside],
        "trace": whole.trace,
        "plan": whole.plan,
    }


def _read(body: dict[str, Any]) -> Replay:
    name, sent, feed, cursor, receipt, *later = body["checkpoint"]
    own, server, stood, logged, logged_there = (
        _side(body["records"], place) for place in range(3, 8)
    )
    digests, digests_there = (_digests(side) for side in body["digests"])
    lacked, again, aside = body["done"]
    difference = Difference(
        digests,
        digests_there,
        own,
        server,
        own_records=tuple(rows.row_record(tuple(row)) for row in body["stood"]),
        own_entries=tuple(rows.row_entry(tuple(row)) for row in body["ours"]),
        server_changes=tuple(rows.row_entry(tuple(row)).change for row in body["merged"]),
        lacked=lacked,
        again=again,
        aside=aside,
    )
    return Replay(
        **{name: body[name] for name in ("made", "software", "device", "home")},
        checkpoint=Checkpoint(name, sent, feed, cursor, Receipt(*receipt), *later),
        difference=difference,
        standing=stood,
        logged=logged,
        logged_there=logged_there,
        trace=tuple(body["trace"]),
        plan=body["plan"],
    )


def _hex(side: Mapping[str, Digest]) -> dict[str, str]:
    return {name: f"{value:x}" for name, value in side.items()}


def _digests(digests: Mapping[str, str]) -> dict[str, Digest]:
    return {name: int(value, 16) for name, value in digests.items()}


def _side(listed: Collection[list[str]], place: int) -> dict[Key, Digest]:
    return {Key(*row[:3]): int(row[place], 16) for row in listed}
