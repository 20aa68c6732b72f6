"""How fast the engine takes in and gives out: ``python -m benchmarks.rates [records]``.

No network and no HTTP: a server and two laptops in one process, on SQLite files, with the
real record types; every message through its bytes. CPU seconds of this process.
"""

from __future__ import annotations

import sys
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from itertools import count
from pathlib import Path
from random import Random
from time import process_time

from demo import plausible
from schemas.tables.columns import projections
from sync import wire
from sync.changes import Change, Entry, Key
from sync.clock import Timestamp, marks
from sync.exchange import Outcome, accept, answer, ask
from sync.messages import Request, Response
from sync.pace import MOST
from sync.ports import Device
from sync.replica import Replica
from sync.stores.sqlite import SqliteStore, connect

AREA = "0b8f5a52-6c5e-4f5e-9d0a-0c1d2e3f4a5b"
DEVICES = {name: Device(name, frozenset({AREA}), AREA) for name in ("first", "second")}
BATCHES = (1, 20, 500, 4000)


def replica(path: Path, name: str, page: int = 4000) -> Replica:
    now = count(1_790_000_000_000)
    store = SqliteStore(connect(path), projections())
    home = "" if name == "server" else AREA
    return Replica(store, name, now.__next__, marks(f"{name:_<8}"), home, not home, page_size=page)


def write(laptop: Replica, records: int) -> None:
    """A laptop's history of so many new records, put straight into its log."""
    random = Random(7)
    at = plausible.place(random, "Mường Bi")
    for first in range(0, records, 1000):
        entries = [
            Entry(_change(laptop, random, at, number + 1))
            for number in range(first, min(first + 1000, records))
        ]
        laptop.store.append(entries)


def _change(laptop: Replica, random: Random, at: plausible.Place, number: int) -> Change:
    key = Key(AREA, "activity", str(uuid.UUID(int=random.getrandbits(128), version=4)))
    day = date(2012, 1, 1) + timedelta(days=number % 700)
    values = plausible.activity(random, at, day)
    stamp = Timestamp(laptop.wall(), 0, laptop.mark())
    return Change(key, values, stamp, {}, "Bùi Thị Lan", laptop.name, number)


class Clocked:
    """Adds up CPU seconds by who spent them."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    @contextmanager
    def __call__(self, who: str) -> Iterator[None]:
        begun = process_time()
        yield
        self.seconds[who] = self.seconds.get(who, 0) + process_time() - begun


def session(hub: Replica, laptop: Replica, clocked: Clocked, budget: int) -> int:
    """Exchanges until nobody has more; returns how many there were."""
    for number in count(1):
        with clocked("client"):
            sent = wire.encode(ask(laptop, budget))
        with clocked("server"):
            got = _answer(hub, sent, DEVICES[laptop.device])
        with clocked("client"):
            outcome = accept(laptop, wire.decode(Response, got))
        if outcome is not Outcome.MORE:
            return number
    raise AssertionError


def _answer(hub: Replica, data: bytes, device: Device) -> bytes:
    return wire.encode(answer(hub, wire.decode(Request, data), device, lambda *_: ""))


def show(what: str, records: int, exchanges: int, clocked: Clocked) -> None:
    seconds = "  ".join(
        f"{who} {spent:7.3f} s {records / spent:9,.0f}/s" for who, spent in clocked.seconds.items()
    )
    print(f"{what:32} {records:7,} records {exchanges:6,} exchanges  {seconds}", flush=True)


def main(records: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for batch in BATCHES:
            most = min(records, batch * 300)
            first = replica(folder / f"first-{batch}.db", "first", batch)
            hub = replica(folder / f"server-{batch}.db", "server")
            write(first, most)
            clocked = Clocked()
            exchanges = session(hub, first, clocked, 1 << 20)
            show(f"push, {batch} at a time", most, exchanges, clocked)
        second = replica(folder / "second.db", "second")
        clocked = Clocked()
        exchanges = session(hub, second, clocked, MOST)
        show("first pull", most, exchanges, clocked)
        clocked = Clocked()
        exchanges = sum(session(hub, second, clocked, MOST) for _ in range(100))
        show("no news, 100 times", 100, exchanges, clocked)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
