"""A clerk at a machine that may lose power at any moment, in a process of its own.

Saves and syncs run in two threads, as in the agent. What the clerk is told goes into the
pipe once it is true, so whatever came out of the pipe was promised. (A word is shorter
than what a pipe takes at once, so both threads can speak into it.)
"""

from __future__ import annotations

import itertools
import logging
import os
import threading
import time
from collections.abc import Iterator
from multiprocessing.connection import Connection
from pathlib import Path
from typing import NamedTuple

from client_agent.agent import Agent
from client_agent.transports.http import HttpTransport
from schemas.records.activity import Activity
from sync.changes import Key

RECORDS = 12  # that the clerk edits in turn
AUTHOR = "Hoa"


class Saved(NamedTuple):
    """A note that was saved, and in which record."""

    record_id: str
    note: str


class Confirmed(NamedTuple):
    """The province has so many of the changes of this replica."""

    replica: str
    count: int


def work(
    folder: Path,
    told: Connection,
    day: int,
    patience: tuple[float, float] = HttpTransport.patience,
    pause: float = 0.0,
) -> None:
    """Type and sync until the power goes."""
    HttpTransport.patience = patience
    logging.disable(logging.WARNING)  # that the line is bad is known
    threading.Thread(target=send, args=(folder, told), daemon=True).start()
    agent = Agent(folder)
    for number in itertools.count():
        key = Key(agent.area, "activity", f"record-{number % RECORDS:02}")
        note = f"{day}.{number}"
        opened = agent.store().load([key])[key]
        values = {**Activity.example(), **opened.values, "result_note": note}
        agent.replica().write(key, values, AUTHOR, opened=opened)
        told.send(Saved(key.record_id, note))
        time.sleep(pause)


def send(folder: Path, told: Connection) -> None:
    """Whatever the line does, syncing goes on; else the machine ends and somebody notices."""
    try:
        agent = Agent(folder)
        while True:
            agent.sync()
            here = agent.store().checkpoint()
            told.send(Confirmed(here.name, here.sent))
    finally:
        os._exit(1)


def heard(pipe: Connection) -> Iterator[Saved | Confirmed]:
    """What was told to the end, but for the word in which the power went."""
    with pipe:
        while pipe.poll():
            try:
                yield pipe.recv()
            except (EOFError, OSError):
                return
