"""Creates a province in an empty folder: its secrets, tables, settings and units."""

from __future__ import annotations

import secrets
from base64 import urlsafe_b64encode

from schemas.tables.columns import projections
from sync.stores import private_files
from sync.stores.sqlite import SqliteStore, connect

from . import tables
from .centres import unit_data
from .config import Config
from .keys import secret_file
from .keys.secret_file import SecretsMissing
from .province import Province

TITLE = "Tỉnh Hòa Bình"


class AlreadyFounded(Exception):
    """There is a province in the folder already."""


def create_province(config: Config, title: str = TITLE) -> Province:
    """Create a province in the folder, and open it.

    A secret file that is there already is used: another server was given it, or systemd has it.

    :raises AlreadyFounded: then nothing is touched
    :raises SecretsUnusable: if such a file cannot be used
    """
    private_files.folder(config.folder)
    store = SqliteStore(connect(config.database), projections())
    with store.transaction():
        if store.db.table("setting").exists():
            raise AlreadyFounded(str(config.folder))
        _ensure_secrets(config)
        tables.upgrade(store.db)
        store.db.table("setting").create({"name": str, "value": str}, pk="name")
        store.db.table("setting").insert_all(
            {"name": name, "value": value} for name, value in _settings(title).items()
        )
        unit_data.load(store.db)
    store.db.conn.close()
    return Province(config)


def _ensure_secrets(config: Config) -> None:
    """Create the secrets, before anything in the database depends on them."""
    try:
        secret_file.read(config.secret_file, is_guarded=config.are_secrets_guarded)
    except SecretsMissing:
        secret_file.write(config.secret_file, secret_file.new())


def _settings(title: str) -> dict[str, str]:
    return {
        "published": secrets.token_hex(6),
        "internal": secrets.token_hex(6),
        "salt": urlsafe_b64encode(secrets.token_bytes(16)).decode(),  # of codes; no secret
        "title": title,
    }
