"""Where second copies go: a folder or a stick that a person chooses, tested first."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from sync.stores import private_files

from .. import config
from ..errors import FileUnwritable, PlaceUnfit
from ..storage import drives
from ..storage.atomic_files import STICK_FAULTS, write_whole
from ..workspace import Workspace
from .maintenance import Upkeep

FOLDER = "KhuyenHoc"  # on a stick: while that is pulled out, the folder is not there
PROBE = "khuyenhoc-thu.tmp"
NETWORK = ("\\\\", "//")


def choose(workspace: Workspace, upkeep: Upkeep, typed: str) -> Path:
    """Write second copies to that folder from now on, after a test file was written and read back.

    :raises PlaceUnfit: if it cannot be one  :raises FileUnwritable: if nothing can be written there
    """
    place = _checked(workspace.folder, typed)
    _try(place)
    config.save(workspace.folder, replace(workspace.settings, backup_folder=str(place)))
    upkeep.forget("elsewhere")
    return place


def give_up(workspace: Workspace, upkeep: Upkeep) -> None:
    """Stop making second copies; the existing ones stay where they are."""
    config.save(workspace.folder, replace(workspace.settings, backup_folder=""))
    upkeep.forget("elsewhere")


def offered() -> list[Path]:
    """A folder on each stick that is plugged in."""
    return [drive / FOLDER for drive in drives.sticks()]


def is_same_disk(workspace: Workspace, place: Path) -> bool:
    """Whether the place is on the disk of the work, and would be lost with it."""
    try:
        return place.stat().st_dev == workspace.folder.stat().st_dev
    except OSError:
        return False


def _checked(folder: Path, typed: str) -> Path:
    text = typed.strip().strip('"')
    if not text or not text.isprintable():
        raise PlaceUnfit("none")
    place = Path(text).expanduser()
    if text.startswith(NETWORK) and not _is_there(place):
        raise PlaceUnfit("no-network", text)
    if not place.is_absolute():
        raise PlaceUnfit("relative", text)
    ours = folder.resolve()
    if ours in (place.resolve(), *place.resolve().parents):
        raise PlaceUnfit("inside", text)
    if place.exists() and not place.is_dir():
        raise PlaceUnfit("no-folder", text)
    if not _is_there(place.parent):
        raise PlaceUnfit("missing", text)
    return place


def _is_there(place: Path) -> bool:
    try:
        return place.is_dir()
    except OSError:  # a network that does not answer
        return False


def _try(place: Path) -> None:
    """:raises FileUnwritable: if the folder cannot be made, or nothing can be written there"""
    try:
        private_files.folder(place, is_ours=False)
        write_whole(place / PROBE, os.urandom(64))
    except OSError as exc:
        raise _why(exc)(f"{place}: {exc.strerror or exc}") from exc
    except FileUnwritable as exc:
        cause = exc.__cause__
        raise (_why(cause)(str(exc)) if isinstance(cause, OSError) else exc) from exc
    finally:
        with suppress(OSError):
            (place / PROBE).unlink(missing_ok=True)


def _why(error: OSError) -> type[FileUnwritable]:
    return STICK_FAULTS.get(error.errno or 0, FileUnwritable)
