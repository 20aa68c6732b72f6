"""The province: its database, its keys, and the replica that all centres sync with.

A SQLite connection belongs to its thread, so each thread has a store and a hub of its own;
all of them make their marks from one count, so that no two changes share a timestamp.
"""

from __future__ import annotations

import secrets
import threading
from base64 import urlsafe_b64decode, urlsafe_b64encode
from functools import cached_property
from hashlib import sha256

from sqlite_utils import Database

from schemas.areas import INTERNAL, PUBLISHED
from schemas.columns import projections
from schemas.record import RecordSchema
from sync import seal
from sync.clock import marks
from sync.replica import Replica
from sync.stores.sqlite import SqliteStore, connect
from sync.words import words

from . import attempts, centres, codes, devices, proofs, unit_data, users, verifiers
from .config import Config
from .conversations import Conversations

NAME, DEVICE = "Tỉnh Hòa Bình", "server"
CHECK = 3  # words


class NotFounded(Exception):
    """The folder holds no province yet."""


class AlreadyFounded(Exception):
    """The folder holds a province already."""


class Province:
    """:raises NotFounded: if ``found`` was never called for the folder"""

    def __init__(self, config: Config) -> None:
        if not config.database.exists():
            raise NotFounded(str(config.folder))
        self.config = config
        self.wall = config.wall
        self.conversations = Conversations()
        self._mark = marks(secrets.token_urlsafe(6))
        self._projections = projections()
        self._mine = threading.local()
        if "seed" not in self._settings():
            raise NotFounded(str(config.folder))
        for module in (proofs, verifiers):  # provinces that were founded earlier have none
            module.create_table(self.db())
        self._name_internal()

    def db(self) -> Database:
        """This thread's connection."""
        return self.store().db

    def store(self) -> SqliteStore:
        if not hasattr(self._mine, "store"):
            db = connect(self.config.database)
            self._mine.store = SqliteStore(db, self._projections)
        store: SqliteStore = self._mine.store
        return store

    def hub(self) -> Replica:
        """The replica that answers the centres, and writes what the province publishes."""
        if not hasattr(self._mine, "hub"):
            store = self.store()
            self._mine.hub = Replica(store, DEVICE, self.wall, self._mark, is_hub=True)
        hub: Replica = self._mine.hub
        return hub

    def close(self) -> None:
        """Close this thread's connection."""
        if hasattr(self._mine, "store"):
            self._mine.store.db.conn.close()
        self._mine.__dict__.clear()  # others' are in use

    @cached_property
    def seed(self) -> bytes:
        """The seed of the key that signs every answer."""
        return urlsafe_b64decode(self._settings()["seed"])

    @cached_property
    def key(self) -> str:
        """The public half of that key, as devices know it."""
        return encoded(seal.public_key(self.seed))

    @property
    def check_words(self) -> str:
        """What a machine that was enrolled reads back, if it is our key that it was given."""
        return " ".join(words(sha256(seal.public_key(self.seed)).digest(), CHECK))

    @cached_property
    def secret(self) -> str:
        """What sessions are signed with."""
        return self._settings()["secret"]

    @cached_property
    def published(self) -> str:
        """The area of what the province publishes to all centres."""
        return self._settings()["published"]

    @cached_property
    def internal(self) -> str:
        """The area of what the offices keep for themselves; it is in no machine's scope."""
        return self._settings()["internal"]

    @property
    def above(self) -> frozenset[str]:
        """The areas that are no centre's."""
        return frozenset({self.published, self.internal})

    def area_of(self, schema: type[RecordSchema]) -> str:
        """Where new records of that type lie; empty: in the area of the centre that keeps them."""
        return {PUBLISHED: self.published, INTERNAL: self.internal}.get(schema.lives_in, "")

    def areas_of(self, schema: type[RecordSchema]) -> frozenset[str]:
        """Where such records are looked for; empty: with the centres.

        What became internal since it was written still lies in the published area.
        """
        here = self.area_of(schema)
        return frozenset({here, self.published} if schema.lives_in == INTERNAL else {here} - {""})

    @cached_property
    def title(self) -> str:
        return self._settings()["title"]

    def may_hold(self, schema: type[RecordSchema], area: str) -> bool:
        """Whether that is an area in which records of that type can lie."""
        homes = self.areas_of(schema)
        return area in homes if homes else area not in self.above

    def _name_internal(self) -> None:
        """Provinces that were founded earlier have no internal area; all copies name it alike."""
        if "internal" not in self._settings():
            named = sha256(b"internal" + self.seed).hexdigest()[:12]
            self.db().table("setting").insert({"name": "internal", "value": named}, ignore=True)

    def _settings(self) -> dict[str, str]:
        db = self.db()
        if not db.table("setting").exists():
            return {}
        return {row["name"]: row["value"] for row in db.table("setting").rows}


def encoded(key: bytes) -> str:
    return urlsafe_b64encode(key).decode()


def decoded(key: str) -> bytes:
    """:raises ValueError: if that is no key"""
    raw = urlsafe_b64decode(key)
    if len(raw) != 32:
        raise ValueError("a key has 32 bytes")
    return raw


def found(config: Config, title: str = NAME) -> Province:
    """Make a province in the folder: keys, tables and units.

    :raises AlreadyFounded: then nothing is touched
    """
    config.folder.mkdir(parents=True, exist_ok=True)
    store = SqliteStore(connect(config.database), projections())
    config.database.chmod(0o600)  # it holds the keys
    with store.transaction():
        if store.db.table("setting").exists():
            raise AlreadyFounded(str(config.folder))
        _tables(store.db)
        store.db.table("setting").create({"name": str, "value": str}, pk="name")
        store.db.table("setting").insert_all(
            {"name": name, "value": value} for name, value in _secrets(title).items()
        )
        unit_data.load(store.db)
    store.db.conn.close()
    return Province(config)


def _tables(db: Database) -> None:
    for module in (attempts, centres, codes, devices, users):
        module.create_table(db)


def _secrets(title: str) -> dict[str, str]:
    return {
        "seed": encoded(seal.new_seed()),
        "secret": secrets.token_urlsafe(32),
        "published": secrets.token_hex(6),
        "internal": secrets.token_hex(6),
        "salt": encoded(secrets.token_bytes(16)),
        "title": title,
    }
