"""What 210 centres had written before the story begins: two years, through their own agents."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from pathlib import Path
from random import Random

from client_agent.agent import Agent
from client_agent.syncing.enrolment import enrol
from schemas.record import get, natural_id
from sync.changes import Key

from . import evaluations, plausible, profiles
from .plausible import Values
from .province import Province

WORKERS = 2  # one writes while the server takes in what the other sends
AUTHOR = "Cán bộ trung tâm"


@dataclass(frozen=True)
class Past:
    """How much there is of it."""

    years: tuple[int, ...]
    activities: int  # of one centre in one year
    seed: int = 2012


@dataclass(frozen=True)
class Machine:
    """A centre's machine: where its folder is, and at which address it reaches the province."""

    area: str
    folder: Path
    server: str
    number: int
    evaluates: bool = True  # also the last year: else that is for the story


class NotSynced(Exception):
    """A centre could not bring its past to the province."""


def live(past: Past, province: Province, machines: list[Machine]) -> Iterator[int]:
    """Let every centre live through it; yield the number of records as each is done."""
    ranks = evaluations.ranks(Random(past.seed))
    lives: set[Future[int]] = set()
    with ThreadPoolExecutor(WORKERS) as workers:
        try:
            codes = province.codes([machine.area for machine in machines])
            for machine, code in zip(machines, codes, strict=True):
                rank = ranks[machine.number % len(ranks)]
                lives.add(workers.submit(_life, past, machine, code, rank))
                yield from _ended(lives)
            while lives:
                wait(lives, return_when=FIRST_COMPLETED)
                yield from _ended(lives)
        finally:
            workers.shutdown(cancel_futures=True)


def _ended(lives: set[Future[int]]) -> Iterator[int]:
    for life in [life for life in lives if life.done()]:
        lives.remove(life)
        yield life.result()


def _life(past: Past, machine: Machine, code: str, rank: str) -> int:
    """Enrol one machine, write its years, and sync."""
    agent = Agent(machine.folder)
    try:
        enrol(agent, machine.server, code, confirm=lambda _words: True)  # we made the province
        _sync(agent)  # it brings the criteria by which the centre will evaluate itself
        written = _write(agent, past, machine, rank)
        _sync(agent)
    finally:
        agent.close()
    return written


def _write(agent: Agent, past: Past, machine: Machine, rank: str) -> int:
    replica, count = agent.replica(), 0
    with agent.store().transaction():
        for key, values in _records(agent, past, machine, rank):
            replica.write(key, values, AUTHOR)
            count += 1
    return count


def _records(agent: Agent, past: Past, machine: Machine, rank: str) -> Iterator[tuple[Key, Values]]:
    random, criteria_set = Random(past.seed + machine.number), published(agent)
    at = plausible.place(random, commune(agent))
    yield _natural(agent, "centre_profile", profiles.centre_profile(random, at))
    for year in past.years:
        count = max(1, round(past.activities * random.triangular(0.55, 1.5, 0.95)))
        for values in plausible.activities(random, at, year, count):
            yield Key(agent.area, "activity", secrets.token_urlsafe(9)), values
        if machine.evaluates or year != past.years[-1]:
            evaluated = evaluations.evaluation(random, rank, year, criteria_set)
            yield _natural(agent, "evaluation", evaluated)


def _natural(agent: Agent, record_type: str, values: Values) -> tuple[Key, Values]:
    name = natural_id(get(record_type), agent.area, values)
    return Key(agent.area, record_type, name), values


def commune(agent: Agent) -> str:
    """The name of the centre's commune, without its kind."""
    return agent.settings.centre.split(maxsplit=2)[-1]


def published(agent: Agent) -> Values:
    """The criteria set that the province has published."""
    store = agent.store()
    keys = store.fingerprints((agent.published,), "criteria_set")
    return dict(next(iter(store.load(keys).values())).values)


def _sync(agent: Agent) -> None:
    """:raises NotSynced:"""
    error = agent.sync().error
    if error:
        raise NotSynced(agent.area) from error
