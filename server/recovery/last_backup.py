"""Where the newest copy of the database was put, and when; a note beside the database."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from sync.stores import private_files

from ..config import Config


class Copy(NamedTuple):
    path: Path
    made: int  # in milliseconds


def note(config: Config, path: Path) -> None:
    """A copy was made just now."""
    saved = {"path": str(path.absolute()), "made": config.wall()}
    private_files.write(_note(config), json.dumps(saved))


def newest(config: Config) -> Copy | None:
    """The newest copy that was noted; None if there is none, or it is not there any more."""
    with suppress(OSError, ValueError, LookupError, TypeError):
        saved = json.loads(_note(config).read_text(encoding="utf-8"))
        copy = Copy(Path(saved["path"]), int(saved["made"]))
        if copy.path.is_file():
            return copy
    return None


def of(config: Config, path: Path) -> Copy:
    """That copy; of one that was not noted, the time of its file."""
    noted = newest(config)
    if noted and noted.path == path.absolute():
        return noted
    return Copy(path, path.stat().st_mtime_ns // 1_000_000)


def _note(config: Config) -> Path:
    return config.folder / "last-backup.json"
