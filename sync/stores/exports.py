"""Files on their way out: made behind, counted, called off, and kept a while for who asked.

They lie in temporary files that have no name, so nobody else reads them and nothing of them is left
after a power cut; a file that is not there any more is asked for again.
"""

from __future__ import annotations

import secrets
import threading
import weakref
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from tempfile import TemporaryFile
from typing import IO, NamedTuple, TypeVar

from .jobs import Progress, Works

KEPT = 15 * 60_000  # milliseconds for which a file waits to be fetched
MOST = 3  # files of one person
PIECE = 64 * 1024
EVERY = 200  # rows between two reports of progress
WAITING, DONE, FAILED, STOPPED = "waiting", "done", "failed", "stopped"

T = TypeVar("T")
Work = Callable[[Progress], None]
Elsewhere = Callable[[Work], Work]  # makes of work what can be done in another thread
Making = Callable[[Progress], Iterable[str] | Iterable[bytes]]


class Wanted(NamedTuple):
    """What somebody asks for; ``again`` is the address to ask for it once more."""

    owner: str
    kind: str  # of its records
    name: str
    again: str
    total: int  # rows that it will hold


@dataclass
class Export:
    """A file that is being made, or waits to be fetched."""

    id: str
    wanted: Wanted
    begun: int  # by the clock, in milliseconds
    file: IO[bytes] | None = None  # when it is whole
    size: int = 0
    door: threading.Lock = field(default_factory=threading.Lock)

    def pieces(self) -> Iterator[bytes]:
        """The file from its beginning; it can be fetched more than once, and by two at a time."""
        at = 0
        while piece := self._read(at):
            at += len(piece)
            yield piece

    def _read(self, at: int) -> bytes:
        with self.door:
            if self.file is None or self.file.closed:
                return b""
            self.file.seek(at)
            return self.file.read(PIECE)


class Exports:
    """Those of one process; a long one waits for its turn."""

    def __init__(self, wall: Callable[[], int]) -> None:
        self._wall = wall
        self._all: dict[str, Export] = {}
        self.works = Works()

    def begin(self, wanted: Wanted, make: Making, elsewhere: Elsewhere) -> Export:
        """Have the file made of the pieces that ``make`` gives, in a thread of its own."""
        self._tidy(wanted.owner)
        made = Export(secrets.token_hex(8), wanted, self._wall())
        self._all[made.id] = made
        work = elsewhere(lambda progress: _write(made, make(progress)))
        self.works.begin(made.id, work, is_long=True)
        return made

    def find(self, name: str, owner: str) -> Export | None:
        """The file of that id, if that person asked for it and it is still kept."""
        export = self._all.get(name)
        return export if export and export.wanted.owner == owner else None

    def state(self, export: Export) -> str:
        if export.id in self.works and not self.works.is_stopped(export.id):
            return WAITING
        if export.file is not None:
            return DONE
        return FAILED if export.id in self.works.failed else STOPPED

    def so_far(self, export: Export) -> int:
        """How many rows are written."""
        return self.works.get(export.id, export.wanted.total)

    def stop(self, export: Export) -> None:
        self.works.stop(export.id)

    def close(self) -> None:
        """Let go of all files."""
        for export in list(self._all.values()):
            self._drop(export)

    def _tidy(self, owner: str) -> None:
        """Keep no file for long, and few for one person."""
        for export in [e for e in self._all.values() if self._wall() - e.begun > KEPT]:
            self._drop(export)
        own = [e for e in self._all.values() if e.wanted.owner == owner]
        for export in own[: max(0, len(own) - MOST + 1)]:
            self._drop(export)

    def _drop(self, export: Export) -> None:
        self.works.stop(export.id)
        self._all.pop(export.id, None)
        self.works.failed.discard(export.id)
        with export.door:
            if export.file is not None:
                export.file.close()


def counted(rows: Iterable[T], progress: Progress) -> Iterator[T]:
    """The rows; ``progress`` is called with their number, from 0 to the last."""
    number = 0
    progress(number)
    for number, row in enumerate(rows, 1):
        if number % EVERY == 0:
            progress(number)
        yield row
    progress(number)


def _write(export: Export, pieces: Iterable[str] | Iterable[bytes]) -> None:
    file = TemporaryFile()  # noqa: SIM115  # it stays open as long as the export is kept
    weakref.finalize(export, file.close)
    try:
        for piece in pieces:
            export.size += file.write(piece.encode() if isinstance(piece, str) else piece)
        file.flush()
    except BaseException:
        file.close()
        raise
    export.file = file
