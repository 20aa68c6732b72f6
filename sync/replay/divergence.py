"""What a device tells its province of a divergence: one record in its home area, the last event.

It travels like any record, by whatever route the work does, and holds nothing of what people
typed: digests, record types, names of records, counts. The same defect that comes back within
a day is told once.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from typing import Any

from ..changes import DIVERGENCE, Key
from ..merge import Record, total
from ..repair import Difference
from ..replica import Replica

DAY = 24 * 3600 * 1000
NAMED = 20  # records that are named; of more, their number is told


@dataclass(frozen=True)
class Divergence:
    """A divergence, as it is told; ``at`` by the device's clock."""

    at: int
    here: str  # the digest at the device, in hex
    there: str
    types: tuple[str, ...]
    records: tuple[str, ...]  # some of those that differed, as type/id
    count: int  # of all of them; 0: only sums were wrong
    lacked: int  # what repair did, as ``repair.Difference`` says it
    again: int
    aside: int
    times: int  # that the device met one


def of_device(replica: Replica) -> Key:
    return Key(replica.home, DIVERGENCE, replica.device)


def tell(replica: Replica, found: Difference) -> None:
    """Write down what differed and what was done."""
    key, now = of_device(replica), replica.wall()
    with replica.store.transaction():
        before = told(replica.store.load([key])[key])
        named = tuple(f"{each.record_type}/{each.record_id}" for each in found.keys[:NAMED])
        if before and before.records == named and 0 <= now - before.at < DAY:
            return
        news = Divergence(
            at=now,
            here=f"{total(found.here.values()):032x}",
            there=f"{total(found.there.values()):032x}",
            types=tuple(found.types),
            records=named,
            count=len(found.keys),
            lacked=found.lacked,
            again=found.again,
            aside=found.aside,
            times=before.times + 1 if before else 1,
        )
        replica.write(key, {name: _plain(value) for name, value in asdict(news).items()})


def told(record: Record) -> Divergence | None:
    """What such a record says; None if it says nothing that can be understood."""
    said: dict[str, Any] = record.values
    names = [field.name for field in fields(Divergence)]
    if record.deleted or not said.keys() >= set(names):
        return None
    return Divergence(**{name: _read(said[name]) for name in names})


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


def _read(value: Any) -> Any:
    return tuple(map(str, value)) if isinstance(value, list) else value
