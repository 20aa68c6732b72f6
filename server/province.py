"""The province: its database, its keys, and the replica that all centres sync with.

A SQLite connection belongs to its thread, so each thread has a store and a hub of its own;
all of them make their marks from one count, so that no two changes share a timestamp.
"""

from __future__ import annotations

import logging
import secrets
import threading
from base64 import urlsafe_b64decode, urlsafe_b64encode
from functools import cached_property
from hashlib import sha256

from sqlite_utils import Database

from schemas.areas import INTERNAL, PUBLISHED
from schemas.record import RecordSchema
from schemas.tables.columns import projections
from sync.check_words import words
from sync.clock import marks
from sync.replica import Replica
from sync.stores import private_files
from sync.stores.health import watermark
from sync.stores.health.watermark import Watermark
from sync.stores.sqlite import SqliteStore, connect

from . import attempts, settings
from .centres import centres, unit_data
from .config import Config
from .devices import codes, devices, receipts
from .evaluation import verifiers
from .keys import moving, public_keys, secret_file
from .keys.keyring import Keyring, text
from .keys.secret_file import SecretsMissing
from .sync.resume_cache import Conversations
from .users import users

log = logging.getLogger(__name__)

NAME, DEVICE = "Tỉnh Hòa Bình", "server"
CHECK = 3  # words


class NotFounded(Exception):
    """The folder holds no province yet."""


class AlreadyFounded(Exception):
    """The folder holds a province already."""


class Province:
    """:raises NotFounded: if ``found`` was never called for the folder

    :raises SecretsUnusable: if its secret file is missing, damaged, or open to others
    """

    def __init__(self, config: Config) -> None:
        if not config.database.exists():
            raise NotFounded(str(config.folder))
        mark = watermark.read(config.database)  # before the log: who writes commits first
        self.config = config
        self.wall = config.wall
        self.conversations = Conversations()
        self._mark = marks(secrets.token_urlsafe(6))
        self._projections = projections()
        self._mine = threading.local()
        known = self._settings()
        if "published" not in known:
            raise NotFounded(str(config.folder))
        for module in (devices, receipts, verifiers, public_keys):  # older provinces lack some
            module.create_table(self.db())
        if "seed" in known:
            moving.move(self.db(), config.secret_file, known)
        self.keyring = Keyring(config.secret_file, config.are_secrets_guarded)
        public_keys.agree(self.db(), self.keyring.secrets, self.wall())
        self._name_internal()
        settings.keep_copies(self.db())
        self.was_put_back = self._goes_on_from(mark)
        self.store().note()

    def db(self) -> Database:
        """This thread's connection."""
        return self.store().db

    def store(self) -> SqliteStore:
        if not hasattr(self._mine, "store"):
            db = connect(self.config.database)
            self._mine.store = SqliteStore(db, self._projections, self.config.database)
        store: SqliteStore = self._mine.store
        return store

    def hub(self) -> Replica:
        """The replica that answers the centres, and writes what the province publishes."""
        if not hasattr(self._mine, "hub"):
            store = self.store()
            secret = self.secret_for("places")
            self._mine.hub = Replica(
                store, DEVICE, self.wall, self._mark, is_hub=True, secret=secret
            )
        hub: Replica = self._mine.hub
        return hub

    def close(self) -> None:
        """Close this thread's connection."""
        if hasattr(self._mine, "store"):
            self._mine.store.db.conn.close()
        self._mine.__dict__.clear()  # others' are in use

    @property
    def key(self) -> str:
        """The newest public key that answers are signed by, as devices know it."""
        return text(self.keyring.newest.public[0])

    @property
    def check_words(self) -> str:
        """What a machine that was enrolled reads back, if it is our key that it was given."""
        return " ".join(words(sha256(self.keyring.newest.public[0]).digest(), CHECK))

    def secret_for(self, purpose: str) -> bytes:
        """A secret of 32 bytes that only the province's servers know, for that purpose alone."""
        return self.keyring.secrets.derived(purpose)

    @property
    def secret(self) -> str:
        """What sessions are signed with."""
        return self.secret_for("sessions").hex()

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

    def _goes_on_from(self, mark: Watermark | None) -> bool:
        """Whether the log ends before ``mark``: a new epoch then begins, before anybody asks."""
        if mark is None or watermark.is_reached(self.db().conn, mark):
            return False
        log.info("the log ends before what was acknowledged: %s", mark)
        watermark.forget(self.config.database)
        self.hub().begin_epoch()
        return True

    def _name_internal(self) -> None:
        """Provinces that were founded earlier have no internal area; all copies name it alike."""
        if "internal" not in self._settings():
            named = sha256(f"internal {self.published}".encode()).hexdigest()[:12]
            self.db().table("setting").insert({"name": "internal", "value": named}, ignore=True)

    def _settings(self) -> dict[str, str]:
        return settings.read(self.db())


def decoded(key: str) -> bytes:
    """:raises ValueError: if that is no key"""
    raw = urlsafe_b64decode(key)
    if len(raw) != 32:
        raise ValueError("a key has 32 bytes")
    return raw


def found(config: Config, title: str = NAME) -> Province:
    """Make a province in the folder: keys, tables and units.

    A secret file that is there already is used: another server was given it, or systemd has it.

    :raises AlreadyFounded: then nothing is touched
    :raises SecretsUnusable: if such a file cannot be used
    """
    private_files.folder(config.folder)
    store = SqliteStore(connect(config.database), projections())
    with store.transaction():
        if store.db.table("setting").exists():
            raise AlreadyFounded(str(config.folder))
        _keep_secrets(config)
        _tables(store.db)
        store.db.table("setting").create({"name": str, "value": str}, pk="name")
        store.db.table("setting").insert_all(
            {"name": name, "value": value} for name, value in _names(title).items()
        )
        unit_data.load(store.db)
    store.db.conn.close()
    return Province(config)


def _tables(db: Database) -> None:
    for module in (attempts, centres, codes, devices, users):
        module.create_table(db)


def _keep_secrets(config: Config) -> None:
    """Make the secrets, before anything in the database rests on them."""
    try:
        secret_file.read(config.secret_file, is_guarded=config.are_secrets_guarded)
    except SecretsMissing:
        secret_file.write(config.secret_file, secret_file.new())


def _names(title: str) -> dict[str, str]:
    return {
        "published": secrets.token_hex(6),
        "internal": secrets.token_hex(6),
        "salt": urlsafe_b64encode(secrets.token_bytes(16)).decode(),  # of codes; no secret
        "title": title,
    }
