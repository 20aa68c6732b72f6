"""One of the ways in which a line is bad, by luck."""

from __future__ import annotations

from random import Random

from . import middlebox
from .link import Link

KINDS = ("well", "cut", "flaps", "hangs up", "stalls", "slow", "far", "box")


def harm(line: Link, luck: Random) -> str:
    """Make the line bad until it is cleared; return in which way."""
    line.clear()
    up, count = luck.random() < 0.5, luck.randrange(1500)
    rate = luck.choice([3000, 20_000])
    kind = luck.choice(KINDS)
    if kind in ("cut", "flaps", "hangs up"):
        line.cut_after(count, up=up, hangs_up=kind == "hangs up")
        line.heals = kind != "cut"
    elif kind == "stalls":
        line.stall_after(count, up=up, seconds=luck.choice([0.1, 60]))
    elif kind == "slow":
        line.slow_down(up=rate, down=rate)
    elif kind == "far":
        line.delay = 0.03
    elif kind == "box":
        of_its_own = Random(luck.random())  # it is asked from other threads
        line.box = lambda request, ask: middlebox.any_of(of_its_own)(request, ask)
    return kind
