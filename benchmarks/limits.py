"""What nobody can beat by much, measured beside us.

The records as one blob, one bare POST of it, one raw SQLite transaction of its rows, a web
server with nothing in it. No checks, no conflicts, no signatures, no resuming.
"""

from __future__ import annotations

import json
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from backports import zstd
from harness import Harness

Record = dict[str, Any]
PUSHES = ((0, 1), (1, 20), (21, 1000))  # the same records as the harness pushes


def measure(harness: Harness, quick: bool, large: bool) -> dict[str, float]:
    """By the names in ``goals``."""
    figures = {f"push {n}": post_bytes(harness, harness.records(at, n)) for at, n in PUSHES}
    figures["edit push"] = figures["edit pull"] = post_bytes(harness, edits(harness))
    figures["no news"] = figures["no news 100k"] = post_bytes(harness, [])
    figures["no news requests"] = figures["no news requests 100k"] = 1
    figures["2g push 20"] = post(harness, blob(harness, harness.records(0, 20)), "2g")["seconds"]
    packed = blob(harness, harness.records(0, 1000))
    if not quick:
        figures["flaky seconds"] = post(harness, packed, (150, 400, 200, None))["seconds"]
    figures["intake"] = intake(blob(harness, harness.records(0, 1000 if quick else 10_000)))
    if large:
        figures["first pull"] = first_pull(harness, blob(harness, harness.records(0, 100_000)))
    return figures


def columnar(harness: Harness, records: Iterable[Record]) -> bytes:
    """Records with the same fields as columns, in the harness's canonical JSON."""
    groups: dict[tuple[str, ...], list[Record]] = {}
    for record in records:
        groups.setdefault(tuple(record), []).append(record)
    columns = [
        [list(names), *([r[n] for r in rows] for n in names)] for names, rows in groups.items()
    ]
    text: str = harness.glue.canonical(columns)
    return text.encode()


def blob(harness: Harness, records: list[Record]) -> bytes:
    return zstd.compress(columnar(harness, records), level=19) if records else b""


def unpacked(packed: bytes) -> list[tuple[str, list[tuple[Any, ...]]]]:
    """The rows of each group of columns, with a name for their table."""
    groups = json.loads(zstd.decompress(packed))
    columns = [map(_cells, group[1:]) for group in groups]
    return [(f"t{i}", list(zip(*each, strict=True))) for i, each in enumerate(columns)]


def edits(harness: Harness) -> list[Record]:
    """The ids and the changed fields of the harness's hundred edits."""
    before = harness.records(0, 1000)[::10]
    pairs = [(record, harness.gen_records.edited(record)) for record in before]
    return [{n: v for n, v in new.items() if n == "id" or old[n] != v} for old, new in pairs]


def post_bytes(harness: Harness, records: list[Record]) -> float:
    sent = post(harness, blob(harness, records))
    return sent["up"] + sent["down"]


def post(
    harness: Harness, body: bytes, link: object = "clean", answer: bytes = b"ok"
) -> dict[str, float]:
    """One POST of the bytes over that link: seconds until the answer is back, bytes on TCP."""
    port = harness.cases.adapter.free_port()
    harness.exchange.listen(port, lambda _path, _received: answer)
    through = harness.proxy.Proxy(port)
    through.shape(link)
    began = time.monotonic()
    harness.exchange.post(f"http://127.0.0.1:{through.port}", "/", body)
    took = time.monotonic() - began
    through.close()
    return {"seconds": took, **through.bytes}


def intake(packed: bytes) -> float:
    """Records a CPU second: unpacked, and put into plain tables in one transaction."""
    with tempfile.TemporaryDirectory() as folder:
        began = time.process_time()
        count = insert(Path(folder) / "raw.db", packed)
        return count / (time.process_time() - began)


def first_pull(harness: Harness, packed: bytes) -> float:
    """Seconds for one bare POST that is answered with all of it, and one transaction of that."""
    with tempfile.TemporaryDirectory() as folder:
        took = post(harness, b"", answer=packed)["seconds"]
        began = time.monotonic()
        insert(Path(folder) / "raw.db", packed)
        return took + time.monotonic() - began


def insert(path: Path, packed: bytes) -> int:
    db = opened(path)
    groups = unpacked(packed)
    db.execute("begin immediate")
    for name, rows in groups:
        add(db, name, rows)
    db.execute("commit")
    db.close()
    return sum(len(rows) for _, rows in groups)


def milliseconds(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return (time.perf_counter() - began) * 1000


def opened(path: Path) -> sqlite3.Connection:
    """As safe as our own store: every commit is on the disk."""
    db = sqlite3.connect(path, isolation_level=None)
    db.execute("pragma journal_mode = wal")
    db.execute("pragma synchronous = full")
    return db


def add(db: sqlite3.Connection, table: str, rows: list[tuple[Any, ...]]) -> None:
    names = ", ".join(f"c{i}" for i in range(1, len(rows[0])))
    db.execute(f"create table {table} (id text primary key, {names})")
    db.executemany(f"insert into {table} values ({', '.join('?' * len(rows[0]))})", rows)


def _cells(column: list[Any]) -> list[Any]:
    return [json.dumps(v) if isinstance(v, dict | list) else v for v in column]
