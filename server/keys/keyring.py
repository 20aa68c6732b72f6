"""The secrets of a running server: read once, and again when the file was changed.

So a pair that an administrator makes, or brings to the other servers, is used without a
restart.
"""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass
from pathlib import Path

from sync import bundle

from . import secret_file
from .secret_file import Pair, Secrets


class UnknownGeneration(Exception):
    """A machine knows a pair of keys that this server does not hold, or no longer."""


@dataclass
class Keyring:
    """``path`` is the secret file; ``is_guarded`` as in ``secret_file.read``."""

    path: Path
    is_guarded: bool = False

    def __post_init__(self) -> None:
        self._stamp, self._secrets = self._read()

    @property
    def secrets(self) -> Secrets:
        """As the file says now; while it cannot be read, or is another's, as it was last read."""
        try:
            if _stamp(self.path) != self._stamp:
                stamp, read = self._read()
                if read.root == self._secrets.root:
                    self._stamp, self._secrets = stamp, read
        except (OSError, secret_file.SecretsUnusable):
            pass  # the administrator is at work on it; the secrets in memory still count
        return self._secrets

    @property
    def newest(self) -> Pair:
        return self.secrets.pairs[-1]

    def pair(self, generation: int) -> Pair:
        """:raises UnknownGeneration:"""
        for pair in self.secrets.pairs:
            if pair.generation == generation:
                return pair
        raise UnknownGeneration(str(generation))

    def signed_by(self, key_id: str) -> Pair:
        """The pair whose signing key has that id (``bundle.key_id``).

        :raises UnknownGeneration:
        """
        for pair in self.secrets.pairs:
            if bundle.key_id(pair.public[0]) == key_id:
                return pair
        raise UnknownGeneration(key_id)

    def _read(self) -> tuple[tuple[int, int], Secrets]:
        return _stamp(self.path), secret_file.read(self.path, is_guarded=self.is_guarded)


def encoded(key: bytes) -> str:
    """A public key as it is written in messages and in the database."""
    return urlsafe_b64encode(key).decode()


def decoded(text: str) -> bytes:
    """The key that is written so.

    :raises ValueError: if it is none
    """
    key = urlsafe_b64decode(text)
    if len(key) != secret_file.LENGTH:
        raise ValueError(f"a key has {secret_file.LENGTH} bytes")
    return key


def _stamp(path: Path) -> tuple[int, int]:
    """What changes when the file does."""
    try:
        status = path.stat()
    except FileNotFoundError as exc:
        raise secret_file.SecretsMissing(str(path)) from exc
    return status.st_mtime_ns, status.st_ino
