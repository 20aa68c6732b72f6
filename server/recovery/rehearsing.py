"""Rehearses the hand-over of keys in a restored server: would each machine follow?"""

from __future__ import annotations

from typing import NamedTuple

from server.devices import devices, key_renewal
from server.keys import public_keys
from server.keys.keyring import UnknownGeneration, decoded
from server.province import Province
from sync import key_rotation
from sync.errors import NotSigned
from sync.wire import seal

CONTEXT, WORD = b"khuyenhoc drill\n", b"rehearsed"


class HandedOver(NamedTuple):
    """Which machines would take newer keys of the restored server, and which it cannot answer."""

    followed: list[str]
    unanswered: list[str]  # the copy lacks the keys that they know: to be enrolled again


def hand_over(live: Province, new: Province) -> HandedOver:
    """Renew the keys of the restored server, and check all that a machine would check.

    ``new`` has a secret file of its own; that of ``live`` is only read.
    """
    known = public_keys.known_to(live.db())
    trusted = {each.generation: each.signing for each in public_keys.generations(live.db())}
    made = key_renewal.renew(new)
    public_keys.note_backed_up(new.db(), [made.generation], new.wall())
    result = HandedOver([], [])
    for each in devices.everyone(live.db()):
        if each.state == devices.ACTIVE:
            generation = known.get(each.device.name, 0)
            key = decoded(trusted[generation])
            follows = _follows(new, generation, key)
            (result.followed if follows else result.unanswered).append(each.device.name)
    return result


def _follows(new: Province, generation: int, key: bytes) -> bool:
    """Whether a machine that knows that key takes the newer pair, and both ends can use it."""
    try:
        statement = key_renewal.statement(new, new.keyring.pair(generation))
        newer = key_rotation.accepted(statement, key, generation)
        if newer is None:
            return False
        ours = new.keyring.newest
        seal.opened(seal.signed(WORD, ours.signing, CONTEXT), newer.signing, CONTEXT)
        return seal.unsealed(seal.sealed(WORD, newer.sealing), ours.sealing) == WORD
    except (UnknownGeneration, NotSigned):
        return False
