"""The rows that can still be read in a damaged SQLite file, page by page.

Nothing of the file is believed but the pages themselves: neither its header, nor its tree,
nor its list of tables, nor the checksums of the write-ahead log beside it. A page that is a
leaf of a table says so in its first byte and holds whole rows. Whoever reads must judge what
a row says. What is encrypted is decoded page by page, if the key is given; a page whose HMAC is
wrong is believed nothing but rows that prove themselves.

The format: https://sqlite.org/walformat.html
"""

from __future__ import annotations

import struct
from collections import defaultdict
from collections.abc import Callable, Container, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from io import SEEK_END, BytesIO
from pathlib import Path
from typing import BinaryIO, NamedTuple

from ..cipher import MAGIC, decoder, prover
from . import leaves
from .leaves import Row

PAGE = 4096  # what SQLite takes if nobody says otherwise
SIZES = {1 << power for power in range(9, 16)}
FIRST = 100  # bytes of the file's header, on its first page
Proof = Callable[[Row], bool]  # whether a row proves that it is what was written
HEAD, FRAME = 32, 24  # bytes before the first frame of a write-ahead log, and before each page


class Frame(NamedTuple):
    """A page in a write-ahead log."""

    page: int
    commits: bool
    place: int  # of the page's bytes in the file


def rows(
    path: Path, widths: Container[int], key: bytes = b"", is_proof: Proof = lambda _: False
) -> Iterator[Row]:
    """All rows with so many columns, those of the newest pages last.

    Of an encrypted page whose own proof is wrong, those alone that ``is_proof`` says prove
    themselves.
    """
    with _Pages(path, key) as pages:
        for frame in pages.older:
            yield from pages.rows(frame.page, pages.logged(frame), widths, is_proof)
        for number in range(1, pages.last + 2):
            yield from pages.rows(number, pages.stored(number), widths, is_proof)
        for frame in pages.newest:
            yield from pages.rows(frame.page, pages.logged(frame), widths, is_proof)


def logged(
    path: Path, widths: Container[int], key: bytes = b"", is_proof: Proof = lambda _: False
) -> Iterator[Row]:
    """Such rows in the last round of the write-ahead log alone, whatever its checksums say."""
    with _Pages(path, key) as pages:
        for frame in pages.newest:
            yield from pages.rows(frame.page, pages.logged(frame), widths, is_proof)


class _Pages:
    """The pages of a file and of the write-ahead log beside it."""

    def __init__(self, path: Path, key: bytes) -> None:
        self._path, self._size = path, page_size(path)
        self.older, self.newest = frames(path)
        self._places = {frame.page: frame for frame in self.newest}
        self._decode, self._is_proved = decoder(path, key), prover(path, key)
        self._are_proved = True  # the pages that the row at hand was read from

    def __enter__(self) -> _Pages:
        self._open = ExitStack()
        self._file = self._open.enter_context(_opened(self._path))
        self._log = self._open.enter_context(_log(self._path))
        self.last = self._file.seek(0, SEEK_END) // self._size
        return self

    def __exit__(self, *_: object) -> None:
        self._open.close()

    def stored(self, number: int) -> bytes:
        return _at(self._file, (number - 1) * self._size, self._size)

    def logged(self, frame: Frame) -> bytes:
        return _at(self._log, frame.place, self._size)

    def rows(
        self, number: int, page: bytes, widths: Container[int], is_proof: Proof
    ) -> Iterator[Row]:
        proved = self._is_proved(number, page)
        self._are_proved = proved
        start = FIRST if number == 1 else 0
        for row in leaves.rows(self._decode(number, page), self._fetch, widths, start):
            if self._are_proved or is_proof(row):
                yield row
            self._are_proved = proved

    def _fetch(self, number: int) -> bytes:
        """The newest version of a page, to which a row ran over."""
        if number <= 0:
            return b""
        frame = self._places.get(number)
        page = self.logged(frame) if frame else self.stored(number)
        self._are_proved = self._are_proved and self._is_proved(number, page)
        return self._decode(number, page)


def page_size(path: Path) -> int:
    """As the file says, or the log beside it; the usual one if neither can be believed."""
    with _opened(path) as file, _log(path) as log:
        head = file.read(18)
        sizes = [int.from_bytes(head[16:18], "big")] if head.startswith(MAGIC) else []
        sizes.append(int.from_bytes(log.read(HEAD)[8:12], "big"))
    return next((size for size in sizes if size in SIZES), PAGE)


def frames(path: Path) -> tuple[list[Frame], list[Frame]]:
    """The frames of the write-ahead log: of older rounds, and of the last.

    Each ends with its last commit: what comes after that was promised to nobody.
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
    older = [
        frame
        for frames_of_round in reversed(rounds.values())
        for frame in _committed(frames_of_round)
    ]
    return older, _committed(last)


def followed(path: Path, after: int) -> int:
    """How many frames SQLite reads when it restarts, if it has read ``after`` of them.

    Each carries on the checksum of the one before, and what follows a break is left out.
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
    """The checksum of SQLite's write-ahead log.

    https://sqlite.org/fileformat2.html#checksum_algorithm
    """
    first, second = struct.unpack(">II", before)
    words = iter(struct.unpack(f"{order}{len(data) // 4}I", data))
    for even, odd in zip(words, words, strict=True):
        first = (first + even + second) & 0xFFFFFFFF
        second = (second + odd + first) & 0xFFFFFFFF
    return struct.pack(">II", first, second)


def _committed(frames_of_round: list[Frame]) -> list[Frame]:
    ends = [count for count, frame in enumerate(frames_of_round, 1) if frame.commits]
    return frames_of_round[: ends[-1]] if ends else []


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
