"""As many rounds as you like: ``python -m tests.journeys.soak 1000 [--seed N]``.

Ends with 1 at the first promise that does not hold, keeps what both sides then held, and
prints the command that plays the same rounds again.
"""

from __future__ import annotations

import argparse
import logging
import shutil
import signal
import sys
import tempfile
import time
from pathlib import Path
from random import randrange

from .forks import Red
from .rounds import Rounds

OFTEN = 25  # rounds between two looks at everything, and a line that says so


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.journeys.soak", description=__doc__)
    parser.add_argument("rounds", type=int)
    parser.add_argument("--seed", type=int, default=randrange(1_000_000))
    asked = parser.parse_args(arguments)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that no process stays behind
    logging.disable(logging.WARNING)  # that the line is bad is known
    folder = Path(tempfile.mkdtemp(prefix="khuyenhoc-soak-"))
    print(f"seed {asked.seed}", flush=True)
    began, number = time.monotonic(), 0
    rounds, is_red = Rounds(folder, asked.seed), False
    try:
        for number in range(1, asked.rounds + 1):
            rounds.play(number)
            if number % OFTEN == 0 or number == asked.rounds:
                rounds.settle()
                spent = time.monotonic() - began
                print(f"{number:6} rounds {spent:6.0f} s  {dict(rounds.count)}", flush=True)
    except Red as red:
        is_red = True
        print(f"RED in round {number}: {red}\nheld by both sides: {folder}")
        print(f"again: python -m tests.journeys.soak {number} --seed {asked.seed}")
    finally:
        rounds.close()
        if not is_red:
            shutil.rmtree(folder)
    return int(is_red)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
