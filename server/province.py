"""The province: its database, its keys, and the replica that all centres sync with.

A SQLite connection belongs to its thread, so each thread has a store and a hub of its own;
all of them take their marks from one counter, so that no two changes share a timestamp.
"""

from __future__ import annotations

import logging
import secrets
import threading
from functools import cached_property
from hashlib import sha256

from sqlite_utils import Database

from schemas.areas import INTERNAL, PUBLISHED
from schemas.record import RecordSchema
from schemas.tables.columns import projections
from sync.check_words import words
from sync.clock import marks
from sync.replica import Replica
from sync.stores import watermark
from sync.stores.sqlite import SqliteStore, connect
from sync.stores.watermark import Watermark

from . import settings, tables
from .config import Config
from .keys import migration, public_keys
from .keys.keyring import Keyring, encoded

log = logging.getLogger(__name__)

DEVICE = "server"  # the name under which the province writes changes
CHECK = 3  # words


class NotFounded(Exception):
    """There is no province in the folder yet."""


class Province:
    """An open province. Threads may share it.

    :raises NotFounded: if there is none in the folder
    :raises SecretsUnusable: if its secret file is missing, damaged, or open to others
    """

    def __init__(self, config: Config) -> None:
        if not config.database.exists():
            raise NotFounded(str(config.folder))
        mark = watermark.read(config.database)  # before the log: who writes commits first
        self.config = config
        self.wall = config.wall
        self._mark = marks(secrets.token_urlsafe(6))
        self._projections = projections()
        self._local = threading.local()
        known = self._settings()
        if "published" not in known:
            raise NotFounded(str(config.folder))
        tables.upgrade(self.db())
        if "seed" in known:
            migration.move_secrets(self.db(), config.secret_file, known)
        self.keyring = Keyring(config.secret_file, config.are_secrets_guarded)
        public_keys.agree(self.db(), self.keyring.secrets, self.wall())
        self._name_internal()
        settings.keep_copies(self.db())
        self.was_put_back = self._begins_an_epoch(mark)
        self.store().note()

    def db(self) -> Database:
        """The connection of this thread."""
        return self.store().db

    def store(self) -> SqliteStore:
        if not hasattr(self._local, "store"):
            db = connect(self.config.database)
            self._local.store = SqliteStore(db, self._projections, self.config.database)
        store: SqliteStore = self._local.store
        return store

    def hub(self) -> Replica:
        """The replica that answers the centres, and writes what the province publishes."""
        if not hasattr(self._local, "hub"):
            store = self.store()
            secret = self.secret_for("places")
            self._local.hub = Replica(
                store, DEVICE, self.wall, self._mark, is_hub=True, secret=secret
            )
        hub: Replica = self._local.hub
        return hub

    def close(self) -> None:
        """Close this thread's connection."""
        if hasattr(self._local, "store"):
            self._local.store.db.conn.close()
        self._local.__dict__.clear()  # others' are in use

    @property
    def key(self) -> str:
        """The newest public key that answers are signed by, as devices know it."""
        return encoded(self.keyring.newest.public[0])

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
        """The area of new records of that type; empty: that of the centre that keeps them."""
        return {PUBLISHED: self.published, INTERNAL: self.internal}.get(schema.lives_in, "")

    def areas_of(self, schema: type[RecordSchema]) -> frozenset[str]:
        """The areas in which such records are looked for; empty: those of the centres.

        A type that became internal still has older records in the published area.
        """
        area = self.area_of(schema)
        return frozenset({area, self.published} if schema.lives_in == INTERNAL else {area} - {""})

    @cached_property
    def title(self) -> str:
        return self._settings()["title"]

    def may_hold(self, schema: type[RecordSchema], area: str) -> bool:
        """Whether records of that type can be in that area."""
        homes = self.areas_of(schema)
        return area in homes if homes else area not in self.above

    def _begins_an_epoch(self, mark: Watermark | None) -> bool:
        """Begin a new epoch if the log ends before ``mark``; return whether it does."""
        if mark is None or watermark.is_reached(self.db().conn, mark):
            return False
        log.info("the log ends before what was acknowledged: %s", mark)
        watermark.forget(self.config.database)
        self.hub().begin_epoch()
        return True

    def _name_internal(self) -> None:
        """Name the internal area, which older provinces lack; all copies get the same name."""
        if "internal" not in self._settings():
            named = sha256(f"internal {self.published}".encode()).hexdigest()[:12]
            self.db().table("setting").insert({"name": "internal", "value": named}, ignore=True)

    def _settings(self) -> dict[str, str]:
        return settings.read(self.db())
