"""Whether two servers of one province hold the same, area by area; where they do not, why.

The digests are compared first, then the records of the types that differ. What a record
lacks is told by who had written it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from sync.changes import CONFLICT, PARKED, Change, Key, device_of
from sync.changes import DEVICE as MACHINE

from ..province import DEVICE, Province


@dataclass
class Area:
    """What became of one area; all counts are of records but ``sent``."""

    name: str  # of the centre
    sent: int = 0  # changes that its machines sent again
    lost: int = 0  # that lack something only the province had written
    away: int = 0  # that lack something of a machine that will not send it by itself
    wrong: int = 0  # that lack something else: a defect
    is_equal: bool = True  # the digests of both


@dataclass
class Comparison:
    live: Province
    new: Province
    silent: Collection[str]  # the machines that will send nothing by themselves

    def judge(self, name: str, area: Area) -> None:
        """Enter into ``area`` what is not the same in the area of that name."""
        ours, theirs = self.live.store(), self.new.store()
        before, after = ours.digests([name]), theirs.digests([name])
        for kind in sorted(k for k in {*before, *after} if before.get(k, 0) != after.get(k, 0)):
            mine, other = ours.fingerprints([name], kind), theirs.fingerprints([name], kind)
            for key in {*mine, *other}:
                if mine.get(key) != other.get(key):
                    area.is_equal = False
                    self._judge(area, key)

    def _judge(self, area: Area, key: Key) -> None:
        """Why the record is not as it was. If nothing is missing, it was only judged anew."""
        makers = set(self._makers_missing(key))
        area.lost += DEVICE in makers
        area.away += bool(makers & set(self.silent))
        area.wrong += bool(makers - {*self.silent, DEVICE})

    def _makers_missing(self, key: Key) -> Iterator[str]:
        """Whose changes the live server merged into the record and the new one has not."""
        entries = [e for e in self.live.store().history([key]) if not e.reason]
        found = self.new.store().find({entry.change.at for entry in entries})
        for entry in entries:
            if entry.change.at not in found and not _is_said_anew(entry.change):
                yield device_of(entry.change.replica)


def _is_said_anew(change: Change) -> bool:
    """Whether a server says the like by itself, of the same work and the same machines."""
    is_notice = change.key.record_type in (CONFLICT, PARKED, MACHINE)
    return is_notice and device_of(change.replica) == DEVICE and "closed" not in change.fields
