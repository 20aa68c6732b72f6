"""Bundles in files: written whole or not at all, read back, and cut in parts for small disks.

A file of a bundle has a temporary name until all parts were synced and read back from the disk.
Then they get their names; a stick that is pulled out before has none of them.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import IO, NamedTuple

from ..bundle import CHUNK, FRONT, Header, Sealing, front, header, messages, verify
from ..errors import MessageUnreadable, NotSigned
from ..wire.seal import public_key
from . import private_files

ENDING = ".khb"
LIMIT = 2**31 - 2**20  # bytes of a file: FAT32 holds 4 GiB less one, old sticks and zips 2 GiB


class Keys(NamedTuple):
    seed: bytes  # of who signs
    reader: bytes  # public key of who may read


class Written(NamedTuple):
    paths: tuple[Path, ...]
    bytes: int


class Part(NamedTuple):
    path: Path
    header: Header


class Bundle(NamedTuple):
    """The parts of one bundle that were found, in their order."""

    parts: tuple[Part, ...]

    @property
    def header(self) -> Header:
        return self.parts[0].header

    @property
    def missing(self) -> tuple[int, ...]:
        there = {part.header.part for part in self.parts}
        return tuple(n for n in range(1, self.header.parts + 1) if n not in there)


def write(
    path: Path, head: Header, bodies: Iterable[bytes], keys: Keys, limit: int = LIMIT
) -> Written:
    """Write the messages to ``path``, or to as many files beside it as the limit asks for.

    :raises OSError: if the disk is full, gone or read-only, or gives back something else;
        then no file is there that was not there before
    """
    drafts: list[_Draft] = []
    _sweep(path.parent)
    with ExitStack() as at_end:
        for body in bodies:
            if not drafts or drafts[-1].is_full(len(body), limit):
                drafts.append(_Draft(path, len(drafts) + 1, keys.reader))
                at_end.callback(drafts[-1].drop)
            drafts[-1].add(body)
        for number, draft in enumerate(drafts, 1):
            draft.finish(replace(head, part=number, parts=len(drafts)), keys.seed)
        names = [part_name(path, number, len(drafts)) for number in range(1, len(drafts) + 1)]
        size = sum(draft.size for draft in drafts)
        for draft, name in zip(drafts, names, strict=True):
            draft.path.replace(name)
    _sync_folder(path.parent)
    return Written(tuple(names), size)


def part_name(path: Path, part: int, parts: int) -> Path:
    """``khuyenhoc-…-gui.khb``, or ``khuyenhoc-…-gui-phan-2-3.khb`` for the second of three."""
    return path if parts == 1 else path.with_name(f"{path.stem}-phan-{part}-{parts}{path.suffix}")


def look(path: Path) -> Header:
    """What the file says of itself; nobody has vouched for it yet.

    :raises NotSigned: if it is no bundle  :raises MessageUnreadable: if it is a newer one
    """
    with path.open("rb") as file:
        return header(file.read(FRONT))


def check(path: Path, key: bytes) -> Header:
    """As ``look``, with the signature checked.

    :raises NotSigned: if the owner of ``key`` did not sign just these bytes
    """
    with path.open("rb") as file:
        return verify(file.read(FRONT), iter(partial(file.read, CHUNK), b""), key)


def read(path: Path, seed: bytes) -> Iterator[bytes]:
    """The messages of a whole file.

    :raises NotSigned: if it is sealed for somebody else
    """
    with path.open("rb") as file:
        file.seek(FRONT)
        yield from messages(file.read, seed)


def bundle_files(places: Iterable[Path]) -> list[Path]:
    """Those files, and the bundles in those folders, by name; what is hidden is left out."""
    paths: dict[Path, None] = {}
    for place in places:
        inside = sorted(place.iterdir()) if place.is_dir() else [place]
        named = (p for p in inside if p == place or p.suffix.lower() == ENDING)
        paths |= dict.fromkeys(p for p in named if p == place or not p.name.startswith("."))
    return list(paths)


def gathered(parts: Iterable[Part]) -> list[Bundle]:
    """The bundles that those parts belong to, the oldest first; no part of them twice."""
    by_name: dict[tuple[str, str], dict[int, Part]] = {}
    for part in parts:
        header = part.header
        by_name.setdefault((header.device, header.bundle), {}).setdefault(header.part, part)
    bundles = [Bundle(tuple(own[number] for number in sorted(own))) for own in by_name.values()]
    return sorted(bundles, key=lambda bundle: bundle.header.made)


class _Draft:
    """One file of a bundle, before it has its name."""

    def __init__(self, path: Path, number: int, reader: bytes) -> None:
        self.path = path.with_name(f".{path.name}.{number}.{os.getpid()}.part")
        self.size = 0
        self._count = 0
        self._sealing = Sealing(reader)
        self._file: IO[bytes] = private_files.opened(self.path)
        try:
            self._write(bytes(FRONT) + self._sealing.start)
        except OSError:
            self.drop()
            raise

    def is_full(self, more: int, limit: int) -> bool:
        """Whether so many bytes more would be too many; one message goes in anyhow."""
        return self._count > 0 and self.size + more > limit - 2 * CHUNK

    def add(self, body: bytes) -> None:
        self._write(self._sealing.add(body))
        self._count += 1

    def finish(self, head: Header, seed: bytes) -> None:
        """Complete the file and read it back; sticks lie."""
        self._write(self._sealing.end())
        self._file.seek(0)
        complete = replace(head, count=self._count)
        self._file.write(front(complete, self._sealing.digest, seed))
        self._file.flush()
        os.fsync(self._file.fileno())
        _forget(self._file)
        self._file.close()
        try:
            check(self.path, public_key(seed))
        except (NotSigned, MessageUnreadable) as exc:
            raise OSError(f"{self.path.name}: does not read back") from exc

    def drop(self) -> None:
        with suppress(OSError):  # the stick is gone, and the draft with it
            self._file.close()
        with suppress(OSError):
            self.path.unlink(missing_ok=True)

    def _write(self, piece: bytes) -> None:
        self._file.write(piece)
        self.size += len(piece)


def _forget(file: IO[bytes]) -> None:
    """Let what is read back come from the disk, where the system can be asked for that."""
    if hasattr(os, "posix_fadvise"):
        with suppress(OSError):
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def _sweep(folder: Path) -> None:
    """Remove what was left by a process that died, or when the stick was pulled."""
    for left in folder.glob(f".*{ENDING}.*.part"):
        if not left.name.endswith(f".{os.getpid()}.part"):
            with suppress(OSError):
                left.unlink()


def _sync_folder(folder: Path) -> None:
    """Make new names last; Windows does that by itself and cannot open a folder."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    with suppress(OSError):  # some sticks' file systems cannot, and what was written is there
        os.fsync(handle)
    os.close(handle)
