"""What the centre's PC needs: time to save a form, memory of an idle agent."""

from __future__ import annotations

import json
import statistics
import sys
import tempfile
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import limits
import standby
from harness import Harness
from limits import milliseconds

from client_agent.agent import Agent
from demo.user import Page, Person
from schemas.forms import texts
from schemas.record import get
from sync.changes import Key

TYPE = "activity"
NAME, PIN = "Lường Thị Hoa", "280412"
IDLE = 20  # seconds
INSERT = "insert into record values (?, ?)"

Values = dict[str, float]


def measure(harness: Harness, quick: bool) -> tuple[Values, Values]:
    """Ours, and the limits, by the names in ``goals``."""
    count, seconds = (50, 5) if quick else (300, IDLE)
    with tempfile.TemporaryDirectory() as folder:
        peer = harness.peer(Path(folder) / "bench")
        try:
            pc = enrolled(peer)
            took, bare = saves(pc, count)
            ours, least = summary("save", took), summary("save", bare) | summary("form", bare)
            port = harness.cases.adapter.free_port()
            ours |= standing_by(pc, port, count, seconds)
        finally:
            peer.stop()
        command = [sys.executable, "-c", standby.BARE, str(port)]
        with standby.running(command, port, Path(folder) / "bare.log") as (process, started):
            return ours, {**least, "agent start": started, **standby.idle(process, seconds)}


def enrolled(peer: Any) -> Path:
    """The folder of a device that has synced once."""
    device = peer.new_client("pc", f"http://127.0.0.1:{peer.start_server()}")
    try:
        if error := device.sync():
            raise RuntimeError(error)
    finally:
        device.close()
    return Path(device.folder) / "agent"


def saves(folder: Path, count: int) -> tuple[list[float], list[float]]:
    """Milliseconds of each of ``count`` new activities, through the agent's store and bare.

    The bare ones are commits of the same row, in turn, so that a busy minute hits both.
    """
    agent, raw = Agent(folder), limits.opened(folder / "raw.db")
    values = get(TYPE).example()
    row = json.dumps(values)
    replica = agent.replica()
    limits.add(raw, "record", [("first", row)])
    ours, bare = [], []
    for name in map(str, range(count)):
        key = Key(agent.area, TYPE, f"save-{name}")
        ours.append(milliseconds(lambda key=key: replica.write(key, values, NAME)))
        bare.append(milliseconds(lambda name=name: raw.execute(INSERT, (name, row))))
    agent.close()
    raw.close()
    return ours, bare


def standing_by(folder: Path, port: int, count: int, seconds: float) -> Values:
    """The agent as it runs all day: its start, its rest, and forms saved on its page."""
    command = [sys.executable, "-m", "client_agent.cli", "--folder", str(folder), "run"]
    command += ["--port", str(port), "--no-browser"]
    with standby.running(command, port, folder / "run.log") as (process, started):
        ours = {"agent start": started, **standby.idle(process, seconds)}
        return ours | summary("form", forms(logged_in(port), count))


def logged_in(port: int) -> Clerk:
    """The first person of the computer, who makes their own name."""
    clerk = Clerk(f"http://127.0.0.1:{port}/")
    clerk.submit(clerk.open("/login"), {"name": NAME, "pin": PIN, "pin_again": PIN})
    return clerk


class Clerk(Person):
    def saves(self, page: Page, typed: dict[str, str]) -> float:
        """Milliseconds from the button until the agent says that it is saved.

        :raises RuntimeError: if it does not
        """
        form = page.form(*typed)
        answer = self._session.post(
            urljoin(page.url, form.action or page.url),
            data={**form.fields, **typed},
            headers={"Referer": page.url, "Origin": self.home.rstrip("/")},
            allow_redirects=False,
        )
        if answer.status_code not in (302, 303):
            raise RuntimeError(f"not saved: {answer.status_code} {answer.url}")
        return answer.elapsed.total_seconds() * 1000


def forms(clerk: Clerk, count: int) -> list[float]:
    """The milliseconds of each of ``count`` new activities."""
    typed = texts(get(TYPE), get(TYPE).example())
    return [clerk.saves(clerk.open(f"/records/{TYPE}/new"), typed) for _ in range(count)]


def summary(name: str, took: list[float]) -> Values:
    return {name: statistics.median(took), f"{name} p99": sorted(took)[int(len(took) * 0.99)]}
