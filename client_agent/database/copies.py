"""Copies of the centre's database: when one is due, where it goes, how long it is kept.

A copy counts once it was read back and found sound; until then it has another name. All
copies of the last day are kept, then one a day for fourteen days; nothing is thrown away
before a newer one is there. The newest always stays.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from schemas.formatting.vietnamese import HANOI
from sync.errors import StoreUnusable
from sync.stores import private_files
from sync.stores.health import soundness
from sync.stores.sqlite import SqliteStore

from ..config import Settings
from ..errors import DriveMissing, FileUnwritable
from ..storage import atomic_files

log = logging.getLogger(__name__)

FOLDER, NAME, UNFINISHED = "backups", "centre-%Y%m%d-%H%M%S.db", "*.part*"
BEFORE = "before-restore"  # what was in use when a copy was restored
HOUR, DAY = 3_600_000, 86_400_000
DAYS = 14
MOST, FEWEST = 1 << 30, 3  # bytes of all copies in one place; but never fewer copies than that


class Copy(NamedTuple):
    made: int  # ms
    path: Path


def local(folder: Path) -> Path:
    """Where the copies on this computer are."""
    return folder / FOLDER


def before_restore(folder: Path) -> Path:
    """Where the databases are that were in use before a copy was restored."""
    return folder / BEFORE


def elsewhere(settings: Settings) -> Path | None:
    """The folder on another drive, if the settings name one; each centre has its own."""
    if not settings.backup_folder:
        return None
    return Path(settings.backup_folder).expanduser() / f"khuyenhoc-{settings.area or 'moi'}"


def path_at(place: Path, made: int) -> Path:
    return place / datetime.fromtimestamp(made / 1000, HANOI).strftime(NAME)


def find_all(place: Path | None) -> list[Copy]:
    """The copies there, the newest first; none if the place is not there."""
    copies = []
    with suppress(OSError):
        for path in place.glob("centre-*.db") if place else ():
            with suppress(ValueError):
                when = datetime.strptime(path.name, NAME).replace(tzinfo=HANOI)
                copies.append(Copy(int(when.timestamp() * 1000), path))
    return sorted(copies, reverse=True)


def is_due(last: Copy | None, now: int, has_news: Callable[[], bool]) -> bool:
    """Hourly if something changed, daily in any case, and when the clock was set back."""
    if last is None:
        return True
    age = now - last.made
    return not 0 <= age < DAY or (age >= HOUR and has_news())


def make(store: SqliteStore, place: Path, now: int, pause: Callable[[], object]) -> Copy:
    """Copy the database of the store.

    :raises FileUnwritable:  :raises StoreUnusable: if it could not be written, or is not sound
    """
    path = path_at(place, now)
    try:
        private_files.folder(place)
        tidy(place)
        store.backup(path, pause)
    except OSError as exc:
        raise FileUnwritable(f"{path}: {exc.strerror or exc}") from exc
    return Copy(now // 1000 * 1000, path)


def carry(copy: Copy, place: Path, key: bytes = b"") -> Copy:
    """Write a copy to a place on another drive; the folder above it must exist.

    :raises DriveMissing: if it is not  :raises FileUnwritable: if it could not be written
    """
    if not place.parent.is_dir():  # making it would fill the disk below an empty mount point
        raise DriveMissing(str(place.parent))
    path = place / copy.path.name
    part = path.with_name(f"{path.name}.part")
    try:
        private_files.folder(place)
        tidy(place)
        private_files.copy(copy.path, part)
        atomic_files.to_disk(part)
        soundness.prove(part, key)
        part.replace(path)
    except (OSError, StoreUnusable) as exc:
        raise FileUnwritable(f"{path}: {getattr(exc, 'strerror', None) or exc}") from exc
    finally:
        with suppress(OSError):  # the drive is gone, and the part with it
            part.unlink(missing_ok=True)
    return copy._replace(path=path)


def is_good(copy: Copy, key: bytes = b"") -> bool:
    try:
        soundness.prove(copy.path, key)
    except (OSError, StoreUnusable):
        return False
    return True


def prune(place: Path, now: int) -> None:
    """Delete the copies that are not kept. Call it only after a newer copy was made."""
    copies = find_all(place)
    sizes = {copy.made: copy.path.stat().st_size for copy in copies}
    for copy in copies:
        if copy.made not in kept(sizes, now):
            copy.path.unlink(missing_ok=True)
            log.info("deleted the old copy %s", copy.path.name)


def drop_old(place: Path, now: int) -> None:
    """Delete every copy that is older than ``DAYS``, the newest too."""
    for copy in find_all(place):
        if now - copy.made > DAYS * DAY:
            copy.path.unlink(missing_ok=True)


def kept(sizes: dict[int, int], now: int) -> set[int]:
    """The times of the copies that stay, of all times (ms) with their sizes (bytes)."""
    newest_first = sorted(sizes, reverse=True)
    chosen, total = list[int](), 0
    for made in newest_first:
        fits = total + sizes[made] <= MOST or len(chosen) < FEWEST
        if made == newest_first[0] or (fits and _in_steps(made, chosen, now)):
            chosen.append(made)
            total += sizes[made]
    return set(chosen)


def _in_steps(made: int, newer: Collection[int], now: int) -> bool:
    if abs(now - made) <= DAY:
        return True
    return made > now - DAYS * DAY and _day(made) not in map(_day, newer)


def _day(millis: int) -> int:
    return (millis + 7 * HOUR) // DAY


def tidy(place: Path) -> None:
    """Remove the files of an interrupted copy."""
    for path in place.glob(UNFINISHED):
        path.unlink(missing_ok=True)
