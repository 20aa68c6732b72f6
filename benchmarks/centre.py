"""What the centre's PC is asked for: a form that is saved, an agent that stands by."""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import standby
from harness import Harness
from limits import milliseconds

from client_agent import config
from client_agent.agent import Agent
from demo.person import Person
from schemas.forms import texts
from schemas.record import get
from sync.changes import Key

TYPE = "activity"
NAME, PIN = "Lường Thị Hoa", "280412"
IDLE = 20  # seconds

Values = dict[str, float]


def measure(harness: Harness, quick: bool) -> tuple[Values, Values]:
    """Ours, and the limits, by the names in ``goals``."""
    count, seconds = (50, 5) if quick else (300, IDLE)
    with tempfile.TemporaryDirectory() as folder:
        peer = harness.peer(Path(folder) / "bench")
        try:
            pc = enrolled(peer)
            took = saves(pc, count)
            ours = {"save": statistics.median(took), "save p99": p99(took)}
            ours |= standing_by(pc, count, seconds)
        finally:
            peer.stop()
        port = harness.cases.adapter.free_port()
        bare = [sys.executable, "-c", standby.BARE, str(port)]
        with standby.running(bare, port, Path(folder) / "bare.log") as (process, started):
            return ours, {"agent start": started, **standby.idle(process, seconds)}


def enrolled(peer: Any) -> Path:
    """The folder of a device that has synced once."""
    device = peer.new_client("pc", f"http://127.0.0.1:{peer.start_server()}")
    try:
        if error := device.sync():
            raise RuntimeError(error)
    finally:
        device.close()
    return Path(device.folder)


def saves(folder: Path, count: int) -> list[float]:
    """Milliseconds of each of ``count`` new activities, written through the agent's store."""
    agent = Agent(folder)
    values = get(TYPE).example()
    replica = agent.replica()
    keys = [Key(agent.area, TYPE, f"save-{i}") for i in range(count)]
    took = [milliseconds(lambda key=key: replica.write(key, values, NAME)) for key in keys]
    agent.close()
    return took


def standing_by(folder: Path, count: int, seconds: float) -> Values:
    """The agent as it runs all day: its start, its rest, and forms saved on its page."""
    command = [sys.executable, "-m", "client_agent.cli", "--folder", str(folder), "run"]
    port = config.load(folder).port
    with standby.running(command, port, folder / "run.log") as (process, started):
        ours = {"agent start": started, **standby.idle(process, seconds)}
        took = forms(logged_in(port), count)
        return {**ours, "form": statistics.median(took), "form p99": p99(took)}


def logged_in(port: int) -> Person:
    """A person at the page, who is its first staff."""
    person = Person(f"http://127.0.0.1:{port}/")
    person.submit(person.open("/login"), {"name": NAME, "pin": PIN})
    return person


def forms(person: Person, count: int) -> list[float]:
    """Milliseconds of each of ``count`` new activities, from the button to the answer to it."""
    typed = texts(get(TYPE), get(TYPE).example())
    took = []
    for _ in range(count):
        page = person.open(f"/records/{TYPE}/new")
        began = time.perf_counter()
        shown = person.submit(page, typed)
        took.append((time.perf_counter() - began) * 1000)
        if shown.status != 200 or shown.url == page.url:
            raise RuntimeError(f"the form was not saved: {shown.status} {shown.url}")
    return took


def p99(took: list[float]) -> float:
    return sorted(took)[int(len(took) * 0.99)]
