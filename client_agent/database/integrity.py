"""Integrity of the centre's database, checked before it is first opened.

The faults: damaged, empty, missing, cut (the end of its write-ahead log cannot be read), lost (it
ends before the last save that was confirmed to a person), behind (a copy holds a change that it
lacks). A folder in which nothing was ever saved misses nothing.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from sync.errors import StoreDamaged, StoreUnusable
from sync.stores import private_files, watermark
from sync.stores.health import soundness

from .. import config
from . import copies, restoring

SECONDS = 0.5  # for the check at start; what it does not reach is looked at in the background
SUSPECT = "centre.suspect"  # damage was met: check everything at the next start
ASIDE, READ = "damaged-*", "report.txt"


def find_fault(folder: Path, key: bytes = b"", is_alone: bool = True) -> str:
    """What is wrong; empty if nothing is.

    :param is_alone: no other process has it open; else what another is writing proves nothing
    :raises StoreUnusable: if it cannot be read now
    """
    path = config.database(folder)
    if not path.exists():
        return "missing" if _was_used(folder) else ""
    if not path.stat().st_size:
        return "empty"
    try:
        seconds = None if is_suspect(folder) else SECONDS
        soundness.look(path, seconds, key, is_at_rest=is_alone)
        is_lost = is_alone and is_short(folder, key)
    except StoreDamaged as exc:
        return "cut" if "write-ahead" in str(exc) else "damaged"
    return "behind" if _is_behind(folder, key) else "lost" if is_lost else ""


def is_short(folder: Path, key: bytes = b"") -> bool:
    """Whether the log ends before the last save that was confirmed to a person.

    :raises StoreUnusable: if it cannot be read
    """
    path = config.database(folder)
    mark = watermark.read(path)  # before the log: who writes commits first
    return mark is not None and not soundness.reaches(path, mark, key)


def suspect(folder: Path) -> None:
    """Have everything checked when the program starts next."""
    with suppress(OSError):
        private_files.write(folder / SUSPECT, "")


def is_suspect(folder: Path) -> bool:
    return (folder / SUSPECT).exists()


def clear_suspicion(folder: Path) -> None:
    with suppress(OSError):
        (folder / SUSPECT).unlink(missing_ok=True)


def set_aside(folder: Path) -> list[Path]:
    """The damaged databases that were set aside and not read for a rebuild yet."""
    places = (place for place in folder.glob(ASIDE) if not (place / READ).exists())
    return sorted(place / "centre.db" for place in places)


def _was_used(folder: Path) -> bool:
    return bool(set_aside(folder) or copies.find_all(copies.local(folder)))


def _is_behind(folder: Path, key: bytes) -> bool:
    """Whether the newest readable copy ends with a change that the database lacks."""
    for copy in copies.find_all(copies.local(folder)):
        with suppress(StoreUnusable, OSError):
            at = soundness.newest(copy.path, key)
            has_it = at is None or soundness.holds(config.database(folder), at, key)
            # What was made before a person went back to an older copy is not missing.
            return not has_it and copy.made > restoring.restored_at(folder, key)
    return False
