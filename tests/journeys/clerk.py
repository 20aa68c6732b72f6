"""A clerk at a machine that may lose power at any moment, in a process of its own.

Saves and syncs run in two threads, as in the agent. What the clerk is told goes into the
pipe once it is true, so whatever came out of the pipe was promised. (A word is shorter
than what a pipe takes at once, so both threads can speak into it.)
"""

from __future__ import annotations

import itertools
import threading
from multiprocessing.connection import Connection
from pathlib import Path
from typing import NamedTuple

from client_agent.agent import Agent
from schemas.records.activity import Activity
from sync.changes import Key

RECORDS = 12  # that the clerk edits in turn
AUTHOR = "Hoa"


class Saved(NamedTuple):
    """This note was saved in this record."""

    record_id: str
    note: str


class Confirmed(NamedTuple):
    """The province has so many of our changes."""

    count: int


def work(folder: Path, told: Connection, day: int) -> None:
    """Type and sync until the power goes."""
    threading.Thread(target=send, args=(folder, told), daemon=True).start()
    agent = Agent(folder)
    for number in itertools.count():
        key = Key(agent.area, "activity", f"record-{number % RECORDS:02}")
        note = f"{day}.{number}"
        opened = agent.store().load([key])[key]
        values = {**Activity.example(), **opened.values, "result_note": note}
        agent.replica().write(key, values, AUTHOR, opened=opened)
        told.send(Saved(key.record_id, note))


def send(folder: Path, told: Connection) -> None:
    agent = Agent(folder)
    while True:
        agent.sync()
        told.send(Confirmed(agent.status().confirmed))
