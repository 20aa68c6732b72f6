"""Whether two servers of one province hold the same, area by area; where they do not, why.

The digests are compared first, then the records of the types that differ. The
author of a missing change explains why it is missing.
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
        live, new = self.live.store(), self.new.store()
        before, after = live.digests([name]), new.digests([name])
        for kind in sorted(k for k in {*before, *after} if before.get(k, 0) != after.get(k, 0)):
            was, now = live.fingerprints([name], kind), new.fingerprints([name], kind)
            for key in {*was, *now}:
                if was.get(key) != now.get(key):
                    area.is_equal = False
                    self._judge(area, key)

    def _judge(self, area: Area, key: Key) -> None:
        """Why the record differs. If nothing is missing, only its conflicts were judged again."""
        makers = set(self._makers_missing(key))
        area.lost += DEVICE in makers
        area.away += bool(makers & set(self.silent))
        area.wrong += bool(makers - {*self.silent, DEVICE})

    def _makers_missing(self, key: Key) -> Iterator[str]:
        """Whose changes the live server merged into the record and the new one has not."""
        entries = [e for e in self.live.store().history([key]) if not e.reason]
        known = self.new.store().find({entry.change.at for entry in entries})
        for entry in entries:
            if entry.change.at not in known and not _is_repeated(entry.change):
                yield device_of(entry.change.replica)


def _is_repeated(change: Change) -> bool:
    """Whether a restored server writes the like by itself, from the same changes and machines."""
    is_notice = change.key.record_type in (CONFLICT, PARKED, MACHINE)
    return is_notice and device_of(change.replica) == DEVICE and "closed" not in change.fields
