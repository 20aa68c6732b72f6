"""Tokens: what another program shows to read our records. Kept hashed, and shown once.

A token says for which units and which record types it is good, and whether what is known of
persons may be read with it. It only ever reads.
"""

from __future__ import annotations

import json
import secrets
import unicodedata
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, NamedTuple

from sqlite_utils import Database

from ..transaction import at_once

PREFIX = "kh_"  # so that a token is recognised where it was left lying
DAY = 86_400_000  # ms


class NameTaken(Exception):
    """A token of that name is in use."""


class NoSuchToken(Exception):
    pass


@dataclass(frozen=True)
class Scope:
    """What a token lets its bearer read."""

    unit_id: str = ""  # the unit whose centres it may read of; empty: of all
    types: frozenset[str] = frozenset()  # empty: every record type
    personal: bool = False  # names and telephones, too


class Wanted(NamedTuple):
    """What is asked for with a new token."""

    name: str  # of the program that it is for
    scope: Scope
    author: str
    days: int = 0  # for which it is good; 0: until it is revoked


@dataclass(frozen=True)
class Token:
    """Times in milliseconds; 0: never."""

    name: str
    scope: Scope
    author: str
    made: int
    expires: int
    revoked: int
    used: int

    def is_good(self, now: int) -> bool:
        return not self.revoked and (not self.expires or now < self.expires)


def make(db: Database, wanted: Wanted, now: int) -> str:
    """A new token, in letters that nobody can look up again.

    :raises NameTaken: if one of that name is good
    """
    secret, name = PREFIX + secrets.token_urlsafe(32), plain(wanted.name)
    before = next((token for token in everyone(db) if token.name == name), None)
    if not name or (before and before.is_good(now)):
        raise NameTaken(name)
    row = {
        "name": name,
        "hash": _hashed(secret),
        "unit_id": wanted.scope.unit_id,
        "types": json.dumps(sorted(wanted.scope.types)),
        "personal": int(wanted.scope.personal),
        "author": wanted.author,
        "made": now,
        "expires": now + wanted.days * DAY if wanted.days else 0,
        "revoked": 0,
        "used": 0,
    }
    with at_once(db):
        db.table("token").insert(row, replace=True)
    return secret


def revoke(db: Database, name: str, now: int) -> None:
    """End a token for good.

    :raises NoSuchToken:
    """
    if plain(name) not in {token.name for token in everyone(db)}:
        raise NoSuchToken(name)
    with at_once(db):
        db.table("token").update(plain(name), {"revoked": now})


def everyone(db: Database) -> list[Token]:
    """All of them, the newest first."""
    return [_token(row) for row in db.table("token").rows_where(order_by="made desc, name")]


def bearer(db: Database, secret: str, now: int) -> Token | None:
    """The token that those words are, if it is good; from now on it counts as used."""
    rows = db.table("token").rows_where("hash = ?", [_hashed(secret)])
    token = next(map(_token, rows), None)
    if token is None or not token.is_good(now):
        return None
    if now - token.used > DAY // 24:  # once an hour: reading should not write all the time
        with at_once(db):
            db.table("token").update(token.name, {"used": now})
    return token


def plain(name: str) -> str:
    """A token's name, however it was typed."""
    return unicodedata.normalize("NFC", " ".join(name.split()))


def _hashed(secret: str) -> str:
    """A plain digest is enough: 256 random bits cannot be guessed, however fast one tries."""
    return sha256(secret.encode()).hexdigest()


def _token(row: dict[str, Any]) -> Token:
    its = Scope(row["unit_id"], frozenset(json.loads(row["types"])), bool(row["personal"]))
    times = {name: row[name] for name in ("made", "expires", "revoked", "used")}
    return Token(row["name"], its, row["author"], **times)
