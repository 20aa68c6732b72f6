"""Exchanges in files: what centres exported is answered by the same function as HTTP.

One file that cannot be taken in never holds up another. Each message is taken in whole or
not at all, and any number of times is once; so whatever ends an import, the next one mends.
"""

from __future__ import annotations

import logging
import secrets
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain, count
from pathlib import Path
from typing import NamedTuple

from reporting import import_counts
from server.keys.keyring import decoded
from sync import bundle, bundle_exchange, wire
from sync.errors import MessageUnreadable, NotSigned, Refused, Revoked, SyncError
from sync.messages import Request, Response
from sync.stores import bundles as files
from sync.stores.bundles import Bundle, Keys

from ..centres import centres
from ..devices import devices
from ..devices.devices import Enrolled
from ..province import Province
from ..sync import exchanges
from .checking import Allowed, NotARequest, NotYours, answer_name, at_home, checked, requests

log = logging.getLogger(__name__)


class Broken(Exception):
    """The file was pulled away while it was read."""


FAULTS: dict[type[Exception], str] = {
    NotSigned: "damaged",
    MessageUnreadable: "newer",
    Revoked: "revoked",
    Refused: "refused",
    NotYours: "not_yours",
    NotARequest: "answer_itself",
    Broken: "broken",
    SyncError: "store",
}


@dataclass(frozen=True)
class Result:
    """What became of a bundle, or of a file that is none."""

    name: str  # of its file, or the first of them
    centre: str = ""
    label: str = ""  # what the machine calls itself
    changes: int = 0  # that it holds
    new: int = 0
    parked: int = 0
    conflicts: int = 0
    made: int = 0  # by the centre's clock
    offset: int = 0  # ms that clock is ahead of ours, as far as we know
    missing: tuple[int, ...] = ()  # parts that did not come along
    parts: int = 1
    held_up: int = 0  # changes that wait for such a part
    answers: tuple[str, ...] = ()  # files that the centre needs
    fault: str = ""  # why it failed: the end of the name of a sentence
    detail: str = ""


class Step(NamedTuple):
    """How far an import has come: so many bytes more, and perhaps another result."""

    bytes: int
    result: Result | None = None


def take_in(
    province: Province,
    paths: Iterable[Path],
    into: Path | None = None,
    allowed: Allowed = lambda _: True,
) -> Iterator[Step]:
    """Take in those files, and write the answer to each bundle beside it, or ``into`` a folder."""
    parts = []
    for path in paths:
        try:
            parts.append(checked(province, path, allowed))
            yield Step(_size(path))
        except (SyncError, OSError, NotYours, NotARequest) as exc:
            log.warning("bundle %s: %s: %s", path.name, type(exc).__name__, exc)
            yield Step(2 * _size(path), Result(path.name, fault=_fault(exc), detail=str(exc)))
    used: set[Path] = set()
    for each in files.gathered(parts):
        first, size = each.parts[0].path, sum(_size(part.path) for part in each.parts)
        place = _unused((into or first.parent) / answer_name(first), used)
        yield Step(size, _Import(province, each).run(place))


class _Import:
    """One bundle on its way in."""

    def __init__(self, province: Province, gathered: Bundle) -> None:
        self._province = province
        self._bundle = gathered
        self._device: Enrolled = devices.find(province.db(), gathered.header.device)
        self._replicas: set[str] = set()
        self._changes = self._held_up = self._offset = 0

    def run(self, place: Path) -> Result:
        """Take it in and write the answer; what failed is in the result."""
        province, gathered, home = self._province, self._bundle, self._device.device.home
        before, first = province.store().end(), gathered.parts[0].path
        names: tuple[str, ...] = ()
        fault = detail = ""
        try:
            names = self._answer(place)
        except (Broken, OSError, SyncError) as exc:
            log.warning("bundle %s: %s: %s", first.name, type(exc).__name__, exc)
            fault, detail = _fault(exc, "answer"), str(exc)
        counts = import_counts.since(province.db(), before, self._replicas, home)
        centre = centres.centre(province.db(), home)
        return Result(
            first.name,
            centre.name if centre else home,
            self._device.label,
            self._changes,
            *counts,
            made=gathered.header.made,
            offset=self._offset,
            missing=gathered.missing,
            parts=gathered.header.parts,
            held_up=self._held_up,
            answers=names,
            fault=fault,
            detail=detail,
        )

    def _answer(self, path: Path) -> tuple[str, ...]:
        province, asked = self._province, self._bundle.header
        header = replace(
            asked,
            kind=bundle.RESPONSES,
            bundle=secrets.token_hex(8),
            answers=asked.bundle,
            made=province.wall(),
        )
        bodies = map(wire.encode, bundle_exchange.responses(self._exchange, self._requests()))
        keys = Keys(province.keyring.signed_by(asked.server).signing, decoded(self._device.key))
        return tuple(path.name for path in files.write(path, header, bodies, keys).paths)

    def _requests(self) -> Iterator[Request]:
        try:
            for part in self._bundle.parts:
                yield from requests(self._province, part)
        except (OSError, NotSigned) as exc:
            raise Broken(str(exc)) from exc

    def _exchange(self, request: Request) -> Response:
        now = self._province.wall()
        offset = at_home(request.wall, now, self._device.clock_offset) if request.wall else 0
        asked = replace(request, wall=now + offset if request.wall else 0)
        keys = self._province.keyring.signed_by(self._bundle.header.server)
        response = exchanges.exchange(self._province, asked, self._device, keys)
        self._offset = offset
        self._replicas.add(request.replica)
        self._changes += len(request.changes)
        last = request.sent + len(request.changes)
        self._held_up += min(len(request.changes), max(0, last - response.head))
        return response


def _fault(error: Exception, otherwise: str = "unreadable") -> str:
    for kind, name in FAULTS.items():
        if isinstance(error, kind):
            return name
    return otherwise


def _unused(path: Path, used: set[Path]) -> Path:
    """A name that no answer of this import has: files of two centres may have the same name."""
    names = (path.with_stem(f"{path.stem}-{number}") for number in count(2))
    free = next(each for each in chain([path], names) if each not in used)
    used.add(free)
    return free


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
