"""The work of one centre on this machine: its folder, settings, keys, and its store in each thread.

A SQLite connection belongs to its thread, so each thread that asks gets a store of its own,
and with it a replica, staff, drafts and state. What runs in the background is put together in
``agent``; the modules below it take a workspace.
"""

from __future__ import annotations

import secrets
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from schemas.tables.columns import projections
from sync.changes import device_of
from sync.clock import marks
from sync.replica import Replica
from sync.stores.sqlite import SqliteStore

from . import __version__, config
from .config import Settings
from .encryption.keys import Keys
from .errors import NotSetUp
from .people.audit import Audit
from .people.drafts import Drafts
from .people.sent_forms import SentForms
from .people.staff import Staff
from .storage.key_value import State
from .storage.locking import DatabaseLock
from .transports.ends import Ends

if TYPE_CHECKING:
    from .transports.pipelining import Pipeline

T = TypeVar("T")


def wall_clock() -> int:
    """The machine's clock, in milliseconds."""
    return time.time_ns() // 1_000_000


def open_as_it_is(is_alone: bool) -> None:
    """Check nothing before the database is opened."""


class Workspace:
    """One centre's folder, opened by this process.

    :param wall: the clock, in milliseconds
    :param before_opening: called before the first thread opens the database, with whether no
        other process has it open: the time to check it, to restore a copy, to rebuild it
    """

    def __init__(
        self,
        folder: Path,
        wall: Callable[[], int] = wall_clock,
        before_opening: Callable[[bool], None] = open_as_it_is,
    ) -> None:
        self.folder = folder
        self.wall = wall
        self.mark = marks(secrets.token_urlsafe(6))  # names the histories that begin here
        self.keys = Keys(folder, lambda: self.settings)
        self.database_lock = DatabaseLock(folder, before_opening)
        self._of_thread = threading.local()
        self._read: tuple[int, Settings] = (-1, Settings())

    @property
    def settings(self) -> Settings:
        """As the file says now; it is read again when it was written."""
        written = config.written(self.folder)
        if self._read[0] != written:
            self._read = (written, config.load(self.folder))
        return self._read[1]

    @property
    def enrolled(self) -> bool:
        return bool(self.settings.server_key)

    @property
    def area(self) -> str:
        return self.settings.area

    @property
    def published(self) -> str:
        return self.settings.published

    @property
    def areas(self) -> tuple[str, ...]:
        return self.settings.areas

    def store(self) -> SqliteStore:
        """:raises StoreUnusable: if the database is locked, full, damaged or read-only"""
        return self._once("store", self._open)

    def replica(self) -> Replica:
        """The replica of this thread.

        :raises NotSetUp: before enrolment  :raises StoreUnusable: as ``store``
        """
        settings = self.settings
        if not settings.device:
            raise NotSetUp(str(self.folder))
        replica = self._once("replica", lambda: self._replica(settings))
        if replica.device != settings.device:  # enrolled again since
            del self._of_thread.replica
            replica = self._once("replica", lambda: self._replica(settings))
        return replica

    @property
    def staff(self) -> Staff:
        return self._once("staff", lambda: Staff(self.store(), self.wall))

    @property
    def audit(self) -> Audit:
        return self._once("audit", lambda: Audit(self.store(), self.wall))

    @property
    def drafts(self) -> Drafts:
        return self._once("drafts", lambda: Drafts(self.store(), self.wall))

    @property
    def sent_forms(self) -> SentForms:
        return self._once("sent_forms", lambda: SentForms(self.store(), self.wall))

    @property
    def state(self) -> State:
        return self._once("state", lambda: State(self.store()))

    def ends(self) -> Ends:
        """Who we are, and who our province is.

        :raises NotSetUp: before enrolment  :raises SettingsDamaged: if the keys are no keys
        """
        settings, seed = self.settings, self.keys.seed()
        key = config.key_bytes(settings.server_key)
        sealing_key = config.key_bytes(settings.sealing_key) if settings.sealing_key else b""
        former = tuple(map(config.key_bytes, settings.former_keys.split()))
        return Ends(settings.device, seed, key, sealing_key, settings.generation, former)

    def connect(self) -> Pipeline:
        """A connection to our province's server; it is opened by the first exchange.

        :raises NotSetUp: before enrolment  :raises SettingsDamaged: if the keys are no keys
        """
        # Not at the top: ``requests`` takes longer to import than all the rest, and a page or a
        # command that asks nothing of the province does without it.
        from .transports.http import HttpTransport
        from .transports.pipelining import Pipeline

        return Pipeline(HttpTransport(self.settings.way, self.ends()))

    def close(self) -> None:
        """Close this thread's connection."""
        store = self._of_thread.__dict__.pop("store", None)
        self._of_thread.__dict__.clear()
        if store is not None:
            store.db.close()
            self.database_lock.leave()

    def _open(self) -> SqliteStore:
        config.init(self.folder)
        self.database_lock.enter()
        try:
            store = SqliteStore(self.keys.connect(), projections(), config.database(self.folder))
            store.note()
            return store
        except BaseException:
            self.database_lock.leave()
            raise

    def _replica(self, settings: Settings) -> Replica:
        store, device, home = self.store(), settings.device, settings.area
        replica = Replica(store, device, self.wall, self.mark, home, schema_version=__version__)
        return _under_its_name(replica, self.state)

    def _once(self, name: str, make: Callable[[], T]) -> T:
        parts: dict[str, T] = self._of_thread.__dict__
        if name not in parts:
            parts[name] = make()
        return parts[name]


def _under_its_name(replica: Replica, state: State) -> Replica:
    """The replica as the device is called now.

    Unsent changes move to the new name; changes made under a former name stay this machine's own.
    """
    formerly, before = state.get("formerly", []), device_of(replica.name)
    if before != replica.device:  # enrolled again
        formerly = [*formerly, before]
        with replica.store.transaction():
            replica.become_new_replica()
            state.set(formerly=formerly)
    replica.formerly = formerly
    return replica
