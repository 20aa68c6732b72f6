"""Files as one ZIP, made while it is sent: memory has no more than a piece of one."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

PIECE = 64 * 1024


class _Sink:
    """What was written to it since somebody looked."""

    def __init__(self) -> None:
        self._waiting = bytearray()

    def write(self, piece: bytes) -> int:
        self._waiting += piece
        return len(piece)

    def flush(self) -> None:
        pass

    def close(self) -> None:
        pass

    def taken(self) -> bytes:
        piece = bytes(self._waiting)
        self._waiting.clear()
        return piece


def zipped(paths: Iterable[Path]) -> Iterator[bytes]:
    """The ZIP of those files by their names; it is not pressed, for bundles cannot be."""
    sink = _Sink()
    with zipfile.ZipFile(sink, "w") as archive:
        for path in paths:
            with path.open("rb") as file, archive.open(path.name, "w") as entry:
                while piece := file.read(PIECE):
                    entry.write(piece)
                    yield sink.taken()
    yield sink.taken()


def length(paths: Iterable[Path]) -> int:
    """How long that ZIP is, so that a download that was cut short is seen to be."""
    return sum(map(len, zipped(paths)))
