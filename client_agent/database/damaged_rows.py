"""Repairs damaged rows in this machine's log: their changes are fetched again.

Unsent changes are looked for in the copies of the database; sent ones at the
province, too. A row that has changed is replaced only by the very same change, as its own
digest says, or by what a copy of this log or the province proves.
"""

from __future__ import annotations

import logging
from collections.abc import Collection, Iterator
from contextlib import suppress
from typing import NamedTuple

from schemas.formatting.label import LANGUAGES, Label
from schemas.formatting.vietnamese import moment
from schemas.record import record_types
from sync.changes import ASIDE, REPEAT, Key
from sync.clock import Timestamp
from sync.errors import StoreUnusable
from sync.merge import Record
from sync.messages import Response
from sync.ports import Damage
from sync.stores.health import soundness

from ..texts import say
from ..workspace import Workspace
from . import copies

log = logging.getLogger(__name__)

NAMED = 5  # records that a sentence names


class Checked(NamedTuple):
    """The result of a check of every row."""

    left: list[Damage]  # changes that could not be repaired
    mended: int  # records of which a row had changed, and is right again


def damaged(workspace: Workspace) -> list[Damage]:
    """The changes that this machine cannot read, and has no copy of so far."""
    return [damage for damage in workspace.store().damage() if damage.reason != REPEAT]


def unsent(workspace: Workspace) -> list[Damage]:
    """Of these, those that this machine had not sent: they may exist nowhere else."""
    own = workspace.store().checkpoint()
    waiting = [d for d in damaged(workspace) if d.replica == own.name and d.number > own.sent]
    aside = [d for d in damaged(workspace) if d.reason == ASIDE and d.number]
    return [*waiting, *aside]


def check(workspace: Workspace) -> Checked:
    """Read every row of the log and of the records, and repair what can be repaired.

    Copies are searched for those, and records that had changed are rebuilt from the log.
    """
    store = workspace.store()
    wrong = {key for keys in store.look_through() for key in keys}
    unproved = list(soundness.unproved(store.db.conn, lambda: None))
    store.load(unproved)
    with store.transaction():  # writes down the damage that was met
        pass
    if workspace.settings.device:
        from_copies(workspace)
    left = damaged(workspace)
    return Checked(left, len({*wrong, *unproved} - {damage.key for damage in left}))


def messages(workspace: Workspace) -> Iterator[Label]:
    """What a person must know of damage, on this computer and at the province."""
    if left_out := workspace.state.get("left_out", []):
        yield say("status.left_out", count=len(left_out))
    waiting = unsent(workspace)
    rest = [damage for damage in damaged(workspace) if damage not in waiting]
    for name, some in (("damage.unsent", waiting), ("damage.sent", rest)):
        if some:
            yield say(name, count=len(some), names=_names(workspace, some))


def _names(workspace: Workspace, some: Collection[Damage]) -> Label:
    """What a person calls the records, the first few of them."""
    first = {damage.key: damage.at.millis for damage in reversed(list(some))}
    keys = list(dict.fromkeys(damage.key for damage in some))[:NAMED]
    records = workspace.store().load(keys)
    labels = [_named(records[key], first[key]) for key in keys]
    return Label(*("; ".join(getattr(each, lang) for each in labels) for lang in LANGUAGES))


def _named(record: Record, saved: int) -> Label:
    """The record by its title; by when it was saved (ms) if nothing of it can be shown."""
    if record.cells:
        return named(record.key, record)
    schema = record_types().get(record.key.record_type)
    kind = schema.label if schema else record.key.record_type
    return say("damage.gone", kind=kind, moment=moment(saved))


def from_copies(workspace: Workspace) -> int:
    """Put back what the copies of this database still have; return how many changes.

    Reads all that waits to be sent, so that damage is known before the sending.
    """
    replica = workspace.replica()
    own = replica.store.checkpoint()
    replica.store.own(own.name, own.sent, 1 << 62)
    count = 0
    for copy in _copies(workspace) if damaged(workspace) else ():
        stamps = [damage.at for damage in damaged(workspace)]
        with suppress(StoreUnusable, OSError):
            changes = soundness.changes(copy.path, stamps, workspace.keys.database)
            with replica.store.transaction():
                count += len(replica.put_back(changes, is_sure=True))
    return count


def keep_wanted(workspace: Workspace, response: Response) -> None:
    """Keep what the province cannot read any more, for the next file that goes there."""
    wanted = [str(at) for at in response.wanted]
    if wanted != workspace.state.get("wanted", []):
        workspace.state.set(wanted=wanted)


def wanted(workspace: Workspace) -> list[Timestamp]:
    """What the province could not read any more when its last answer came on a stick."""
    return [Timestamp.parse(text) for text in workspace.state.get("wanted", [])]


def named(key: Key, record: Record) -> Label:
    """What a person calls a record: its type, and its title if it can be read."""
    schema = record_types().get(key.record_type)
    kind = schema.label if schema else Label(key.record_type, key.record_type)
    title = record.values.get(schema.title_field, "") if schema else ""
    return Label(*(f"{text} {title or key.record_id}".strip() for text in kind))


def _copies(workspace: Workspace) -> list[copies.Copy]:
    places = (copies.local(workspace.folder), copies.elsewhere(workspace.settings))
    return sorted((copy for place in places for copy in copies.find_all(place)), reverse=True)
