"""The keys of this folder, each as it is first asked for: the database's, and the device's seed."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path

from sqlite_utils import Database

from sync.stores.sqlite import connect

from .. import config
from ..config import Settings
from . import keyring
from . import recovery_key as secret


class Keys:
    def __init__(self, folder: Path, settings: Callable[[], Settings]) -> None:
        self._folder, self._settings = folder, settings

    @cached_property
    def secret(self) -> bytes:
        """Empty where the database is not encrypted.

        :raises StoreLocked: if it is, and the secret is not here
        """
        if not keyring.is_used(self._folder):
            return b""
        return keyring.secret(self._folder, self._settings())

    @property
    def database(self) -> bytes:
        """:raises StoreLocked: as ``secret``"""
        return secret.key(self.secret) if self.secret else b""

    def connect(self) -> Database:
        """:raises StoreUnusable: as any use of the database"""
        return connect(config.database(self._folder), self.database)

    def seed(self, name: str = config.SEED) -> bytes:
        """:raises NotSetUp: if there is none  :raises SettingsDamaged:  :raises StoreLocked:"""
        return secret.decrypt_seed(config.device_seed(self._folder, name), self.secret)

    def save_seed(self, seed: bytes, name: str = config.SEED) -> None:
        """:raises StoreUnusable: if it cannot be written"""
        kept = secret.encrypt_seed(seed, self.secret) if self.secret else seed
        config.save_device_seed(self._folder, kept, name)

    def forget(self) -> None:
        """The secret was changed: read it again when it is next asked for."""
        self.__dict__.pop("secret", None)
