"""Files that centres exported: whose they are, whether they are whole, what is in them.

A file is taken in only if all of it was signed by its device, sealed to us, and can be
read; else nothing of it is.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from pathlib import Path

from server.keys.keyring import decoded
from sync import bundle, wire
from sync.bundle import Header
from sync.changes import device_of
from sync.errors import NotSigned, SyncError
from sync.messages import Request
from sync.stores import bundles as files
from sync.stores.bundles import ENDING, Part

from ..devices import devices
from ..keys.keyring import UnknownGeneration
from ..keys.secret_file import Pair
from ..province import Province

DAY = 24 * 3600 * 1000
ROAD = 90 * DAY  # a file that is older was made by a clock that is wrong
MOST_UPLOAD = 64 << 20  # bytes in one go over the web; the command takes any number
OUT, BACK = "-gui", "-tra-loi"  # how the names of both files end

Allowed = Callable[[str], bool]  # whether who asks may take in the work of that area


class NotYours(Exception):
    """The file is of a centre that who asks has no part in."""


class NotARequest(Exception):
    """The file is an answer, on its way to a centre."""


def exports(places: Collection[Path]) -> list[Path]:
    """Those files, and the files in those folders, without the answers."""
    return [path for path in files.bundle_files(places) if path in places or not _is_answer(path)]


def checked(province: Province, path: Path, allowed: Allowed) -> Part:
    """The file, if all of it can be taken in.

    :raises NotSigned: if it is damaged, or not for us  :raises NotARequest:  :raises NotYours:
    :raises MessageUnreadable: if another version made it
    :raises Refused: if its device may not send
    """
    header = files.look(path)
    _pair(province, header)
    device = devices.answerable(province.db(), header.device)
    if header.kind != bundle.REQUESTS:
        raise NotARequest(path.name)
    part = Part(path, files.check(path, decoded(device.key)))
    if not allowed(device.device.home):
        raise NotYours(path.name)
    if part.header.count != sum(1 for _ in requests(province, part)):
        raise NotSigned("not all of it is there")
    return part


def requests(province: Province, part: Part) -> Iterator[Request]:
    """:raises NotSigned: if it is not ours, or speaks for another device than signed it"""
    for body in files.read(part.path, _pair(province, part.header).sealing):
        request = wire.decode(Request, body)
        if device_of(request.replica) != part.header.device:
            raise NotSigned("speaks for another device")
        yield request


def _pair(province: Province, header: Header) -> Pair:
    """The pair of our keys that the file's sender knew.

    :raises NotSigned: if it is not ours
    """
    try:
        return province.keyring.signed_by(header.server)
    except UnknownGeneration as exc:
        raise NotSigned("for another province") from exc


def answer_name(path: Path) -> str:
    """``khuyenhoc-…-gui.khb`` is answered by ``khuyenhoc-…-tra-loi.khb``."""
    stem, _, _ = path.stem.partition("-phan-")
    return stem.removesuffix(OUT) + BACK + ENDING


def at_home(wall: int, now: int, known: int) -> int:
    """How far a clock is ahead of ours, if it showed ``wall`` when a file was made.

    Nobody knows how long the file travelled. So it is what was measured over the network,
    unless the file shows that the clock is ahead of that, or so far behind that no road is
    as long.
    """
    measured = wall - now
    return known if known - ROAD <= measured <= known else measured


def _is_answer(path: Path) -> bool:
    try:
        return files.look(path).kind == bundle.RESPONSES
    except (OSError, SyncError):
        return False  # whatever it is, it is reported when it is checked
