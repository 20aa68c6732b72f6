"""Replaces the province's keys: a newer pair is made, handed to the machines, the older dropped.

1. ``renew`` makes a pair, which is handed to nobody before it is in a sealed backup.
2. Every answer to a machine that knows an older pair carries the newer keys, signed by the
   older (``sync.key_rotation``); from its next request on the machine uses them.
3. ``forget`` drops the older pairs, when no machine in use needs them any more.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from server.keys import public_keys, secret_file
from server.keys.keyring import UnknownGeneration
from server.keys.secret_file import Pair
from server.province import Province
from sync import key_rotation
from sync.key_rotation import Keys

from . import devices
from .devices import Enrolled


class TooManyPairs(Exception):
    """The number of a generation is one byte, and all are used up."""


class Behind(NamedTuple):
    """A machine in use that still knows an older pair."""

    device: Enrolled
    generation: int


def renew(province: Province) -> Pair:
    """Make a newer pair and keep it beside those before; the file first, then the database.

    :raises OSError: if the secret file cannot be written; then nothing has changed
    :raises TooManyPairs:
    """
    current = province.keyring.secrets
    generation = current.pairs[-1].generation + 1
    if generation > key_rotation.LAST:
        raise TooManyPairs
    made = secret_file.new_pair(generation)
    secret_file.write(province.config.secret_file, current.joined([made]))
    public_keys.agree(province.db(), province.keyring.secrets, province.wall())
    return made


def behind(province: Province) -> list[Behind]:
    """The machines in use that do not know the newest pair yet."""
    newest = province.keyring.newest.generation
    known = public_keys.known_to(province.db())
    machines = [Behind(each, known.get(each.device.name, 0)) for each in _in_use(province)]
    return [each for each in machines if each.generation < newest]


def forget(province: Province) -> list[int]:
    """Drop the pairs that no machine in use needs; their generations.

    :raises OSError: if the secret file cannot be written; then nothing has changed
    """
    current, newest = province.keyring.secrets, province.keyring.newest
    needed = {each.generation for each in behind(province)} | {newest.generation}
    kept = tuple(pair for pair in current.pairs if pair.generation in needed)
    gone = [pair.generation for pair in current.pairs if pair.generation not in needed]
    if gone:
        secret_file.write(province.config.secret_file, secret_file.Secrets(current.root, kept))
        public_keys.note_forgotten(province.db(), gone, province.wall())
    return gone


def statement(province: Province, known: Pair) -> Mapping[str, str]:
    """The newer keys for a machine that knows that pair; empty if there are none to hand over."""
    if known.generation == province.keyring.newest.generation:
        return {}  # what nearly every answer asks costs no look at the database
    offered = public_keys.offered(province.db())
    if offered <= known.generation:
        return {}
    try:
        newer = province.keyring.pair(offered)
    except UnknownGeneration:
        return {}  # this server was not given it yet
    return key_rotation.statement(Keys(offered, *newer.public), known.signing)


def _in_use(province: Province) -> list[Enrolled]:
    everyone = devices.everyone(province.db())
    return [each for each in everyone if each.state == devices.ACTIVE]
