"""Sync without a network: the next request in a file, and the province's answer from one.

Any mix of files and network, in any order and any number of times, gives the same
result, because a file holds no more than what HTTP would have carried.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sync.exchange import Outcome, accept, ask
from sync.session import State

from . import config
from .errors import BundleDamaged, BundleOurs
from .files import SHARED, write_whole
from .syncing import Report
from .transports import bundle

if TYPE_CHECKING:
    from .agent import Agent

log = logging.getLogger(__name__)

ENDING = ".khb"
KNOWN = 20  # of our own files that we recognise if somebody brings them back
HANOI = timezone(timedelta(hours=7))
STATES = {
    Outcome.MORE: State.READY,
    Outcome.SETTLED: State.SETTLED,
    Outcome.DIFFERS: State.DIFFERS,
}


class Exported(NamedTuple):
    name: str  # a file name to propose
    data: bytes
    changes: int  # in the file
    left: int  # that did not fit; they come in the next file, once this one was answered


def export(agent: Agent, keep: Callable[[Exported], object]) -> Exported:
    """The next request as a file; once ``keep`` has it safe, its changes count as on the stick.

    :raises NotSetUp: before enrolment  :raises FileUnwritable: if ``keep`` does
    """
    settings, replica = agent.settings, agent.replica()
    seed = config.device_seed(agent.folder)
    request = ask(replica, bundle.BUDGET)
    data = bundle.packed(request, seed, config.key_bytes(settings.server_key))
    number = request.sent + len(request.changes)
    left = replica.store.head(replica.name).number - number
    made = Exported(_name(agent), data, len(request.changes), left)
    keep(made)
    known = [*agent.state.get("exports", []), _digest(data)][-KNOWN:]
    agent.state.set(on_stick=[request.replica, number], exports=known)
    log.info("exported %d changes", made.changes)
    return made


def export_file(agent: Agent, path: Path) -> Exported:
    """Write the next request to the file; into it, under a name of ours, if it is a folder."""

    def keep(made: Exported) -> None:
        write_whole(path / made.name if path.is_dir() else path, made.data, SHARED)

    return export(agent, keep)


def take_in(agent: Agent, data: bytes) -> Report:
    """Take in the province's answer, as if it had come over the network.

    :raises BundleDamaged:  :raises BundleForeign:  :raises BundleOurs:  :raises NotSetUp:
    """
    if _digest(data) in agent.state.get("exports", []):
        raise BundleOurs("not an answer")
    settings, replica = agent.settings, agent.replica()
    seed, key = config.device_seed(agent.folder), config.key_bytes(settings.server_key)
    response = bundle.unpacked(data, seed, key, settings.device)
    before = replica.store.checkpoint().sent
    outcome = accept(replica, response)
    sent = max(0, replica.store.checkpoint().sent - before)
    log.info("imported an answer: %d confirmed, %d received", sent, len(response.changes))
    return Report(STATES[outcome], sent, len(response.changes))


def take_in_file(agent: Agent, path: Path) -> Report:
    """As ``take_in``, from a file."""
    try:
        with path.open("rb") as file:
            data = file.read(bundle.MOST + 1)
    except OSError as exc:
        raise BundleDamaged(f"{path}: {exc.strerror}") from exc
    return take_in(agent, data)


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:16]


def _name(agent: Agent) -> str:
    made = datetime.fromtimestamp(agent.wall() / 1000, HANOI)
    return f"khuyenhoc-{agent.settings.device}-{made:%Y%m%d-%H%M}{ENDING}"
