"""Who keeps the secret that opens the database, and where.

On Windows the system keeps it for the account (``dpapi``), and ``centre.key`` holds what only
it can open. Elsewhere it is in a file outside the centre's folder. A PIN is not enough: whoever
has the disk can try all PINs of six digits in a day, however slow each try is made; and the sync
in the background has nobody to type one.
"""

from __future__ import annotations

import base64
import json
import logging
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from sync.errors import StoreLocked, StoreUnusable
from sync.stores import cipher, private_files

from .. import config
from ..config import Settings
from ..errors import KeyPlaceUnsafe
from ..storage.atomic_files import fault_of, write_whole
from . import dpapi
from .recovery_key import SECRET, key_id

log = logging.getLogger(__name__)

NAME = "centre.key"  # says which key, and on Windows holds it as Windows alone can open it


def is_used(folder: Path) -> bool:
    """Whether this folder's database has a key, wherever that is kept."""
    return (folder / NAME).exists()


def secret(folder: Path, settings: Settings) -> bytes:
    """The secret of this folder, from the system.

    :raises StoreLocked: if it does not give it  :raises StoreUnusable: if we may not read it
    """
    return kept(folder, settings)[0]


def kept(folder: Path, settings: Settings) -> tuple[bytes, str]:
    """The secret, and its file; "" if Windows keeps it.

    :raises StoreLocked: as ``secret``
    """
    known = _read(folder)
    if key_id(by_windows := _kept_by_windows(known["windows"])) == known["name"]:
        return by_windows, ""
    for path in _places(folder, settings):
        if key_id(secret := _in_file(path)) == known["name"]:
            return secret, str(path)
    raise StoreLocked("no key")


def keep(folder: Path, settings: Settings, secret: bytes) -> None:
    """Give the secret to the system to keep.

    :raises KeyPlaceUnsafe: if the settings place it beside what it opens
    :raises StoreUnusable: or FileUnwritable, if it could not be kept
    """
    known = {"name": key_id(secret)}
    if sys.platform == "win32" and not settings.key_file:
        known["windows"] = base64.b64encode(_protected(secret)).decode()
    else:
        _write(_place(folder, settings, known["name"]), secret)
    write_whole(folder / NAME, json.dumps(known).encode())


def forget(folder: Path, settings: Settings) -> None:
    """The database has no key any more."""
    known, places = _read(folder)["name"], _places(folder, settings)
    (
        folder / NAME
    ).unlink()  # first: a file that says there is a key, and no key, would lock us out
    for path in places:
        if key_id(_in_file(path)) == known:
            with suppress(OSError):
                path.unlink()


def fits(folder: Path, secret: bytes, files: Iterable[Path]) -> bool:
    """Whether the secret is that of this folder, or opens one of these files."""
    with suppress(StoreUnusable):
        if is_used(folder):
            return key_id(secret) == _read(folder)["name"]
    return key_id(secret) in {cipher.head(path).hex() for path in files}


def _read(folder: Path) -> dict[str, str]:
    try:
        known = json.loads((folder / NAME).read_bytes())
        return {"name": str(known["name"]), "windows": str(known.get("windows", ""))}
    except OSError as exc:
        raise fault_of(exc) from exc
    except (ValueError, LookupError, TypeError) as exc:
        raise StoreLocked(f"{NAME}: {exc}") from exc


def _places(folder: Path, settings: Settings) -> list[Path]:
    known = _read(folder)["name"]
    return [Path(settings.key_file)] if settings.key_file else config.key_places(known)


def _place(folder: Path, settings: Settings, known: str) -> Path:
    place = Path(settings.key_file) if settings.key_file else config.key_places(known)[-1]
    around = [folder, *([Path(settings.backup_folder)] if settings.backup_folder else [])]
    if any(place.resolve().is_relative_to(each.resolve()) for each in around):
        raise KeyPlaceUnsafe(str(place))
    return place


def _write(path: Path, secret: bytes) -> None:
    try:
        private_files.folder(path.parent, is_ours=False)
    except OSError as exc:
        raise fault_of(exc) from exc
    write_whole(path, base64.b64encode(secret) + b"\n")


def _in_file(path: Path) -> bytes:
    """The secret in the file; empty if there is none that we may read."""
    try:
        secret = base64.b64decode(path.read_bytes())
    except (OSError, ValueError) as exc:
        log.info("no key in %s: %s", path, exc)
        return b""
    return secret if len(secret) == SECRET else b""


def _protected(secret: bytes) -> bytes:
    try:
        return dpapi.protect(secret)
    except OSError as exc:
        raise StoreLocked(str(exc)) from exc


def _kept_by_windows(text: str) -> bytes:
    try:
        return dpapi.unprotect(base64.b64decode(text)) if text else b""
    except (OSError, ValueError) as exc:
        log.warning("Windows does not give the key: %s", exc)
        return b""
