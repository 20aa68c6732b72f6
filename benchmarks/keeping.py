"""What it costs to keep safe and to prove: ``python -m benchmarks.keeping [records]``.

How much of taking records in goes into their digests; how long a full database takes to open
with its check, and with the look at its watermark besides; how long a stick takes, and how much
memory: written, sealed, read back.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from client_agent.database.integrity import SECONDS
from client_agent.transports import bundle
from client_agent.transports.ends import Ends
from schemas.tables.columns import projections
from sync import bundle_exchange
from sync.stores import watermark
from sync.stores.health import soundness
from sync.stores.sqlite import SqliteStore, connect
from sync.wire import seal

from .rates import AREA, Clocked, replica, session, write

OPENED, CARRIED = 100_000, 10_000  # records
BATCH = 128 * 1024  # packed bytes
REPEATS = 3


class Undigested(SqliteStore):
    """As if nobody ever asked whether two replicas hold the same."""

    def _add_up(self, *_: object) -> None:
        pass


def taken_in(folder: Path, records: int, kind: type[SqliteStore]) -> float:
    """CPU seconds of a server that takes in so many new records."""
    hub, laptop = replica(folder / "hub.db", "server"), replica(folder / "laptop.db", "first")
    hub.store = kind(connect(folder / "hub.db"), projections())
    write(laptop, records)
    clocked = Clocked()
    session(hub, laptop, clocked, BATCH)
    return clocked.seconds["server"]


def least(records: int, kind: type[SqliteStore]) -> float:
    times = []
    for _ in range(REPEATS):
        with tempfile.TemporaryDirectory() as folder:
            times.append(taken_in(Path(folder), records, kind))
    return min(times)


def opening(folder: Path, records: int) -> tuple[float, float]:
    """Seconds of the check at the start, and of opening and reading the digests."""
    path = folder / "centre.db"
    laptop = replica(path, "first")
    write(laptop, records)
    laptop.rebuild({change.key for change in laptop.store.own(laptop.name, 0, records)})
    laptop.store.db.close()
    begun = time.perf_counter()
    soundness.look(path, SECONDS)
    checked = time.perf_counter()
    store = SqliteStore(connect(path), projections())
    store.digests([AREA])
    return checked - begun, time.perf_counter() - checked


def noticing(path: Path) -> float:
    """CPU of a start that asks whether saves are missing, as a multiple of one that does not."""
    took: dict[bool, list[float]] = {False: [], True: []}
    noted(path)
    for is_asked in (True, False) * REPEATS:
        begun = time.process_time()
        soundness.look(path, SECONDS)
        if is_asked and (mark := watermark.read(path)):
            assert soundness.reaches(path, mark)
        store = SqliteStore(connect(path), projections(), path if is_asked else None)
        store.note()
        store.db.close()
        took[is_asked].append(time.process_time() - begun)
    return min(took[True]) / min(took[False])


def noted(path: Path) -> None:
    store = SqliteStore(connect(path), projections(), path)
    store.note()
    store.db.close()


def stick(path: Path) -> None:
    """In a process of its own: write all that waits to a stick; prints seconds and megabytes."""
    laptop, key = replica(path, "first"), seal.public_key(seal.new_seed())
    ends = Ends("first", seal.new_seed(), key)
    before = peak()
    begun = time.perf_counter()
    written = bundle.write(path.parent / "x.khb", bundle_exchange.requests(laptop), ends, 0)
    seconds = time.perf_counter() - begun
    size = sum(each.stat().st_size for each in written.paths)
    print(f"{seconds:.2f} s, {size:,} bytes, {peak():.0f} MB, {before:.0f} before")


def peak() -> float:
    """Megabytes of memory that this process ever had; Linux tells."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(re.findall(r"VmHWM:\s+(\d+)", status)[0]) / 1024


def main(records: int) -> None:
    with_digests, without = least(records, SqliteStore), least(records, Undigested)
    print(
        f"digests: {(with_digests - without) / with_digests:.1%} of taking {records:,} records in"
    )
    with tempfile.TemporaryDirectory() as folder:
        checked, opened = opening(Path(folder), OPENED)
        print(
            f"opening with {OPENED:,} records: {checked:.2f} s its check, {opened:.3f} s the rest"
        )
        ratio = noticing(Path(folder) / "centre.db")
        print(f"asking whether saves are missing: {ratio:.2f} times a start that does not ask")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "laptop.db"
        write(replica(path, "first"), CARRIED)
        print(f"a stick with {CARRIED:,} records: ", end="", flush=True)
        subprocess.run([sys.executable, "-m", __spec__.name, "stick", str(path)], check=True)


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["stick", path]:
            stick(Path(path))
        case arguments:
            main(int(arguments[0]) if arguments else 8_000)
