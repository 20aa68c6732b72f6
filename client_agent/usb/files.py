"""Finds the files of a stick that may be answers, in any folder and under any name.

The first bytes say what a file is, not its name. A ZIP is opened, as the province's page
gives it out or as a person made it, also one inside another; what is for this machine is
copied out of it, and nothing else. Bundles cannot be pressed, so an entry that promises far
more than it holds is none: what is unpacked is at most twice what came.
"""

from __future__ import annotations

import errno
import os
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import IO

from sync import bundle
from sync.errors import NotSigned, StoreFull, SyncError
from sync.stores import private_files
from sync.stores.bundles import ENDING

from ..errors import AgentError, BundleDamaged, BundleForeign, StickGone
from ..transports.ends import Ends

Fault = tuple[Path, AgentError | SyncError]

MOST_FILES, DEEPEST = 20_000, 8  # of a stick that are looked at, and how far down
MOST_LISTED = 8 << 20  # bytes of a ZIP's own list of its entries
SLACK = 64 * 1024  # bytes that any ZIP may unpack to, however small it is
NESTED = 1  # how many ZIPs around a ZIP are opened
ZIP_ENDING, ZIP_MARK = ".zip", b"PK\x03\x04"
BUNDLE_MARK = bundle.MAGIC + bytes([bundle.VERSION])
PIECE = 64 * 1024
WORDS = ("khuyenhoc", "tra-loi")  # a ZIP with such a name is ours; report it if it cannot be read
UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    NotImplementedError,  # an unknown compression method
    RuntimeError,  # it has a password
    EOFError,
    ValueError,
)


@dataclass
class Search:
    """What the search of a stick gave."""

    paths: list[Path] = field(default_factory=list)  # each may be an answer
    faults: list[Fault] = field(default_factory=list)  # what could not be looked into
    cut_off: bool = False  # there were more files than are looked at


@contextmanager
def searched(places: Iterable[Path], ends: Ends, folder: Path) -> Iterator[Search]:
    """The files that may be answers for us; copies from ZIPs are in ``folder`` meanwhile.

    :raises StickGone: if a place is not there  :raises StoreFull: if there is no room
    """
    with TemporaryDirectory(dir=folder, prefix="stick-") as copies:
        search = Search()
        try:
            for place in places:
                _look(place, search, _Archives(Path(copies), ends, search))
        except OSError as exc:
            if exc.errno in (errno.ENOSPC, errno.EDQUOT):
                raise StoreFull(str(exc)) from exc
            raise StickGone(f"{exc.filename}: {exc.strerror}") from exc
        yield search


def _look(place: Path, search: Search, archives: _Archives) -> None:
    if not place.is_dir():
        start = _start(place)
        if start.startswith(ZIP_MARK) or place.suffix.lower() == ZIP_ENDING:
            archives.open(place, missed=True)
        else:
            search.paths.append(place)
        return
    for path in _files(place, search):
        ending = path.suffix.lower()
        start = _start_if_any(path)
        if ending == ENDING or start.startswith(BUNDLE_MARK):
            search.paths.append(path)
        elif start.startswith(ZIP_MARK) or ending == ZIP_ENDING:
            is_ours = any(word in path.name.lower() for word in WORDS)
            archives.open(path, missed=is_ours or ending == ZIP_ENDING)


def _files(place: Path, search: Search) -> Iterator[Path]:
    """The files in a folder and below it, those on top first; what is hidden is left out."""
    level, seen = [place], 0
    next(place.iterdir(), None)  # raises if the place is gone; folders below it may be unreadable
    for _ in range(DEEPEST):
        below: list[Path] = []
        for path in (path for inner in level for path in _inside(inner)):
            mode = _mode(path)
            if stat.S_ISDIR(mode):
                below.append(path)
            elif stat.S_ISREG(mode):
                seen += 1
                if seen > MOST_FILES:
                    search.cut_off = True
                    return
                yield path
        level = below
    search.cut_off = bool(level)


def _inside(folder: Path) -> list[Path]:
    try:
        return sorted(path for path in folder.iterdir() if not path.name.startswith((".", "$")))
    except OSError:
        return []  # not ours to see


def _mode(path: Path) -> int:
    try:
        return path.lstat().st_mode
    except OSError:
        return 0


