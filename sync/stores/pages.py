"""The rows that can still be read in a damaged SQLite file, page by page.

Nothing of the file is believed but the pages themselves: neither its header, nor its tree,
nor its list of tables, nor the checksums of the write-ahead log beside it. A page that is a
leaf of a table says so in its first byte and holds whole rows. Whoever reads must judge what
a row says. What is encrypted is decoded page by page, if the key is given.

The format: https://sqlite.org/walformat.html
"""

from __future__ import annotations

import struct
from collections import defaultdict
from collections.abc import Container, Iterator
from contextlib import AbstractContextManager, contextmanager
from io import SEEK_END, BytesIO
from pathlib import Path
from typing import BinaryIO, NamedTuple

from . import leaves
from .cipher import MAGIC, Decode, decoder
from .leaves import Fetch, Row

PAGE = 4096  # what SQLite takes if nobody says otherwise
SIZES = {1 << power for power in range(9, 16)}
FIRST = 100  # bytes of the file's header, on its first page
HEAD, FRAME = 32, 24  # bytes before the first frame of a write-ahead log, and before each page


class Frame(NamedTuple):
    """A page in a write-ahead log."""

    page: int
    commits: bool
    place: int  # of the page's bytes in the file


def rows(path: Path, widths: Container[int], key: bytes = b"") -> Iterator[Row]:
    """All rows with so many columns, those of the newest pages last."""
    size = page_size(path)
    older, newest = frames(path)
    with _opened(path) as file, _log(path) as log:
        decode = decoder(path, key)
        fetch = _pages(file, log, newest, size, decode)
        for frame in older:
            page = decode(frame.page, _at(log, frame.place, size))
            yield from leaves.rows(page, fetch, widths)
        for number in range(1, file.seek(0, SEEK_END) // size + 2):
            page = decode(number, _at(file, (number - 1) * size, size))
            yield from leaves.rows(page, fetch, widths, FIRST if number == 1 else 0)
        for frame in newest:
            page = decode(frame.page, _at(log, frame.place, size))
            yield from leaves.rows(page, fetch, widths, FIRST if frame.page == 1 else 0)


def logged(path: Path, widths: Container[int], key: bytes = b"") -> Iterator[Row]:
    """Such rows in the last round of the write-ahead log alone, whatever its checksums say."""
    size = page_size(path)
    newest = frames(path)[1]
    with _opened(path) as file, _log(path) as log:
        decode = decoder(path, key)
        fetch = _pages(file, log, newest, size, decode)
        for frame in newest:
            page = decode(frame.page, _at(log, frame.place, size))
            yield from leaves.rows(page, fetch, widths, FIRST if frame.page == 1 else 0)


def page_size(path: Path) -> int:
    """As the file says, or the log beside it; the usual one if neither can be believed."""
    with _opened(path) as file, _log(path) as log:
        head = file.read(18)
        said = [int.from_bytes(head[16:18], "big")] if head.startswith(MAGIC) else []
        said.append(int.from_bytes(log.read(HEAD)[8:12], "big"))
    return next((size for size in said if size in SIZES), PAGE)


def frames(path: Path) -> tuple[list[Frame], list[Frame]]:
    """The frames of the write-ahead log: of older rounds, and of the last, each up to its last
    commit. What comes after that commit was promised to nobody.
    """
    rounds: dict[bytes, list[Frame]] = defaultdict(list)
    size = page_size(path)
    with _log(path) as log:
        salt, place = log.read(HEAD)[16:24], HEAD
        while len(head := _at(log, place, FRAME)) == FRAME:
            page, commit = struct.unpack(">II", head[:8])
            rounds[head[8:16]].append(Frame(page, commit > 0, place + FRAME))
            place += FRAME + size
    last = rounds.pop(salt, None) or rounds.pop(next(iter(rounds), b""), [])
    older = [frame for found in reversed(rounds.values()) for frame in _committed(found)]
    return older, _committed(last)


def followed(path: Path, after: int) -> int:
    """How many frames SQLite reads when it begins anew, if it has read ``after`` of them: each
    carries on the checksum of the one before, and what follows a break is left out.
    """
    size = page_size(path)
    with _log(path) as log:
        head = log.read(HEAD)
        order = ">" if head[3:4] == b"\x83" else "<"
        place = HEAD + after * (FRAME + size)
        sums = _at(log, place - FRAME - size + 16, 8) if after else head[24:]
        while len(frame := _at(log, place, FRAME + size)) == FRAME + size:
            sums = _checksum(sums, frame[:8] + frame[FRAME:], order)
            if frame[8:24] != head[16:24] + sums:
                break
            after, place = after + 1, place + FRAME + size
    return after


def _checksum(before: bytes, data: bytes, order: str) -> bytes:
    """https://sqlite.org/fileformat2.html#checksum_algorithm"""
    first, second = struct.unpack(">II", before)
    words = iter(struct.unpack(f"{order}{len(data) // 4}I", data))
    for even, odd in zip(words, words, strict=True):
        first = (first + even + second) & 0xFFFFFFFF
        second = (second + odd + first) & 0xFFFFFFFF
    return struct.pack(">II", first, second)


def _committed(found: list[Frame]) -> list[Frame]:
    ends = [count for count, frame in enumerate(found, 1) if frame.commits]
    return found[: ends[-1]] if ends else []


def _pages(file: BinaryIO, log: BinaryIO, newest: list[Frame], size: int, decode: Decode) -> Fetch:
    """The newest version of a page, by its number."""
    places = {frame.page: frame.place for frame in newest}

    def fetch(number: int) -> bytes:
        if number in places:
            return decode(number, _at(log, places[number], size))
        return decode(number, _at(file, (number - 1) * size, size)) if number > 0 else b""

    return fetch


def _log(path: Path) -> AbstractContextManager[BinaryIO]:
    """The write-ahead log beside the file."""
    return _opened(path.with_name(f"{path.name}-wal"))


@contextmanager
def _opened(path: Path) -> Iterator[BinaryIO]:
    """The file to read; nothing if there is none."""
    with path.open("rb") if path.exists() else BytesIO() as file:
        yield file


def _at(file: BinaryIO, place: int, size: int) -> bytes:
    file.seek(place)
    return file.read(size)
