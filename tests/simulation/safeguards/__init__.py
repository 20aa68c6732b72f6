"""Every safeguard of the engine, as a piece of its text, and what is left without it."""

from typing import NamedTuple


class Safeguard(NamedTuple):
    path: str
    says: str
    without: str
    worlds: str = ""  # the kind of worlds that notice, if not all do; "none": only a story tells
