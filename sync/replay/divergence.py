"""How a device reports a divergence to its province: one record in its home area, the last event.

The record travels like any other. It has nothing of what people typed, only digests, record
types, names of records and counts. The same defect that comes back within a day is reported once.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from typing import Any

from ..changes import DIVERGENCE, Key
from ..merge import Record, total
from ..repair import Difference
from ..replica import Replica

DAY = 24 * 3600 * 1000  # milliseconds
NAMED = 20  # records that are named; of more, only their number is reported
STORED = {"own_digest": "here", "server_digest": "there"}  # fields with another name in the record


@dataclass(frozen=True)
class Divergence:
    """A divergence, as it is reported."""

    at: int  # milliseconds of the device's clock
    own_digest: str  # at the device, in hex
    server_digest: str
    types: tuple[str, ...]
    records: tuple[str, ...]  # some of those that differed, as type/id
    count: int  # of all of them; 0: only sums were wrong
    lacked: int  # what repair did, as ``repair.Difference`` says it
    again: int
    aside: int
    times: int  # that the device met one


def of_device(replica: Replica) -> Key:
    return Key(replica.notice_area, DIVERGENCE, replica.device)


def report(replica: Replica, difference: Difference) -> None:
    """Write down what differed and what was done."""
    key, now = of_device(replica), replica.wall()
    with replica.store.transaction():
        before = read_divergence(replica.store.load([key])[key])
        named = tuple(f"{each.record_type}/{each.record_id}" for each in difference.keys[:NAMED])
        if before and before.records == named and 0 <= now - before.at < DAY:
            return
        news = Divergence(
            at=now,
            own_digest=f"{total(difference.own_digests.values()):032x}",
            server_digest=f"{total(difference.server_digests.values()):032x}",
            types=tuple(difference.types),
            records=named,
            count=len(difference.keys),
            lacked=difference.lacked,
            again=difference.again,
            aside=difference.aside,
            times=before.times + 1 if before else 1,
        )
        values = {STORED.get(name, name): _plain(v) for name, v in asdict(news).items()}
        replica.write(key, values)


def read_divergence(record: Record) -> Divergence | None:
    """The divergence that a record reports; None if the record cannot be understood."""
    values: dict[str, Any] = record.values
    stored = {field.name: STORED.get(field.name, field.name) for field in fields(Divergence)}
    if record.deleted or not values.keys() >= set(stored.values()):
        return None
    return Divergence(**{name: _read(values[key]) for name, key in stored.items()})


def _plain(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value


def _read(value: object) -> Any:
    return tuple(map(str, value)) if isinstance(value, list) else value
