"""Which USB sticks are plugged in, as far as this machine tells."""

from __future__ import annotations

import string
import sys
from collections.abc import Iterable
from pathlib import Path

MOUNTED = (Path("/media"), Path("/run/media"), Path("/Volumes"))
REMOVABLE = 2  # what Windows calls such a drive


def sticks() -> list[Path]:
    """The folders of the removable drives."""
    return _letters() if sys.platform == "win32" else mounts(MOUNTED)


def mounts(roots: Iterable[Path]) -> list[Path]:
    """Where drives are mounted in these folders, or in those of people in them."""
    paths = []
    for root in roots:
        inside = [*_folders(root), *(deep for one in _folders(root) for deep in _folders(one))]
        paths += [path for path in inside if path.is_mount()]
    return sorted(paths)


def _folders(path: Path) -> list[Path]:
    try:
        return sorted(each for each in path.iterdir() if each.is_dir())
    except OSError:
        return []  # not there, or not ours to see


if sys.platform == "win32":

    def _letters() -> list[Path]:
        import ctypes

        drives = [Path(f"{letter}:\\") for letter in string.ascii_uppercase]
        kind = ctypes.windll.kernel32.GetDriveTypeW
        return [drive for drive in drives if kind(str(drive)) == REMOVABLE]

else:

    def _letters() -> list[Path]:
        return []
