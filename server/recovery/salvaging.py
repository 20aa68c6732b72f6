"""Rebuilds a damaged database: from a backup, and from what the damaged one still proves.

The damaged file is set aside and never written again. Of its log come the changes whose own
digests are right, of its records the cells that their fingerprint proves. Machines are taken from
the records that tell a centre of its machines, which are in the log; of the centres that were
founded since the backup, those in whose area something is proved. Accounts, codes and tokens have
no proof: they are as in the backup.

The new database begins a new epoch, so every centre compares what it has with what the server now
holds. A machine's changes after a gap get no number here: that machine then sends again what is
missing, and what is there already counts as a repetition.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path

from sync.changes import DEVICE as MACHINE
from sync.changes import Entry, device_of
from sync.errors import StoreDamaged
from sync.stores.health import consistency, salvage, soundness
from sync.stores.sqlite import SqliteStore

from .. import founding, settings
from ..centres import centres
from ..config import Config
from ..devices import devices
from ..keys.secret_file import Secrets
from ..province import DEVICE, NotFounded, Province
from . import rebuilding, restoring

ROOM = "recovering"
AT_ONCE = 2000  # changes in one transaction


class NothingDamaged(Exception):
    """All of the database was looked at, and all of it is sound."""


class NeedsBackup(Exception):
    """Not even the areas of the province can be read in the damaged file."""


@dataclass
class Outcome:
    """What was done."""

    base: str = ""  # backup, or nothing
    kept: int = 0  # changes of the backup
    back: int = 0  # changes that the damaged file proved besides
    machines: list[str] = field(default_factory=list)  # that were enrolled since the backup
    centres: list[str] = field(default_factory=list)  # names of those founded since; unproved
    nameless: list[str] = field(default_factory=list)  # areas whose centre could not be read
    aside: Path | None = None
    name: str = ""  # of the new server


def recover(config: Config, backup: Path | None, secrets: Secrets | None = None) -> Outcome:
    """Rebuild the database, and put it in the place of the damaged one.

    ``secrets``: the secrets that came with the backup. A power cut on the way only means doing it
    again.

    :raises NothingDamaged:  :raises NeedsBackup:  :raises BadCopy: if the backup is not sound
    :raises StoreUnusable: if it cannot be written
    """
    damaged = _damaged(config)
    outcome = Outcome(base="backup" if backup else "nothing")
    room = config.elsewhere(config.folder / ROOM)
    shutil.rmtree(room.folder, ignore_errors=True)
    try:
        base = backup or _bare(room, damaged)
        outcome.name, outcome.aside = restoring.in_place(
            base, config, secrets, lambda new: _fill(new, damaged, outcome)
        )
    finally:
        shutil.rmtree(room.folder, ignore_errors=True)
    outcome.aside = outcome.aside or damaged
    return outcome


def _damaged(config: Config) -> Path:
    """:raises NothingDamaged:  :raises NotFounded:"""
    path = config.database
    if not path.exists():  # an attempt that was cut short has moved it
        moved = restoring.set_aside(config)
        if not moved:
            raise NotFounded(str(config.folder))
        return moved[-1]
    try:
        soundness.look(path)
    except StoreDamaged:
        return path
    raise NothingDamaged(str(path))


def _bare(config: Config, damaged: Path) -> Path:
    """A province without accounts and records, with the areas and units of the damaged one.

    :raises NeedsBackup:
    """
    named = {row["name"]: row["value"] for row in salvage.table(damaged, "setting")}
    named |= settings.proved(salvage.table(damaged, settings.COPY))
    if not named.keys() >= {*settings.FIXED}:
        raise NeedsBackup(str(damaged))
    made = founding.create_province(config, named["title"])
    with closing(made), made.store().transaction():
        db = made.db()
        for name in settings.FIXED:
            settings.change(db, name, named[name])
    return config.database


def _fill(new: Province, damaged: Path, outcome: Outcome) -> None:
    """Bring into the new province what the damaged file proves and it does not hold."""
    store, conn = new.store(), new.db().conn
    outcome.kept = store.end()
    missing = salvage.missing(damaged, lambda stamps: soundness.logged_stamps(conn, stamps), ())
    outcome.back = len(missing)
    entries = _numbered(store, new.hub().name, missing)
    for begin in range(0, len(entries), AT_ONCE):
        with store.transaction():
            store.append(entries[begin : begin + AT_ONCE])
    rebuilding.rebuild(new)
    areas = {key.area for key in consistency.keys(store)} - new.above
    with store.transaction():
        outcome.centres = _bring_centres(new, damaged, areas)
        outcome.machines = _bring_machines(new)
    outcome.nameless = sorted(areas - {centre.area for centre in centres.centres(new.db())})


def _numbered(store: SqliteStore, ours: str, missing: Iterable[Entry]) -> list[Entry]:
    """The entries in the order in which they came, each with the number it may have."""
    numbered, own = list[Entry](), store.head(ours).number
    for entry in sorted(missing, key=lambda e: (e.change.replica, e.change.number)):
        change, received = entry.change, entry.received or entry.change.at.millis
        if not change.replica:  # of a record's cells alone: the server says it
            own += 1
            change = replace(change, replica=ours, number=own)
        numbered.append(entry._replace(change=change, received=received))
    heads: dict[str, int] = {}
    for place, entry in enumerate(numbered):
        change = entry.change
        head = heads.setdefault(change.replica, store.head(change.replica).number)
        if change.number == head + 1:
            heads[change.replica] = change.number
        elif device_of(change.replica) != DEVICE:  # after a gap: it will come again
            numbered[place] = entry._replace(change=replace(change, number=0))
    return sorted(numbered, key=lambda entry: entry.received)


def _bring_centres(new: Province, damaged: Path, areas: set[str]) -> list[str]:
    """The centres that the backup does not know, if something is proved of their area."""
    db, names = new.db(), list[str]()
    proved = areas - {centre.area for centre in centres.centres(db)}
    units = {row["id"] for row in db.table("unit").rows}
    for row in salvage.table(damaged, "centre"):
        if row["area"] in proved and row["unit_id"] in units:
            db.table("centre").insert(row, ignore=True)
            names.append(str(row["name"]))
    return names


def _bring_machines(new: Province) -> list[str]:
    """The machines that the records name, and the state of each; returns which of them are new."""
    db, store, added = new.db(), new.store(), list[str]()
    known = {each.device.name: each for each in devices.everyone(db)}
    keys = [key for key in consistency.keys(store) if key.record_type == MACHINE]
    for key, record in store.load(keys).items():
        machine = {name: str(record.values.get(name, "")) for name in ("key", "label", "state")}
        if key.record_id not in known:
            devices.reinstate(db, key.record_id, key.area, new.published, machine)
            added.append(key.record_id)
        elif known[key.record_id].state != machine["state"]:
            _put_state(new, key.record_id, machine["state"])
    return added


def _put_state(new: Province, name: str, state: str) -> None:
    """What became of a machine since the backup: above all, that it was lost."""
    if state in (devices.RETIRED, devices.LOST):
        devices.retire(new.db(), name, lost=state == devices.LOST)
    elif state == devices.ACTIVE:
        devices.take_back(new.db(), name)
