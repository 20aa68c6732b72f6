"""A message's outermost shape: a version byte, a zstd frame, and a tail.

The frame says which dictionary it was packed with. A dictionary that was ever used is kept
for ever in ``data/``: a stick may lie in a drawer for years. In a conversation, a message
may instead be packed with the text of one before (see ``prefixes``), which it then names.
Nothing is unpacked beyond its bound: a few kilobytes could otherwise fill the memory.
"""

from __future__ import annotations

import sys
from functools import cache
from importlib import resources
from typing import Any

from ..errors import MessageUnreadable
from .prefixes import digest

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

VERSION = 1
FOLLOWING = 128 + VERSION  # in its place: the digest of an earlier text, then the frame
DIGEST = 16  # bytes
MAGIC = b"\x28\xb5\x2f\xfd"  # how every zstd frame begins; the version byte replaces it
NEWEST = "1.zdict"  # in data/; what we pack with
# By the length of a text: how hard to press. Small ones travel over the worst links, and
# large ones come by the thousand, when a new computer fetches everything. With the smallest,
# it is luck which way of looking finds the dictionary's best words; the shortest is taken.
LEVELS = {1 << 10: (9, 15, 19), 256 << 10: (19,), 512 << 10: (12,)}
LEVEL = (6,)


def pack(text: bytes, tail: bytes = b"", before: bytes = b"") -> bytes:
    """The bytes of a message. ``before`` is a text that its reader is believed to hold."""
    dictionary = _prefix(before) if before else _dictionary(NEWEST).as_digested_dict
    levels = next((levels for most, levels in LEVELS.items() if len(text) <= most), LEVEL)
    packed = min((zstd.compress(text, level, zstd_dict=dictionary) for level in levels), key=len)
    named = bytes([FOLLOWING]) + digest(before).to_bytes(DIGEST, "big")
    return (named if before else bytes([VERSION])) + packed[len(MAGIC) :] + tail


def estimate(text: bytes) -> int:
    """About how many bytes ``pack`` makes of the text; seldom too few, and quickly found."""
    # Digested, a dictionary is made ready once for each level, not at every message.
    return len(zstd.compress(text, 3, zstd_dict=_dictionary(NEWEST).as_digested_dict)) * 9 // 10


def follows(data: bytes) -> int:
    """The name of the text that the bytes follow on; 0 if they stand alone."""
    is_following = data[:1] == bytes([FOLLOWING])
    return int.from_bytes(data[1 : 1 + DIGEST], "big") if is_following else 0


def unpack(data: bytes, limit: int, before: bytes = b"") -> tuple[bytes, bytes]:
    """The text and the tail.

    :param before: the text that the bytes follow on
    :raises MessageUnreadable: if they are no frame of this version, follow on something else,
        or unpack to more than ``limit`` bytes
    """
    packed, dictionary = _opened(data, before)
    try:
        unpacker = zstd.ZstdDecompressor(zstd_dict=dictionary)
        text = unpacker.decompress(packed, limit)
    except zstd.ZstdError as exc:
        raise MessageUnreadable(str(exc)) from exc
    if not unpacker.eof:
        raise MessageUnreadable("cut short, or larger than allowed")
    return text, unpacker.unused_data


def _opened(data: bytes, before: bytes) -> tuple[bytes, Any]:
    """The zstd frame, with what follows it, and what it was packed with."""
    if name := follows(data):
        if not before or name != digest(before):
            raise MessageUnreadable("follows on a text that is not kept")
        return MAGIC + data[1 + DIGEST :], _prefix(before)
    if data[:1] != bytes([VERSION]):
        raise MessageUnreadable(f"not a message of protocol version {VERSION}")
    packed = MAGIC + data[1:]
    return packed, _dictionary_of(packed)


def _prefix(text: bytes) -> Any:
    return zstd.ZstdDict(text, is_raw=True).as_prefix


@cache
def _dictionary(name: str) -> zstd.ZstdDict:
    return zstd.ZstdDict(resources.files("sync").joinpath("data", name).read_bytes())


def _dictionary_of(frame: bytes) -> zstd.ZstdDict | None:
    try:
        wanted = zstd.get_frame_info(frame).dictionary_id
    except zstd.ZstdError as exc:
        raise MessageUnreadable(str(exc)) from exc
    if not wanted:
        return None
    known = _known()
    if wanted not in known:
        raise MessageUnreadable(f"packed with dictionary {wanted}, which a newer version brings")
    return known[wanted]


@cache
def _known() -> dict[int, zstd.ZstdDict]:
    folder = resources.files("sync").joinpath("data")
    names = [file.name for file in folder.iterdir() if file.name.endswith(".zdict")]
    return {made.dict_id: made for made in map(_dictionary, names)}
