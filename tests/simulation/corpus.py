"""Seeds that once went red: each tells what is gone when one safeguard is, so they run always.

``python -m tests.simulation.corpus [name ...]`` takes the safeguards out, one at a time,
looks for the first world that notices, and prints the lines of ``corpus.txt``. Slow. A seed
means another world when the steps change; then the file is to be made anew.
"""

import os
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

from .ablations import SAFEGUARDS, red_world, without
from .seeds import kind_of

FILE = Path(__file__).with_name("corpus.txt")
SEEDS = 600  # what needs more worlds than these has a story


class Line(NamedTuple):
    seed: int
    kind: str
    safeguard: str  # that was out when the world went red

    def __str__(self):
        return f"{self.seed:5} {self.kind:8} {self.safeguard}"


def lines():
    texts = FILE.read_text(encoding="utf-8").splitlines()
    found = (text.split(maxsplit=2) for text in texts if not text.startswith("#"))
    return [Line(int(seed), kind, name) for seed, kind, name in found]


def look(name):
    """The line for that safeguard; ``None`` if no world notices."""
    worlds = SAFEGUARDS[name].worlds
    with without(name) as folder:
        said = red_world(folder, worlds, 0, SEEDS)
    if not said.startswith("seed"):
        return None
    seed = int(said.split()[1].rstrip(":"))
    return Line(seed, worlds or kind_of(seed), name)


def tells(line):
    """What its world says when the safeguard is out; empty: nothing."""
    with without(line.safeguard) as folder:
        return red_world(folder, line.kind, line.seed, 1)


if __name__ == "__main__":
    chosen = sys.argv[1:] or [name for name, each in SAFEGUARDS.items() if each.worlds != "none"]
    with ThreadPoolExecutor(os.cpu_count()) as threads:
        for line in filter(None, threads.map(look, chosen)):
            print(line, flush=True)
