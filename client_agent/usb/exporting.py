"""Sync without a network: all that waits is exported to a file for the province.

Any mix of files and network, in any order and any number of times, gives the same result,
because a file contains exactly what HTTP would have carried.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from schemas.formatting.vietnamese import HANOI, fold
from sync import bundle_exchange
from sync.errors import StoreFull, StoreReadOnly
from sync.messages import Request
from sync.stores import bundles

from ..database import damaged_rows
from ..errors import FileUnwritable
from ..storage.atomic_files import STICK_FAULTS
from ..transports import bundle
from ..transports.ends import Ends
from ..workspace import Workspace

log = logging.getLogger(__name__)

LONGEST = 40  # letters of a centre's name in a file's name


class Exported(NamedTuple):
    paths: tuple[Path, ...]  # more than one if it had to be split
    changes: int
    bytes: int


def export(workspace: Workspace, place: Path, limit: int = bundles.LIMIT) -> Exported:
    """Export all changes that the province has not confirmed; then they count as on the stick.

    ``place`` is a folder, which gets a file with a name of ours, or a file.

    :raises NotSetUp: before enrolment
    :raises FileUnwritable: if it could not be written and read back; then nothing has changed
    """
    replica, made = workspace.replica(), workspace.wall()
    path = place / _name(workspace, made) if place.is_dir() else place
    last: list[Request] = []
    first = replica.store.checkpoint().sent
    try:
        damaged_rows.from_copies(workspace)
        requests = _last_kept(
            bundle_exchange.requests(replica, wanted=damaged_rows.wanted(workspace)), last
        )
        written = bundle.write(path, requests, ends(workspace), made, limit)
    except OSError as exc:
        kind = STICK_FAULTS.get(exc.errno or 0, FileUnwritable)
        raise kind(f"{path}: {exc.strerror or exc}") from exc
    number = last[0].sent + len(last[0].changes)
    with suppress(StoreFull, StoreReadOnly):  # it is on the stick, whether or not we can note it
        workspace.state.set(on_stick=[last[0].replica, number])
    log.info("exported %d changes in %d bytes", number - first, written.bytes)
    return Exported(written.paths, number - first, written.bytes)


def _last_kept(requests: Iterable[Request], last: list[Request]) -> Iterator[Request]:
    for request in requests:
        last[:] = [request]
        yield request


def ends(workspace: Workspace) -> Ends:
    workspace.replica()  # there is one, or we are not set up
    return workspace.ends()


def _name(workspace: Workspace, made: int) -> str:
    """``khuyenhoc-xa-muong-bi-20261122-140532-gui.khb``: whose it is, when, and which way."""
    when = datetime.fromtimestamp(made / 1000, HANOI)
    words = fold(workspace.settings.centre or workspace.settings.device)
    plain = "".join(c if c.isascii() and c.isalnum() else "-" for c in words)
    whose = "-".join(word for word in plain.split("-") if word)[:LONGEST].strip("-")
    return f"khuyenhoc-{whose}-{when:%Y%m%d-%H%M%S}-gui{bundles.ENDING}"
