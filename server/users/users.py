"""The people at the province, its associations and districts: who they are, and their passwords.

Passwords are kept as Argon2id hashes. A session names the user and a stamp that changes
with the password and when the account is closed, so both end every session at once.
"""

from __future__ import annotations

import secrets
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from flask_login import UserMixin
from nacl import pwhash
from nacl.exceptions import InvalidkeyError
from sqlite_utils import Database

from schemas import owners
from schemas.throttle import Limit

from .. import attempts

# The roles are the owners of fields; see schemas.owners.
PROVINCE, ASSOCIATION = owners.PROVINCE, owners.ASSOCIATION
DISTRICT, DISTRICT_ASSOCIATION = owners.OF_A_DISTRICT
OF_A_DISTRICT = owners.OF_A_DISTRICT
ROLES = (PROVINCE, ASSOCIATION, DISTRICT, DISTRICT_ASSOCIATION)
SHORTEST = 10  # letters of a password
OPERATIONS, MEMORY = 2, 64 * 1024 * 1024  # of Argon2id: what libsodium calls interactive
BY_NAME, BY_ADDRESS = Limit(10, 15), Limit(50, 15)


class WrongPassword(Exception):
    """No such user, or not this password; the error does not tell which."""


class PasswordTooShort(Exception):
    pass


class NameTaken(Exception):
    pass


class User(UserMixin):  # type: ignore[misc]  # flask_login has no types
    """Who is logged in; ``unit_id`` is the unit that a district's user works for."""

    def __init__(self, name: str, role: str, unit_id: str, stamp: str, active: bool) -> None:
        self.name, self.role, self.unit_id = name, role, unit_id
        self.stamp, self.active = stamp, active

    def get_id(self) -> str:
        return f"{self.stamp}.{self.name}"

    @property
    def is_active(self) -> bool:
        return self.active

    @property
    def of_a_district(self) -> bool:
        return self.role in OF_A_DISTRICT


class Account(NamedTuple):
    """What is asked of the province for a new user."""

    name: str
    password: str
    role: str = PROVINCE
    unit_id: str = ""


def add(db: Database, account: Account) -> User:
    """:raises PasswordTooShort:  :raises NameTaken:"""
    name = plain(account.name)
    if not name or find(db, name):
        raise NameTaken(name)
    db.table("user").insert(
        {"name": name, "role": account.role, "unit_id": account.unit_id, "active": 1}
        | _secret(account.password)
    )
    user = find(db, name)
    assert user
    return user


def find(db: Database, name: str) -> User | None:
    rows = db.table("user").rows_where("name = ?", [plain(name)])
    return next((_user(row) for row in rows), None)


def everybody(db: Database) -> list[User]:
    return [_user(row) for row in db.table("user").rows_where(order_by="name")]


def change_password(db: Database, name: str, password: str) -> None:
    """:raises PasswordTooShort:"""
    db.table("user").update(plain(name), _secret(password))


def set_active(db: Database, name: str, active: bool) -> None:
    db.table("user").update(plain(name), {"active": int(active), "stamp": secrets.token_hex(8)})


def check(db: Database, name: str, password: str, address: str, now: int) -> User:
    """The user of that name, if that is the password; ``now`` in milliseconds.

    :raises WrongPassword:
    :raises TooManyAttempts: by that name, or from that address
    """
    by_name = f"login {plain(name)[:100]}"
    limits = {by_name: BY_NAME, f"login from {address}": BY_ADDRESS}
    attempts.note(db, limits, now)
    row = next(db.table("user").rows_where("name = ? and active", [plain(name)]), None)
    # Hashed for nobody, too: the time it takes must not tell which names exist.
    right = _matches(row["password"] if row else _nobody(), password)
    if row is None or not right:
        raise WrongPassword
    attempts.take_back(db, limits, now)
    attempts.forget(db, by_name)
    return _user(row)


def from_session(db: Database, session_id: str) -> User | None:
    """The user a session belongs to; None if it has ended meanwhile."""
    stamp, _, name = session_id.partition(".")
    user = find(db, name)
    return user if user and user.active and secrets.compare_digest(user.stamp, stamp) else None


def plain(name: str) -> str:
    """A user's name, however it was typed."""
    return unicodedata.normalize("NFC", name).strip().casefold()


def _user(row: dict[str, object]) -> User:
    return User(
        str(row["name"]),
        str(row["role"]),
        str(row["unit_id"]),
        str(row["stamp"]),
        bool(row["active"]),
    )


def _secret(password: str) -> dict[str, str]:
    if len(password) < SHORTEST:
        raise PasswordTooShort
    return {"password": _hash(password), "stamp": secrets.token_hex(8)}


def _hash(password: str) -> str:
    text = unicodedata.normalize("NFC", password).encode()
    made: bytes = pwhash.argon2id.str(text, OPERATIONS, MEMORY)
    return made.decode()


def _matches(kept: str, password: str) -> bool:
    try:
        return bool(pwhash.verify(kept.encode(), unicodedata.normalize("NFC", password).encode()))
    except InvalidkeyError:
        return False


@lru_cache(1)
def _nobody() -> str:
    return _hash(secrets.token_hex(16))
