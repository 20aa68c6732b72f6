"""Moves the secrets of a province that was founded earlier out of its database.

There one seed signed and opened everything, and lay in every copy. It stays the first pair,
for both uses, because machines know it; ``khuyenhoc-server keys --renew`` makes two of it.
The file is written and read back before anything is taken out of the database; what is done
twice, or by two servers at once, gives the same file.
"""

from __future__ import annotations

from base64 import urlsafe_b64decode
from hashlib import blake2b
from pathlib import Path

from sqlite_utils import Database

from server.transaction import at_once

from . import secret_file
from .secret_file import Pair, Secrets, SecretsMissing

MOVED = ("seed", "secret")


def move_secrets(db: Database, path: Path, settings: dict[str, str]) -> None:
    """Write the secret file if it is not there, and empty the database of what is in it.

    :raises OSError: if the file cannot be written; the database is as it was
    """
    try:
        secret_file.read(path, is_guarded=True)
    except SecretsMissing:
        secret_file.write(path, _of(settings))
        secret_file.read(path)
    db.conn.execute("pragma secure_delete = on")  # nothing of it stays on a free page
    with at_once(db):
        db.table("setting").delete_where("name in (?, ?)", MOVED)
    db.conn.execute("pragma wal_checkpoint(truncate)")


def _of(settings: dict[str, str]) -> Secrets:
    seed = urlsafe_b64decode(settings["seed"])
    root = blake2b(settings["secret"].encode(), key=seed, digest_size=secret_file.LENGTH).digest()
    return Secrets(root, (Pair(0, seed, seed),))
