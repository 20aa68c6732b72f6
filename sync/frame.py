"""A message's outermost shape: a version byte, a zstd frame, and a tail.

The frame says which dictionary it was packed with. A dictionary that was ever used is kept
for ever in ``data/``: a stick may lie in a drawer for years. Nothing is unpacked beyond
its bound: a few kilobytes could otherwise fill the memory.
"""

from __future__ import annotations

import sys
from functools import cache
from importlib import resources

from .errors import MessageUnreadable

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

VERSION = 1
MAGIC = b"\x28\xb5\x2f\xfd"  # how every zstd frame begins; the version byte stands for it
NEWEST = "1.zdict"  # in data/; what we pack with
# By the length of a text: how hard to press. Small ones travel over the worst links, and
# large ones come by the thousand, when a new computer fetches everything. With the smallest,
# it is luck which way of looking finds the dictionary's best words; the shortest is taken.
LEVELS = {1 << 10: (9, 15, 19), 256 << 10: (19,), 512 << 10: (12,)}
LEVEL = (6,)


def pack(text: bytes, tail: bytes = b"", dictionary: str = NEWEST) -> bytes:
    levels = next((levels for most, levels in LEVELS.items() if len(text) <= most), LEVEL)
    packed = min((_pressed(text, level, dictionary) for level in levels), key=len)
    return bytes([VERSION]) + packed[len(MAGIC) :] + tail


def estimate(text: bytes) -> int:
    """About how many bytes ``pack`` makes of the text; seldom too few, and quickly found."""
    return len(_pressed(text, 3, NEWEST)) * 9 // 10


def _pressed(text: bytes, level: int, dictionary: str) -> bytes:
    # Digested, a dictionary is made ready once for each level, not at every message.
    return zstd.compress(text, level, zstd_dict=_dictionary(dictionary).as_digested_dict)


def unpack(data: bytes, limit: int) -> tuple[bytes, bytes]:
    """The text and the tail.

    :raises MessageUnreadable: if the bytes are no frame of this version, or unpack to more
        than ``limit`` bytes
    """
    if data[:1] != bytes([VERSION]):
        raise MessageUnreadable(f"not a message of protocol version {VERSION}")
    packed = MAGIC + data[1:]
    try:
        unpacker = zstd.ZstdDecompressor(zstd_dict=_dictionary_of(packed))
        text = unpacker.decompress(packed, limit)
    except zstd.ZstdError as exc:
        raise MessageUnreadable(str(exc)) from exc
    if not unpacker.eof:
        raise MessageUnreadable("cut short, or larger than allowed")
    return text, unpacker.unused_data


@cache
def _dictionary(name: str) -> zstd.ZstdDict:
    return zstd.ZstdDict(resources.files(__package__).joinpath("data", name).read_bytes())


def _dictionary_of(frame: bytes) -> zstd.ZstdDict | None:
    wanted = zstd.get_frame_info(frame).dictionary_id
    if not wanted:
        return None
    known = _known()
    if wanted not in known:
        raise MessageUnreadable(f"packed with dictionary {wanted}, which a newer version brings")
    return known[wanted]


@cache
def _known() -> dict[int, zstd.ZstdDict]:
    folder = resources.files(__package__).joinpath("data")
    names = [file.name for file in folder.iterdir() if file.name.endswith(".zdict")]
    return {made.dict_id: made for made in map(_dictionary, names)}