def _start(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(len(ZIP_MARK))


def _start_if_any(path: Path) -> bytes:
    try:
        return _start(path)
    except PermissionError:
        return b""


class _Archives:
    """Copies the files for us out of ZIPs."""

    def __init__(self, folder: Path, ends: Ends, search: Search) -> None:
        self._folder = folder
        self._device, self._servers = ends.device, set(ends.server_keys)
        self._search = search
        self._copied = 0

    def open(self, path: Path, missed: bool, nested: int = 0) -> None:
        """Look through a ZIP; ``missed``: report it as a fault if it cannot be read."""
        try:
            _check_list(path)
            with zipfile.ZipFile(path) as archive:
                self._entries(path, archive, nested)
        except UNREADABLE as exc:
            if missed:
                self._fault(path, BundleDamaged(f"{path.name}: {exc}"))

    def _entries(self, path: Path, archive: zipfile.ZipFile, nested: int) -> None:
        room = 2 * path.stat().st_size + SLACK
        for entry in archive.infolist():
            if entry.is_dir():
                continue
            try:
                room -= self._entry(archive, entry, room, nested)
            except UNREADABLE as exc:
                self._fault(Path(_plain(entry)), BundleDamaged(f"{entry.filename}: {exc}"))

    def _entry(
        self, archive: zipfile.ZipFile, entry: zipfile.ZipInfo, room: int, nested: int
    ) -> int:
        """Copy the entry if it is for us, or look into it; how many bytes that took."""
        name = _plain(entry)
        is_inner = nested < NESTED and name.lower().endswith(ZIP_ENDING)
        is_bundle = name.lower().endswith(ENDING)
        if entry.flag_bits & 1 and (is_inner or is_bundle):
            raise zipfile.BadZipFile("it has a password")
        if entry.flag_bits & 1:
            return 0
        with archive.open(entry) as file:
            start = file.read(bundle.FRONT)
            if not is_inner and not self._is_for_us(name, start, is_bundle):
                return 0
            if entry.file_size > room:
                raise zipfile.BadZipFile("it would unpack to more than it can hold")
            copy = self._copy(name, start, file)
        if is_inner:
            self.open(copy, missed=True, nested=nested + 1)
            copy.unlink()
        else:
            self._search.paths.append(copy)
        return entry.file_size

    def _is_for_us(self, name: str, start: bytes, is_bundle: bool) -> bool:
        if not start.startswith(BUNDLE_MARK) and not is_bundle:
            return False
        try:
            front = bundle.header(start)
        except NotSigned as exc:
            raise zipfile.BadZipFile(str(exc)) from exc
        except SyncError as exc:  # a newer version made it
            self._fault(Path(name), exc)
            return False
        if front.device != self._device or front.server not in self._servers:
            self._fault(Path(name), BundleForeign(name))
            return False
        return True

    def _copy(self, name: str, start: bytes, file: IO[bytes]) -> Path:
        self._copied += 1
        folder = self._folder / str(self._copied)
        private_files.folder(folder)
        with private_files.opened(folder / name) as copy:
            copy.write(start)
            while piece := file.read(PIECE):
                copy.write(piece)
        return folder / name

    def _fault(self, path: Path, error: AgentError | SyncError) -> None:
        self._search.faults.append((path, error))


def _plain(entry: zipfile.ZipInfo) -> str:
    """The entry's own name as a safe file name: it cannot lead to another folder."""
    last = PurePosixPath(entry.filename.replace("\\", "/")).name
    plain = "".join(c if c.isprintable() and c not in '<>:"|?*' else "-" for c in last)
    return plain.strip(". ")[-100:] or f"tep{ENDING}"


def _check_list(path: Path) -> None:
    """:raises BadZipFile: if its list of entries is longer than can be meant well"""
    with path.open("rb") as file:
        size = file.seek(0, os.SEEK_END)
        file.seek(max(0, size - (22 + 0xFFFF)))
        end = file.read()
    place = end.rfind(b"PK\x05\x06")
    if place >= 0 and len(end) >= place + 22:
        (listed,) = struct.unpack_from("<L", end, place + 12)
        if listed > MOST_LISTED:
            raise zipfile.BadZipFile("its list of entries is too long")
