"""Plays a divergence again: ``python -m tests.simulation --replay FILE``.

The file is one that a centre wrote when its records differed from the province's (see
``sync.replay``). Both ends are made anew from it in memory, the records are made from the
logs and held against what stood and against the recorded fingerprints, and then repair is
let loose on them. Nothing here is random: the same file says the same thing.
"""

from __future__ import annotations

import gzip
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import NamedTuple

from sync.changes import Entry, Key
from sync.clock import Timestamp
from sync.merge import Cell, Record, fingerprint, total
from sync.ports import Device
from sync.repair import examine, repair
from sync.replay import Replay, loads, logged, merged_changes
from sync.replica import Replica
from sync.stores.memory import MemoryStore

HERE, THERE, LOGS = "rotten here", "rotten there", "logs differ"
NOTED, UNSAID = "fingerprint wrong here", "not explained"


class Cause(NamedTuple):
    """Why a record differed, as far as the file shows."""

    key: Key
    why: tuple[str, ...]
    fields: tuple[str, ...] = ()  # that stood here other than our log makes them
    lacking: tuple[Timestamp, ...] = ()  # changes that the province had merged and we had not
    extra: tuple[Timestamp, ...] = ()  # and the other way round


class Played(NamedTuple):
    causes: list[Cause]
    differed: bool  # the two ends that were made of the file differ, as they did
    mended: bool  # and repair makes them alike, or what it has the centre send again will
    is_true: bool  # what was made of the pseudonymized logs is alike where the recorded hashes are


def play(replay: Replay) -> Played:
    centre = _centre(replay)
    replay = replay if replay.difference.server_digests else _alone(replay, centre)
    hub = _hub(replay)
    scope = {key.area for key in replay.difference.keys}
    device = Device(replay.device, frozenset(scope), replay.home)
    made = logged(replay.difference.keys, merged_changes(centre, replay.difference))
    causes = [_cause(replay, made[key]) for key in _differing(replay)]
    differed = _digest(centre, scope) != _digest(hub, scope)
    repair(centre, scope, lambda question: examine(hub, question, device))
    sends = bool(centre.store.own(centre.name, centre.store.checkpoint().sent, 1))
    mended = sends or _digest(centre, scope) == _digest(hub, scope)
    return Played(causes, differed, mended, _is_true(replay, made, hub))


def _centre(replay):
    """Our end, as it stood."""
    store = MemoryStore()
    store.append(replay.difference.own_entries)
    store.save(replay.difference.own_records)
    store.save_checkpoint(replay.checkpoint)
    return _replica(replay, store, replay.device, replay.home)


def _hub(replay):
    """The province, as its log says; a record that was rotten there is rotten again."""
    store = MemoryStore()
    notices = [
        e.change
        for e in replay.difference.own_entries
        if e.change.key not in replay.difference.own_fingerprints
    ]
    store.append(Entry(change) for change in (*replay.difference.server_changes, *notices))
    hub = _replica(replay, store, "server", "", is_hub=True)
    hub.rebuild({change.key for change in (*replay.difference.server_changes, *notices)})
    for key, record in store.load(replay.difference.keys).items():
        if replay.difference.server_fingerprints[key] != replay.logged_there[key]:
            spoilt = {**record.cells, "_rotten": Cell(True, record.at)}
            store.save([Record(key, spoilt)])
    return hub


def _alone(replay, centre):
    """The province was not asked: as if it had the same log, and all was well there."""
    merged = tuple(merged_changes(centre, replay.difference))
    found = replace(replay.difference, server_changes=merged, server_fingerprints=replay.logged)
    return replace(replay, difference=found, logged_there=replay.logged)


def _differing(replay):
    return [
        key
        for key, mine in replay.difference.own_fingerprints.items()
        if mine != replay.difference.server_fingerprints[key]
    ]


def _replica(replay, store, device, home, is_hub=False):
    marks = count()
    return Replica(store, device, lambda: replay.made, lambda: f"{next(marks):08}", home, is_hub)


def _cause(replay, made):
    found, key = replay.difference, made.key
    stood = next((r for r in found.own_records if r.key == key), Record(key))
    here = {e.change.at for e in found.own_entries if e.change.key == key and not e.reason}
    there = {c.at for c in found.server_changes if c.key == key}
    cells = stood.cells.keys() | made.cells.keys()
    fields = tuple(sorted(n for n in cells if stood.cells.get(n) != made.cells.get(n)))
    why = [HERE] * (replay.standing[key] != replay.logged[key])
    why += [NOTED] * (found.own_fingerprints[key] != replay.standing[key])
    why += [THERE] * (found.server_fingerprints[key] != replay.logged_there[key])
    why += [LOGS] * (replay.logged[key] != replay.logged_there[key])
    lacking, extra = sorted(there - here), sorted(here - there)
    return Cause(key, tuple(why) or (UNSAID,), fields, tuple(lacking), tuple(extra))


def _is_true(replay, made, hub):
    """Whether pseudonymized records are alike exactly where the hashes of the real ones were."""
    found, theirs = replay.difference, hub.from_log(replay.difference.keys)
    stood = {record.key: record for record in found.own_records}
    pairs = [
        (fingerprint(made[key]) == fingerprint(theirs[key]), replay.logged[key] == there)
        for key, there in replay.logged_there.items()
    ]
    pairs += [
        (
            fingerprint(stood.get(key, Record(key))) == fingerprint(made[key]),
            mine == replay.logged[key],
        )
        for key, mine in replay.standing.items()
    ]
    return all(pseudonymized == real for pseudonymized, real in pairs)


def _digest(replica, scope):
    return total(replica.store.digests(scope).values())


def read(path):
    return loads(gzip.decompress(Path(path).read_bytes()).decode())


def main(path):
    """Say what each divergence of the file was; return how many did not play as recorded."""
    red = 0
    for replay in read(path):
        played = play(replay)
        print(f"{replay.device} {replay.software}: {replay.difference.types}, at {replay.made}")
        for cause in played.causes:
            print(f"  {'/'.join(cause.key[1:])}: {', '.join(cause.why)}")
            for name in ("fields", "lacking", "extra"):
                if found := getattr(cause, name):
                    print(f"    {name}: {', '.join(map(str, found))}")
        if not played.causes:
            print("  no record differs: a sum was wrong")
        real = [cause for cause in played.causes if cause.why != (NOTED,)]
        good = played.is_true and played.mended and played.differed == bool(real)
        print(f"  {'played again, and mended' if good else 'DOES NOT PLAY AS RECORDED'}")
        red += not good
    return red
