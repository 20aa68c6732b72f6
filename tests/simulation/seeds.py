"""A world from its seed, and as many of them as there is time for, on all cores.

The seed alone says what the disks are and what is planted besides, unless somebody asks for
one kind: most worlds lie in memory, some of them see defects, disks that rot or a machine that
lies, and one in ten lies on SQLite.
"""

import gc
import multiprocessing
from collections import Counter
from functools import partial
from random import Random
from typing import NamedTuple

from . import hostile
from .disks import MemoryDisk, SqliteDisk
from .oracle import check
from .steps import CUTS, DEFECTS, PAGES, ROT, STEPS
from .world import World

KINDS = {
    "memory": (MemoryDisk, []),
    "defects": (MemoryDisk, DEFECTS),
    "sqlite": (SqliteDisk, []),
    "rot": (MemoryDisk, ROT),
    "rot-sqlite": (SqliteDisk, ROT),
    "cuts": (MemoryDisk, CUTS),
    "cuts-sqlite": (SqliteDisk, CUTS),
    "pages": (MemoryDisk, [*ROT, *PAGES]),
    "pages-sqlite": (SqliteDisk, [*ROT, *PAGES]),
    "hostile": (MemoryDisk, hostile.LIES),
    "hostile-sqlite": (SqliteDisk, hostile.LIES),
}
TENTHS = ("memory", "memory", "hostile", "memory", "rot", "memory", "memory")
TENTHS += ("defects", "defects", "sqlite")
AT_ONCE = 4  # seeds that a core is given at a time


class Told(NamedTuple):
    """What became of a world."""

    seed: int
    kind: str
    fault: str  # the law that broke, and what broke it; empty: none did
    counts: Counter


def kind_of(seed):
    return TENTHS[seed % 10]


def run(seed, kind="", length=None):
    """One world, from its seed; returns it after the check."""
    disk, more = KINDS[kind or kind_of(seed)]
    random = Random(seed)
    world = World(random, disk)
    if more is hostile.LIES:
        hostile.joins(world)
    weights, actions = zip(*STEPS, *more, strict=True)
    for _ in range(length or random.choice([15, 40, 80, 150])):
        action = random.choices(actions, weights)[0]
        world.trace.append(action.__name__)
        action(world, random)
    world.quiesce()
    check(world)
    return world


def tell(seed, kind=""):
    kind = kind or kind_of(seed)
    try:
        world = run(seed, kind)
    except Exception as error:
        return Told(seed, kind, f"{type(error).__name__} {str(error)[:300]}", Counter(red=1))
    return Told(seed, kind, "", _counts(world))


def many(seeds, kind="", cores=1):
    """What became of each of those worlds, in their order."""
    tells = partial(tell, kind=kind)
    if cores == 1:
        yield from map(tells, seeds)
        return
    # Spawned, not forked: the same on every system, and whatever threads there are.
    with multiprocessing.get_context("spawn").Pool(cores, collect_rarely) as pool:
        yield from pool.imap(tells, seeds, chunksize=AT_ONCE)


def collect_rarely():
    """A world is a hundred thousand small things that live to its end: leave them alone."""
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


def again(told):
    """The command that runs that world once more, with its traceback."""
    return f"python -m tests.simulation --seed {told.seed} --{told.kind}"


def _counts(world):
    kinds = Counter(key.record_type for key in world.server.disk.records())
    held = {entry.change.at for entry in world.server.disk.log()}
    return Counter(world.trace) + Counter(
        {
            "green": 1,
            "saved": len(world.acts),
            "repairs": world.repairs,
            "conflicts": kinds["conflict"],
            "parked": kinds["parked_change"],
            "lost with their disks": len(world.acts.keys() - held),
        }
    )
