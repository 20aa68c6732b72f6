"""Which file is encrypted, with which key, and how such a file is opened.

SQLCipher encrypts each page (AES-256) and proves it (HMAC-SHA512). The key is random, so the
salt in the first sixteen bytes need not be: it says that the file is ours and which key fits.
So a wrong key and a damaged file can be distinguished, and every file says how it is opened: one
that begins as SQLite's do is not encrypted, whatever key is there.

The format: https://www.zetetic.net/sqlcipher/design/
"""

from __future__ import annotations

import hmac
import sqlite3
import sys
from collections.abc import Callable
from functools import cache, partial
from hashlib import blake2b, pbkdf2_hmac
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any, TypeVar

from ..errors import CipherMissing, StoreLocked

T = TypeVar("T")

ENGINE = "sqlcipher3.dbapi2"
MAGIC = b"SQLite format 3\0"
MARK = b"KHSEALED"
PAGE, SALT, IV, PROOF = 4096, 16, 16, 64  # bytes
USED = PAGE - IV - PROOF
LOOKED_AT = 256  # pages of which one must fit the key, where the salt says nothing

# What the files opened so far are. A process that closes a file gives up all its locks on it, also
# those that SQLite holds for another connection: so a file in use is not looked into.
_opened: dict[Path, bool] = {}

Decode = Callable[[int, bytes], bytes]  # a page's number and bytes -> the page as SQLite knows it


def available() -> bool:
    """Whether the extra is installed: khuyenhoc[cipher]."""
    return all(find_spec(name) for name in ("sqlcipher3", "Crypto"))


def errors() -> tuple[type[Exception], ...]:
    """What SQLite raises, and SQLCipher, if it is in use."""
    engine: Any = sys.modules.get(ENGINE)  # not imported for this: it takes some megabytes
    return (sqlite3.Error, *([engine.Error] if engine else []))


def salt(key: bytes) -> bytes:
    """How a file begins that is encrypted with the key; says nothing of the key itself."""
    return MARK + blake2b(key, digest_size=8, person=b"khuyenhoc-id").digest()


def head(path: Path) -> bytes:
    """How the file begins; empty if there is none."""
    try:
        with path.open("rb") as file:
            return file.read(SALT)
    except FileNotFoundError:
        return b""


def is_plain(path: Path) -> bool:
    """Whether the file is not encrypted: who has it can read it."""
    sealed = _opened.get(path.absolute())
    return head(path) == MAGIC if sealed is None else not sealed


def opened_so(path: Path, key: bytes, make: Callable[[bool], T]) -> T:
    """What ``make`` opens, given whether the file is encrypted.

    That is taken to be as it was the last time, unless it has become another file since.

    :raises StoreLocked: as ``is_sealed``
    """
    place = path.absolute()
    known = _opened.get(place)
    if known is not None and known <= bool(key):
        try:
            return make(known)
        except errors() as exc:
            if "not a database" not in str(exc):
                raise
    _opened[place] = is_sealed(path, key)
    return make(_opened[place])


def forget(path: Path) -> None:
    """Another file is about to take its place; nobody has it open."""
    _opened.pop(path.absolute(), None)


def is_sealed(path: Path, key: bytes) -> bool:
    """Whether that key opens, or will make, an encrypted file there.

    :raises StoreLocked: if the file is encrypted, and not with that key
    :raises OSError: if it cannot be read
    """
    begin = head(path)
    if begin.startswith(MARK) and not (key and (begin == salt(key) or fits(path, key))):
        raise StoreLocked(f"{path}: encrypted with another key" if key else f"{path}: no key")
    return bool(key) and begin != MAGIC


def fits(path: Path, key: bytes) -> bool:
    """Whether a page of the file proves that it was written with the key."""
    is_proved = _prover(key)
    with path.open("rb") as file:
        pages = (file.read(PAGE) for _ in range(1, LOOKED_AT))
        return any(is_proved(number, page) for number, page in enumerate(pages, 1))


def open_sealed(address: str | Path, key: bytes, **how: Any) -> sqlite3.Connection:
    """A connection that knows its key; ``how`` as for ``sqlite3.connect``.

    :raises CipherMissing: if SQLCipher is not installed
    """
    if not available():
        raise CipherMissing("sqlcipher3")
    engine: Any = import_module(ENGINE)
    conn = engine.connect(
        str(address), factory=_sealed(engine.Connection), isolation_level=None, **how
    )
    conn.key = key
    conn.execute("pragma cipher_log_level = none")  # it writes on the screen
    if key:
        conn.execute(f'pragma key = "{phrase(key)}"')
    connection: sqlite3.Connection = conn  # it has the same methods
    return connection


def key_of(conn: sqlite3.Connection) -> bytes:
    """With which key the connection writes; empty if it does not encrypt."""
    key: bytes = getattr(conn, "key", b"")
    return key


def phrase(key: bytes) -> str:
    """The key as SQLCipher takes it, with our salt; empty for a file that is not encrypted."""
    return f"x'{key.hex()}{salt(key).hex()}'" if key else ""


def decoder(path: Path, key: bytes) -> Decode:
    """What makes the pages of a damaged file, or of its write-ahead log, readable.

    A page whose proof is wrong is decoded as well: a byte that changed on the disk costs two
    blocks of sixteen bytes. Nothing on it is believed that does not prove itself (``prover``).
    """
    if not key or is_plain(path):
        return lambda _, page: page
    return partial(_decoded, key)


def prover(path: Path, key: bytes) -> Callable[[int, bytes], bool]:
    """Whether a page, by its number, is as it was written; of a plain file nothing denies it."""
    if not key or is_plain(path):
        return lambda _, _page: True
    return _prover(key)


def _prover(key: bytes) -> Callable[[int, bytes], bool]:
    mask = bytes(byte ^ 0x3A for byte in salt(key))
    secret = pbkdf2_hmac("sha512", key, mask, 2, len(key))

    def is_proved(number: int, page: bytes) -> bool:
        signed = page[SALT if number == 1 else 0 : -PROOF] + number.to_bytes(4, "little")
        return hmac.digest(secret, signed, "sha512") == page[-PROOF:]

    return is_proved


def _decoded(key: bytes, number: int, page: bytes) -> bytes:
    if len(page) < PAGE:
        return b""
    from Crypto.Cipher import AES

    begin = SALT if number == 1 else 0
    plain = AES.new(key, AES.MODE_CBC, page[USED : USED + IV]).decrypt(page[begin:USED])
    return MAGIC[:begin] + plain


@cache
def _sealed(connection: type) -> type:
    return type("Sealed", (connection,), {"key": b""})
