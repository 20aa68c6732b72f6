"""Enrolment codes: four words that let one machine of a centre in, once, for three days.

They can be read out over the telephone. Only a slow hash of them is kept, so who reads the
database cannot enrol; and who guesses is throttled, from each address and in all.
"""

from __future__ import annotations

import secrets
from base64 import urlsafe_b64decode

from nacl import pwhash
from sqlite_utils import Database

from schemas.throttle import Limit
from sync.check_words import plain, words
from sync.errors import NotEnrolled

from .. import attempts, settings
from ..config import CODE_HOURS

COUNT = 4  # words
BY_ADDRESS, IN_ALL = Limit(10, 15), Limit(300, 15)
HOUR = 3_600_000
# Of Argon2id, as OWASP advises. A province enrols all its centres in one day: with 64 MB
# for each, making and redeeming their codes took longer than all else that was enrolled.
OPERATIONS, MEMORY = 2, 19 * 1024 * 1024


def make(db: Database, area: str, now: int) -> str:
    """A new code for a machine of that centre; nobody can ask for it again."""
    code = " ".join(words(secrets.token_bytes(COUNT), COUNT))
    db.table("enrol_code").insert(
        {
            "hash": hashed(db, code),
            "area": area,
            "made": now,
            "expires": now + CODE_HOURS * HOUR,
            "used_by": "",
        }
    )
    return code


def count_attempt(db: Database, address: str, now: int) -> None:
    """Count one attempt to enrol.

    :raises TooManyAttempts:
    """
    attempts.note(db, _limits(address), now)


def uncount_attempt(db: Database, address: str, now: int) -> None:
    """Uncount an attempt that was good: an office may enrol all its machines in one morning."""
    attempts.take_back(db, _limits(address), now)


def _limits(address: str) -> dict[str, Limit]:
    return {f"enrol from {address}": BY_ADDRESS, "enrol": IN_ALL}


def redeem(db: Database, code_hash: str, key: str, now: int) -> str:
    """The area of the centre that the code lets in; from now on it is good for ``key`` alone.

    :raises NotEnrolled: if there is no such code, or it is used up or too old
    """
    row = next(
        db.table("enrol_code").rows_where("hash = ? and expires > ?", [code_hash, now]), None
    )
    if row is None or row["used_by"] not in ("", key):
        raise NotEnrolled("no such code")
    db.table("enrol_code").update(code_hash, {"used_by": key})
    area: str = row["area"]
    return area


def waiting(db: Database, now: int) -> dict[str, int]:
    """The areas for which a code is out that nobody has used, and when the last one expires."""
    rows = db.table("enrol_code").rows_where(
        "used_by = '' and expires > ?", [now], order_by="expires"
    )
    return {row["area"]: row["expires"] for row in rows}


def hashed(db: Database, code: str) -> str:
    salt = urlsafe_b64decode(settings.read(db)["salt"])
    made: bytes = pwhash.argon2id.kdf(
        32,
        plain(code).encode(),
        salt,
        opslimit=OPERATIONS,
        memlimit=MEMORY,
    )
    return made.hex()
