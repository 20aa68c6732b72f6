"""The agent of one folder: its settings, its store in each thread, its syncs.

A SQLite connection belongs to its thread, so each thread that asks gets a store of its own,
and with it a replica, staff, drafts and state.
"""

from __future__ import annotations

import secrets
import threading
import time
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from sync.clock import marks
from sync.replica import Replica
from sync.stores.sqlite import SqliteStore

from . import __version__, config
from .config import Settings
from .database.key_value import State
from .database.locking import Opening
from .encryption.keys import Keys
from .errors import NotSetUp
from .people.audit import Audit
from .people.drafts import Drafts
from .people.sent_forms import SentForms
from .people.staff import Staff
from .syncing.enrolment import under_its_name
from .syncing.status import Status, status

if TYPE_CHECKING:
    from .database.maintenance import Upkeep
    from .database.recovery import Recovered
    from .syncing.scheduler import Scheduler
    from .syncing.sessions import Report
    from .syncing.verifying import Verifier
    from .transports.ends import Ends
    from .transports.pipelining import Lines

T = TypeVar("T")


def wall_clock() -> int:
    """The machine's clock, in milliseconds."""
    return time.time_ns() // 1_000_000


class Agent:
    def __init__(self, folder: Path, wall: Callable[[], int] = wall_clock) -> None:
        self.folder = folder
        self.wall = wall
        self._mark = marks(secrets.token_urlsafe(6))
        self._mine = threading.local()
        self._one_sync = threading.Lock()
        self._read: tuple[int, Settings] = (-1, Settings())
        self.keys = Keys(folder, lambda: self.settings)
        self.opening = Opening(folder, self._look)
        self.recovered: Recovered | None = None  # when this process opened the database
        self.restore_failed: Exception | None = None  # why a copy was not restored then

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
        """This thread's replica.

        :raises NotSetUp: before enrolment  :raises StoreUnusable: as ``store``
        """
        settings = self.settings
        if not settings.device:
            raise NotSetUp(str(self.folder))
        replica = self._once("replica", lambda: self._replica(settings))
        return replica if replica.device == settings.device else self._anew(settings)

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

    @cached_property
    def scheduler(self) -> Scheduler:
        from .syncing.scheduler import Scheduler

        return Scheduler(self)

    @cached_property
    def upkeep(self) -> Upkeep:
        from .database.maintenance import Upkeep

        return Upkeep(self)

    @cached_property
    def verifier(self) -> Verifier:
        from .syncing.verifying import Verifier

        return Verifier(self)

    def status(self) -> Status:
        return status(self)

    def lines(self) -> Lines:
        """The way to our province's server.

        :raises NotSetUp: before enrolment  :raises SettingsDamaged: if the keys are no keys
        """
        from .transports.http import HttpTransport
        from .transports.pipelining import Lines

        return Lines(HttpTransport(self.settings.way, self.ends()))

    def ends(self) -> Ends:
        """Who we are, and who our province is.

        :raises NotSetUp: before enrolment  :raises SettingsDamaged: if the keys are no keys
        """
        from .transports.ends import Ends

        here, seed = self.settings, self.keys.seed()
        key = config.key_bytes(here.server_key)
        sealing_key = config.key_bytes(here.sealing_key) if here.sealing_key else b""
        former = tuple(map(config.key_bytes, here.former_keys.split()))
        return Ends(here.device, seed, key, sealing_key, here.generation, former)

    def sync(self) -> Report:
        """Sync now, and return when it is over, well or not; what failed is in the report."""
        from .syncing.sessions import attempt

        with self._one_sync:
            return attempt(self)

    def sync_soon(self) -> None:
        """Something was saved: sync in a moment."""
        self.scheduler.saved()

    def sync_now(self) -> None:
        """A person pressed the button: let the background sync at once, and do not wait for it."""
        self.scheduler.poke()

    @property
    def syncing(self) -> bool:
        return self._one_sync.locked()

    def close(self) -> None:
        """Close this thread's connection."""
        store = self._mine.__dict__.pop("store", None)
        self._mine.__dict__.clear()
        if store is not None:
            store.db.close()
            self.opening.leave()

    def _look(self, is_alone: bool) -> None:
        from .database.recovery import look
        from .database.restoring import carry_out

        self.restore_failed = carry_out(self, self._mark, is_alone)
        self.recovered = look(self, self._mark, is_alone)

    def _open(self) -> SqliteStore:
        from schemas.tables.columns import projections

        config.init(self.folder)
        self.opening.enter()
        try:
            store = SqliteStore(self.keys.connect(), projections(), config.database(self.folder))
            store.note()
            return store
        except BaseException:
            self.opening.leave()
            raise

    def _replica(self, settings: Settings) -> Replica:
        store, device, home = self.store(), settings.device, settings.area
        replica = Replica(store, device, self.wall, self._mark, home, schema=__version__)
        return under_its_name(replica, self.state)

    def _anew(self, settings: Settings) -> Replica:
        self._mine.__dict__.pop("replica")
        return self._once("replica", lambda: self._replica(settings))

    def _once(self, name: str, make: Callable[[], T]) -> T:
        mine: dict[str, T] = self._mine.__dict__
        if name not in mine:
            mine[name] = make()
        return mine[name]
