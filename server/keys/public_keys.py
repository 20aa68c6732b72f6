"""What the database knows of the province's keys: the public halves, and who knows which.

A generation is one pair of keys, for signing and for sealing. It is ``made`` by ``renew``,
``backed_up`` when a sealed backup holds it, and ``forgotten`` when no machine needs it.
Only a generation that a backup holds is handed to machines: if the server were lost before,
nobody could answer those that had already changed to it.
"""

from __future__ import annotations

from base64 import urlsafe_b64encode
from collections.abc import Iterable
from typing import NamedTuple

from sqlite_utils import Database

from .secret_file import Secrets, SecretsForeign

TABLE = "province_key"
DEVICES = "device_keys"


class Known(NamedTuple):
    """One generation, as the database knows it."""

    generation: int
    signing: str
    sealing: str
    made: int
    backed_up: int
    forgotten: int


def generations(db: Database) -> list[Known]:
    """All generations there ever were, the oldest first."""
    return [Known(**row) for row in db.table(TABLE).rows_where(order_by="generation")]


def agree(db: Database, secrets: Secrets, now: int) -> None:
    """Make sure that these secrets are this database's, and note the pairs that are new to it.

    A file that lacks the newest pair is taken: another server was given it first.

    :raises SecretsForeign: if a pair is not the one that the database knows, or none is known
    """
    known = {each.generation: each for each in generations(db)}
    ours = {pair.generation: _texts(pair.public) for pair in secrets.pairs}
    shared = known.keys() & ours.keys()
    if any((known[n].signing, known[n].sealing) != ours[n] for n in shared) or (
        known and not shared
    ):
        raise SecretsForeign("the keys are not those of the database")
    for number in sorted(ours.keys() - known.keys()):
        note(db, number, ours[number], now)


def note(db: Database, generation: int, public: tuple[str, str], now: int) -> None:
    row = dict(zip(("signing", "sealing"), public, strict=True))
    times = {"made": now, "backed_up": 0, "forgotten": 0}
    db.table(TABLE).insert({"generation": generation, **row, **times}, ignore=True)


def note_backed_up(db: Database, numbers: Iterable[int], now: int) -> None:
    """A sealed backup holds those generations."""
    for number in numbers:
        db.table(TABLE).update(number, {"backed_up": now})


def note_forgotten(db: Database, numbers: Iterable[int], now: int) -> None:
    """The secret file holds those generations no more."""
    for number in numbers:
        db.table(TABLE).update(number, {"forgotten": now})


def offered(db: Database) -> int:
    """The newest generation that machines may be given: a backup holds it, or it is the first."""
    return max((each.generation for each in generations(db) if each.backed_up), default=0)


def note_heard(db: Database, device: str, generation: int) -> None:
    """A device's request shows which generation it knows; written only when that is news.

    What was on a stick may show an older one than the device knows by now.
    """
    rows = db.table(DEVICES).rows_where("device = ?", [device])
    if generation > next((row["generation"] for row in rows), 0):
        db.table(DEVICES).upsert({"device": device, "generation": generation}, pk="device")


def known_to(db: Database) -> dict[str, int]:
    """The generation that each device knows; a device that is not named knows the first."""
    return {row["device"]: row["generation"] for row in db.table(DEVICES).rows}


def _texts(public: tuple[bytes, bytes]) -> tuple[str, str]:
    signing, sealing = (urlsafe_b64encode(key).decode() for key in public)
    return signing, sealing
