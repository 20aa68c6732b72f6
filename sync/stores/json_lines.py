"""Files of one JSON value a line beside a database, sealed with its key if it is encrypted.

They are read line by line as they are needed. A file is there whole or not at all; what
cannot be read is as good as gone.
"""

from __future__ import annotations

import json
import os
import secrets
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from pathlib import Path
from typing import Any

from nacl.exceptions import CryptoError
from nacl.secret import SecretBox

from . import private_files

ENDING, FRESH = ".jsonl", ".fresh"
_dumped = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


class FileGone(Exception):
    """The file is no longer there, or cannot be read."""


@dataclass(frozen=True)
class Lines:
    folder: Path
    key: bytes = b""  # of the database; empty if it is not encrypted

    def has(self, name: str) -> bool:
        return self._path(name).exists()

    def names(self) -> list[str]:
        return [path.name.removesuffix(ENDING) for path in self.folder.glob("*-*")]

    def texts(self, name: str) -> Iterator[str]:
        """The lines as they were written.

        :raises FileGone:
        """
        try:
            with self._path(name).open("rb") as file:
                yield from map(self._opened, file)
        except (OSError, ValueError, CryptoError) as error:
            raise FileGone(name) from error

    def read(self, name: str) -> Iterator[Any]:
        """The values that were written.

        :raises FileGone:
        """
        try:
            yield from map(json.loads, self.texts(name))
        except ValueError as error:
            raise FileGone(name) from error

    def write(self, name: str, values: Iterable[object]) -> int:
        """Write them all, or nothing; return how many they are."""
        path, written = self._path(name), 0
        private_files.folder(path.parent)
        draft = path.with_suffix(f".{secrets.token_hex(4)}")
        try:
            with private_files.opened(draft) as file:
                for value in values:
                    file.write(self._sealed(_dumped(value)) + b"\n")
                    written += 1
                file.flush()
                os.fsync(file.fileno())  # before the database says that it is there
            draft.replace(path)
        finally:
            draft.unlink(missing_ok=True)
        return written

    def drop(self, start: str) -> None:
        """Remove all whose names begin so."""
        for path in self.folder.glob(f"{start}*"):
            path.unlink(missing_ok=True)

    def reseal(self, key: bytes, wipe: Callable[[Path], object]) -> None:
        """Seal them with another key; what lay there is wiped, and what was left half done.

        Cut off anywhere, it can be repeated: what is wiped is there in its new form already.
        """
        fresh = Lines(self.folder, key)
        for name in self.names():
            with suppress(FileGone):
                if not name.endswith(FRESH):
                    fresh.write(f"{name}{FRESH}", self.read(name))
                    wipe(self._path(name))
        for name in self.names():
            if name.endswith(FRESH):
                self._path(name).replace(self._path(name.removesuffix(FRESH)))
        for path in self.folder.glob("*-*"):
            if path.suffix != ENDING:
                wipe(path)

    @cached_property
    def _sealed(self) -> Callable[[str], bytes]:
        if not self.key:
            return str.encode
        box = self._box
        return lambda text: b64encode(box.encrypt(text.encode()))

    @cached_property
    def _opened(self) -> Callable[[bytes], str]:
        if not self.key:
            return bytes.decode
        box = self._box
        return lambda line: box.decrypt(b64decode(line)).decode()

    @property
    def _box(self) -> SecretBox:
        return SecretBox(
            blake2b(self.key, digest_size=SecretBox.KEY_SIZE, person=b"lines").digest()
        )

    def _path(self, name: str) -> Path:
        return self.folder / f"{name}{ENDING}"
