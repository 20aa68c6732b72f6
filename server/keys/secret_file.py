"""The file that holds what nobody but the province's servers may know.

It is kept apart from the database, so that who copies the one has not the other: beside it with
mode 0600, at a place that the administrator names, or where systemd hands it over
(``$CREDENTIALS_DIRECTORY``). With several application servers, each is given the same file.

JSON: a root secret, of which every secret that only servers use is derived, and the pairs of
keys that machines know. Keys and secrets have 32 bytes, in base64url.
"""

from __future__ import annotations

import json
import os
import secrets
import stat
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from hashlib import blake2b
from pathlib import Path
from typing import Any

from sync.stores import private_files
from sync.wire import seal

FORMAT, VERSION = "khuyenhoc-secrets", 1
LENGTH = 32  # bytes of a key or a secret
OTHERS = 0o077  # the bits of a mode by which a group or everybody may read or write


class SecretsUnusable(Exception):
    """The secret file cannot be used; its kinds tell the reasons apart."""


class SecretsMissing(SecretsUnusable):
    """There is no secret file where it should be."""


class SecretsExposed(SecretsUnusable):
    """Other accounts of this computer may read the secret file."""


class SecretsDamaged(SecretsUnusable):
    """The file is no secret file, or it is cut or changed."""


class SecretsForeign(SecretsUnusable):
    """The secret file belongs to another database than this one."""


@dataclass(frozen=True)
class Pair:
    """The two keys of one generation, as seeds; the first generation is 0."""

    generation: int
    signing: bytes = field(repr=False)
    sealing: bytes = field(repr=False)

    @property
    def public(self) -> tuple[bytes, bytes]:
        """The public halves: of the key that signs, and of the key that messages are sealed to."""
        return seal.public_key(self.signing), seal.public_key(self.sealing)


@dataclass(frozen=True)
class Secrets:
    """All that the file holds; ``pairs`` in the order of their generations, never empty."""

    root: bytes = field(repr=False)
    pairs: tuple[Pair, ...]

    def derived(self, purpose: str) -> bytes:
        """A secret of 32 bytes for one purpose; from it nothing can be learnt of another's."""
        return blake2b(purpose.encode(), key=self.root, digest_size=LENGTH).digest()

    def joined(self, others: Iterable[Pair]) -> Secrets:
        """With those pairs too; of one generation, the pair that is here stays."""
        pairs = {pair.generation: pair for pair in (*others, *self.pairs)}
        return replace(self, pairs=tuple(pairs[number] for number in sorted(pairs)))


def new_pair(generation: int) -> Pair:
    return Pair(generation, seal.new_seed(), seal.new_seed())


def new() -> Secrets:
    """The secrets of a province that is founded now."""
    return Secrets(secrets.token_bytes(LENGTH), (new_pair(0),))


def read(path: Path, *, is_guarded: bool = False) -> Secrets:
    """What the file holds. ``is_guarded``: somebody else sees to who may read it (systemd).

    :raises SecretsMissing:  :raises SecretsExposed:  :raises SecretsDamaged:
    :raises OSError: if we may not read it
    """
    try:
        with path.open("rb") as file:
            mode = stat.S_IMODE(os.fstat(file.fileno()).st_mode)
            if os.name == "posix" and not is_guarded and mode & OTHERS:
                raise SecretsExposed(str(path))
            data = file.read()
    except FileNotFoundError as exc:
        raise SecretsMissing(str(path)) from exc
    try:
        return unpacked(data)
    except SecretsDamaged as exc:
        raise SecretsDamaged(f"{path}: {exc}") from exc


def write(path: Path, contents: Secrets) -> None:
    """Put the secrets in place, as ``write_private``."""
    write_private(path, packed(contents))


def write_private(path: Path, data: bytes) -> None:
    """Put a file in place, whole or not at all, for its owner only.

    :raises OSError: if it cannot be written
    """
    private_files.folder(path.parent, is_ours=False)
    draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        with private_files.opened(draft, "xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
    _to_disk(path.parent)


def packed(contents: Secrets) -> bytes:
    pairs = [
        {"generation": p.generation, "signing": as_text(p.signing), "sealing": as_text(p.sealing)}
        for p in contents.pairs
    ]
    body = {"format": FORMAT, "version": VERSION, "root": as_text(contents.root), "pairs": pairs}
    return json.dumps(body, indent=1).encode() + b"\n"


def unpacked(data: bytes) -> Secrets:
    """:raises SecretsDamaged:"""
    try:
        body = json.loads(data)
        if (body["format"], body["version"]) != (FORMAT, VERSION):
            raise SecretsDamaged(f"{body['format']} {body['version']}")
        pairs = tuple(_pair(row) for row in body["pairs"])
        contents = Secrets(_bytes(body["root"]), pairs)
    except (LookupError, TypeError, ValueError) as exc:
        raise SecretsDamaged(type(exc).__name__) from exc
    numbers = [pair.generation for pair in pairs]
    if not numbers or numbers != sorted(set(numbers)):
        raise SecretsDamaged("generations")
    return contents


def _pair(row: dict[str, Any]) -> Pair:
    generation = row["generation"]
    if type(generation) is not int or not 0 <= generation <= 255:
        raise ValueError("a generation is one byte")
    return Pair(generation, _bytes(row["signing"]), _bytes(row["sealing"]))


def as_text(secret: bytes) -> str:
    return urlsafe_b64encode(secret).decode()


def _bytes(text: str) -> bytes:
    raw = urlsafe_b64decode(text)
    if len(raw) != LENGTH:
        raise ValueError(f"a secret has {LENGTH} bytes")
    return raw


def _to_disk(folder: Path) -> None:
    """Make a new name last; Windows does that by itself and cannot open a folder."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    with suppress(OSError):
        os.fsync(handle)
    os.close(handle)
