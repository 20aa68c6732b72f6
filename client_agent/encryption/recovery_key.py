"""The secret that opens the database: the key that is made of it, and the words on the sheet."""

from __future__ import annotations

import secrets
from hashlib import blake2b

from nacl.exceptions import CryptoError
from nacl.secret import SecretBox

from sync import check_words
from sync.errors import StoreLocked
from sync.stores import cipher

from .. import config
from ..errors import KeyWrong, SettingsDamaged, WordUnknown

SECRET, CHECK = 16, 2  # bytes, a word for each; the check tells a misheard word


def new_secret() -> bytes:
    return secrets.token_bytes(SECRET)


def key(secret: bytes) -> bytes:
    """The database's key."""
    return blake2b(secret, digest_size=32, person=b"khuyenhoc-db").digest()


def key_id(secret: bytes) -> str:
    """The id of the secret, from which nobody can compute it."""
    return cipher.salt(key(secret)).hex()


def sheet_words(secret: bytes) -> list[str]:
    """The words for the sheet in the safe."""
    return check_words.words(secret + _check(secret), SECRET + CHECK)


def parse(text: str) -> bytes:
    """The secret of the words that a person typed from the sheet.

    :raises WordUnknown: if a word is not one of ours  :raises KeyWrong: if they do not fit together
    """
    try:
        data = check_words.data(text)
    except LookupError as exc:
        raise WordUnknown(str(exc.args[0])) from exc
    secret, check = data[:SECRET], data[SECRET:]
    if len(secret) != SECRET or check != _check(secret):
        raise KeyWrong("the words do not fit together")
    return secret


def encrypt_seed(seed: bytes, secret: bytes) -> bytes:
    """The device's seed as it is stored when the database is encrypted."""
    return bytes(_box(secret).encrypt(seed))


def decrypt_seed(data: bytes, secret: bytes) -> bytes:
    """The device's seed, from its stored form.

    :raises StoreLocked: if it is sealed and there is no secret  :raises SettingsDamaged:
    """
    if len(data) == config.KEY:
        return data
    if len(data) != config.KEY + SecretBox.NONCE_SIZE + SecretBox.MACBYTES:
        raise SettingsDamaged("device.key")
    if not secret:
        raise StoreLocked("device.key")
    try:
        return bytes(_box(secret).decrypt(data))
    except (CryptoError, ValueError) as exc:
        raise SettingsDamaged("device.key") from exc


def _box(secret: bytes) -> SecretBox:
    return SecretBox(blake2b(secret, digest_size=32, person=b"khuyenhoc-seed").digest())


def _check(secret: bytes) -> bytes:
    return blake2b(secret, digest_size=CHECK, person=b"khuyenhoc-words").digest()
