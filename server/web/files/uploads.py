"""One upload of bundle files: a folder with the results and the answers.

It is kept for some days, for the person who uploaded it.
"""

from __future__ import annotations

import json
import secrets
import shutil
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from werkzeug.datastructures import FileStorage
from werkzeug.utils import secure_filename

from server.bundles import importing
from server.bundles.checking import DAY, Allowed
from server.bundles.importing import Result
from server.province import Province
from sync.stores import private_files

KEPT = 7 * DAY
LIST, ANSWERS = "list.json", "answers"


class Carriage:
    """One upload, by its name."""

    def __init__(self, province: Province, name: str) -> None:
        self.name = name
        self._folder = _all(province) / name

    def results(self, user: str) -> list[Result] | None:
        """What became of each file; None if there is no such upload of that user's."""
        if not self.name.replace("-", "").isalnum():
            return None
        try:
            content = json.loads((self._folder / LIST).read_text("utf-8"))
        except OSError:
            return None
        if content["user"] != user:
            return None
        return [_read(one) for one in content["results"]]

    def answers(self) -> list[Path]:
        return sorted((self._folder / ANSWERS).iterdir())

    def bring(
        self, province: Province, files: Iterable[FileStorage], allowed: Allowed, user: str
    ) -> None:
        """Take those files in, and keep what became of each."""
        private_files.folder(self._folder / ANSWERS)
        paths = [self._saved(number, file) for number, file in enumerate(files)]
        steps = importing.take_in(province, paths, self._folder / ANSWERS, allowed)
        results = [asdict(step.result) for step in steps if step.result]
        content = json.dumps({"user": user, "results": results}, ensure_ascii=False)
        private_files.write(self._folder / LIST, content)
        for path in paths:
            shutil.rmtree(path.parent)

    def _saved(self, number: int, file: FileStorage) -> Path:
        place = self._folder / str(number)
        private_files.folder(place)
        path = place / (secure_filename(file.filename or "") or "tep.khb")
        with private_files.opened(path) as copy:
            file.save(copy)
        return path


def _read(stored: dict[str, Any]) -> Result:
    lists = {name: tuple(value) for name, value in stored.items() if isinstance(value, list)}
    return Result(**(stored | lists))


def begin(province: Province) -> Carriage:
    """A new one; those that were kept long enough are removed."""
    now = province.wall()
    for old in _all(province).glob("*-*"):
        made = old.name.partition("-")[0]
        if made.isdecimal() and int(made) < now - KEPT:
            shutil.rmtree(old, ignore_errors=True)
    return Carriage(province, f"{now}-{secrets.token_hex(8)}")


def _all(province: Province) -> Path:
    return province.config.folder / "carried"
