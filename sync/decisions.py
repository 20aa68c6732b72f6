"""What a person decides about conflicts and parked changes: the same at both ends.

A decision is two ordinary writes in one transaction: the value that was chosen, if the record has
another one, and the list of the writes that the person had seen. So what arrives while somebody
decides is neither overwritten unseen nor closed unread. Closing a notice of parking never brings
the parked change back: what is taken over is a new change of whoever takes it over.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from .changes import DELETED, Key
from .clock import Timestamp
from .merge import Record
from .ports import Store
from .replica import Replica
from .review import has_reason, is_open
from .shortening import is_shortened

KEEP, DELETE, RESTORE = "keep", "delete", "restore"  # else the timestamp of the write to use
RELEASED, DECLINED = "released", "declined"  # how the province may close a notice


class Write(NamedTuple):
    """One of the writes that a conflict lists; times in milliseconds."""

    at: Timestamp
    value: object
    received: int  # when the server took it in; 0: it was written there
    offset: int  # how far the clock of its author then ran ahead


class Answer(NamedTuple):
    """How a notice of parking was closed, and the comment."""

    how: str  # "": it is open
    why: str = ""


def subject(notice: Record) -> Key:
    """The record that a conflict or a notice of parking is about."""
    named = notice.values.get("record")
    return Key(*named) if isinstance(named, list) and len(named) == 3 else notice.key


def whole(store: Store, notice: Record) -> Record:
    """The notice with the whole values of its writes, as far as the store has them.

    Notices travel to many machines, and have only the beginnings of long values.
    """
    if "writes" in notice.cells:
        return _filled(notice, "writes", _written(store, notice))
    if not has_reason(notice) or not _is_cut(content(notice)):
        return notice
    at = Timestamp.parse(notice.key.record_id)
    entry = store.find([at]).get(at)
    return _filled(notice, "fields", dict(entry.change.fields)) if entry else notice


def is_cut(notice: Record) -> bool:
    """Whether a notice of parking has only the beginning of a long value."""
    return _is_cut(content(notice))


def _is_cut(fields: Mapping[str, object]) -> bool:
    return any(map(is_shortened, fields.values()))


def _written(store: Store, conflict: Record) -> dict[str, object]:
    listed: Any = conflict.values.get("writes") or {}
    field = str(conflict.values.get("field", ""))
    cut = {at for at, value in listed.items() if is_shortened(value) or _is_edit(value)}
    entries = store.find([Timestamp.parse(at) for at in cut]) if cut else {}
    written = {str(at): entry.change.fields for at, entry in entries.items()}
    return {
        at: written[at].get(field, written[at]) if at in written else v for at, v in listed.items()
    }


def _is_edit(value: object) -> bool:
    return isinstance(value, dict) and _is_cut(value)


def _filled(notice: Record, name: str, value: object) -> Record:
    cell = notice.cells[name]
    return replace(notice, cells={**notice.cells, name: cell._replace(value=value)})


def writes(conflict: Record) -> list[Write]:
    """All that compete, the newest first."""
    listed: Any = conflict.values.get("writes") or {}
    times: Any = conflict.values.get("times") or {}
    competing = [Write(Timestamp.parse(at), v, *times.get(at, (0, 0))) for at, v in listed.items()]
    return sorted(competing, key=lambda write: write.at, reverse=True)


def content(notice: Record) -> Mapping[str, object]:
    """The fields that the parked change sets."""
    fields = notice.values.get("fields")
    return fields if isinstance(fields, dict) else {}


def answer(notice: Record) -> Answer:
    closed: Any = notice.values.get("closed")
    return Answer(*map(str, closed[:2])) if isinstance(closed, list) and closed else Answer("")


def is_waiting(notice: Record) -> bool:
    """Whether a person is to look at it; a notice of parking, until somebody answered."""
    if "writes" in notice.cells:
        return is_open(notice)
    return is_listed(notice) and not answer(notice).how


def is_listed(notice: Record) -> bool:
    """Whether the server opened it; an answer alone may be left of one that a server forgot."""
    return not notice.deleted and ("writes" in notice.cells or has_reason(notice))


def decision(conflict: Record, about: Record, chosen: str) -> dict[str, object]:
    """What is to be written to let ``chosen`` stand in the record as it was shown.

    :raises KeyError: if that is none of the conflict's choices
    """
    field = str(conflict.values["field"])
    if chosen == KEEP:
        return {}
    if field != DELETED:
        value = {str(write.at): write.value for write in writes(conflict)}[chosen]
        if is_shortened(value):
            raise KeyError(chosen)  # the whole of it is not here
        return {field: value}
    wanted = {DELETE: True, RESTORE: False}[chosen]
    return {} if about.deleted == wanted else {DELETED: wanted}


def decide(replica: Replica, conflict: Record, about: Record, chosen: str, author: str) -> None:
    """Let ``chosen`` stand, and close the conflict for what it listed.

    Both records are as they were shown to the author.

    :raises KeyError: if that is none of the conflict's choices
    """
    values = decision(whole(replica.store, conflict), about, chosen)
    seen = sorted(str(write.at) for write in writes(conflict))
    with replica.store.transaction():
        if values:
            replica.write(about.key, values, author, opened=about)
        replica.write(conflict.key, {"closed": seen}, author, opened=conflict)


def close(replica: Replica, notice: Record, answer: Answer, author: str) -> None:
    """Answer a notice of parking; its content is kept."""
    closed = [answer.how, answer.why] if answer.why else [answer.how]
    replica.write(notice.key, {"closed": closed}, author)


def open_again(replica: Replica, notice: Record, author: str) -> None:
    """Take the answer back. What was written with it stays until somebody decides again."""
    replica.write(notice.key, {"closed": []}, author)


def release(replica: Replica, notice: Record, about: Record, author: str) -> None:
    """Write the fields of a parked change into the record as it was shown, as one's own change.

    The record then names both: who takes it over, and who wrote it.
    """
    original = notice.values.get("author")
    both = f"{author} ({original})" if original else author
    with replica.store.transaction():
        fields = content(whole(replica.store, notice))
        replica.write(about.key, fields, both, opened=about)
        close(replica, notice, Answer(RELEASED), author)
