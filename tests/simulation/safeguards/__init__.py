"""Every safeguard of the engine, as a piece of its text, and what is left without it."""

from typing import NamedTuple


class Safeguard(NamedTuple):
    path: str
    says: str
    without: str
    worlds: str = ""  # how the simulation must be run to notice; "none": only a story tells
