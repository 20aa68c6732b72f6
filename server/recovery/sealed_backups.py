"""Backups that only the recovery sheet opens: the database and the secret file in one.

A bundle (``sync.bundle``) of kind ``backup``, sealed to the sheet's key and signed by the
province's newest signing key. Its messages: a description (JSON), the secret file, and the
database in pieces. ``device`` in the header names the sheet, so that a person can be asked for
the right one. The signature proves that the file is whole; that it is this province's is
proved by whoever holds the sheet, when the keys inside are compared with what is known.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any

from server.keys import secret_file
from server.keys.secret_file import Secrets, SecretsDamaged
from sync import bundle
from sync.bundle import Header
from sync.errors import MessageUnreadable, NotSigned
from sync.stores import bundles as files
from sync.stores import private_files
from sync.stores.bundles import Keys

from . import sheet

FORMAT, VERSION = "khuyenhoc-backup", 1
SERVER = "sheet "  # before the sheet's number, in the place of a device's name
PIECE = 1 << 20  # bytes of the database in one message
ONE_FILE = 1 << 62  # never cut in parts


class BackupDamaged(Exception):
    """The file is no sealed backup, or it is cut or changed; nothing of it was used."""


class OtherSheet(Exception):
    """The backup is sealed to another sheet than was typed; ``needed`` is that sheet's number."""

    def __init__(self, needed: str) -> None:
        super().__init__(needed)
        self.needed = needed


@dataclass(frozen=True)
class Opened:
    """The content of a backup: the database, in a file of its own, and the secrets."""

    database: Path
    secrets: Secrets | None  # None: it was a plain copy, which holds none


def is_sealed(path: Path) -> bool:
    """Whether that is such a file, by its first bytes.

    :raises OSError:
    """
    with path.open("rb") as file:
        return file.read(len(bundle.MAGIC)) == bundle.MAGIC


def sheet_of(path: Path) -> str:
    """The number of the sheet that opens it, as the file says; nobody has vouched for it yet.

    :raises BackupDamaged:
    """
    try:
        header = files.look(path)
    except (NotSigned, MessageUnreadable) as exc:
        raise BackupDamaged(str(path)) from exc
    if header.kind != bundle.BACKUP:
        raise BackupDamaged(str(path))
    return header.device.removeprefix(SERVER)


def write(path: Path, database: Path, server_secrets: Secrets, reader: bytes, now: int) -> None:
    """Seal a copy of the database with the secrets to the sheet's key, and read it back.

    :raises OSError: if it cannot be written, or does not read back; then there is no file
    """
    newest = server_secrets.pairs[-1]
    server, name = bundle.key_id(newest.public[0]), SERVER + sheet.number(reader)
    head = Header(bundle.BACKUP, name, server, secrets.token_hex(8), made=now)
    bodies = _bodies(database, server_secrets, now)
    files.write(path, head, bodies, Keys(newest.signing, reader), ONE_FILE)


def open_(path: Path, secret: bytes, folder: Path) -> Opened:
    """Open the backup with the sheet's secret; its database is written into ``folder``.

    :raises OtherSheet:  :raises BackupDamaged: and nothing of it is left in the folder
    """
    needed = sheet_of(path)
    if needed != sheet.number(sheet.public_key(secret)):
        raise OtherSheet(needed)
    database = folder / "unsealed.db"
    try:
        server_secrets = _unpacked(path, sheet.seed(secret), database)
        header = files.look(path)
        keys = {bundle.key_id(pair.public[0]): pair.public[0] for pair in server_secrets.pairs}
        files.check(path, keys[header.server])
    except (NotSigned, MessageUnreadable, SecretsDamaged, LookupError, ValueError) as exc:
        database.unlink(missing_ok=True)
        raise BackupDamaged(str(path)) from exc
    return Opened(database, server_secrets)


def _bodies(database: Path, server_secrets: Secrets, now: int) -> Iterator[bytes]:
    size, digest = database.stat().st_size, _digest(database)
    about = {
        "format": FORMAT,
        "version": VERSION,
        "made": now,
        "size": size,
        "digest": digest,
    }
    yield json.dumps(about).encode()
    yield secret_file.packed(server_secrets)
    with database.open("rb") as file:
        while piece := file.read(PIECE):
            yield piece


def _unpacked(path: Path, seed: bytes, database: Path) -> Secrets:
    messages = files.read(path, seed)
    description: dict[str, Any] = json.loads(next(messages, b""))
    if (description["format"], description["version"]) != (FORMAT, VERSION):
        raise ValueError(f"{description['format']} {description['version']}")
    server_secrets = secret_file.unpacked(next(messages, b""))
    database.unlink(missing_ok=True)
    with private_files.opened(database, "xb") as file:
        for piece in messages:
            file.write(piece)
    if (description["size"], description["digest"]) != (database.stat().st_size, _digest(database)):
        raise ValueError("the database is not the one that was packed")
    return server_secrets


def _digest(path: Path) -> str:
    digest = blake2b(digest_size=32)
    with path.open("rb") as file:
        while piece := file.read(PIECE):
            digest.update(piece)
    return digest.hexdigest()
