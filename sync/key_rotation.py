"""Newer keys of the province, vouched for by those that a device knows.

The server puts them into an answer as long as the device's requests say that it knows an
older pair. The statement is signed by the older signing key, so it proves itself wherever it
is carried; whichever pairs came between are left out. It does not help against somebody who
has stolen the older key: then machines must be enrolled again.
"""

from __future__ import annotations

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Mapping
from typing import NamedTuple

from .errors import NotSigned
from .wire import seal

KEY = 32  # bytes
LAST = 255  # generations are one byte in the envelope


class Keys(NamedTuple):
    """The public keys of one generation."""

    generation: int
    signing: bytes
    sealing: bytes


def statement(newer: Keys, older: bytes) -> dict[str, str]:
    """The newer keys, signed with the seed ``older``: the field ``handover`` of an answer."""
    signature = seal.signed(b"", older, _context(newer))
    return {
        "generation": str(newer.generation),
        "signing": _text(newer.signing),
        "sealing": _text(newer.sealing),
        "signature": _text(signature),
    }


def accepted(signed: Mapping[str, str], known: bytes, generation: int) -> Keys | None:
    """The newer keys, if the owner of the ``known`` key says so; None if they are not newer.

    :param generation: of the keys that are known here
    :raises NotSigned: if that is no such statement, or somebody else's
    """
    try:
        keys = [urlsafe_b64decode(signed[name]) for name in ("signing", "sealing")]
        newer = Keys(int(signed["generation"]), *keys)
        signature = urlsafe_b64decode(signed["signature"])
    except (LookupError, ValueError) as exc:
        raise NotSigned(f"no statement: {exc}") from exc
    if any(len(key) != KEY for key in keys) or not 0 <= newer.generation <= LAST:
        raise NotSigned("no keys")
    seal.opened(signature, known, _context(newer))
    return newer if newer.generation > generation else None


def _context(newer: Keys) -> bytes:
    parts = [newer.generation, _text(newer.signing), _text(newer.sealing)]
    return f"khuyenhoc handover {json.dumps(parts, separators=(',', ':'))}\n".encode()


def _text(data: bytes) -> str:
    return urlsafe_b64encode(data).decode()
