"""Files for the developers: what happened when records differed, without what people typed."""

from __future__ import annotations

import gzip
import logging
import secrets
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from schemas.formatting.vietnamese import HANOI
from sync import replay
from sync.changes import Key
from sync.errors import MessageUnreadable, StoreUnusable
from sync.merge import fingerprint
from sync.ports import Checkpoint
from sync.repair import Difference
from sync.replay import Replay
from sync.stores import private_files
from sync.stores.health import consistency

from ..errors import FileUnwritable
from ..storage.atomic_files import write_whole
from ..workspace import Workspace
from . import plan

log = logging.getLogger(__name__)

FOLDER, ENDING = "replays", ".khr"
MOST = 10  # files that are kept
LATEST = 500  # changes of whose records it tells if nothing is wrong
RECORDS = 200  # of which one file tells


def keep(workspace: Workspace, whole: Replay) -> Path | None:
    """Write down what differed. An error is logged only: the sync does not fail."""
    place = workspace.folder / FOLDER
    made = datetime.fromtimestamp(whole.made / 1000, HANOI)
    path = place / f"khac-{made:%Y%m%d-%H%M%S}{ENDING}"
    try:
        private_files.folder(place)
        write_whole(path, _packed([_pseudonymized(replace(whole, plan=_plan(workspace)))]))
        for old in _files(workspace)[MOST:]:
            old.unlink()
    except (FileUnwritable, OSError, StoreUnusable):
        log.exception("the divergence could not be written down")
        return None
    return path


def write(workspace: Workspace, path: Path, keys: list[Key]) -> int:
    """Write the state of those records, and all divergences that were kept; return how many.

    :raises FileUnwritable: then there is no file that was not there before
    """
    kept = [each for file in _files(workspace) for each in _read(file)]
    write_whole(path, _packed([_pseudonymized(now(workspace, keys)), *kept]))
    return len(kept)


def doubtful(workspace: Workspace) -> list[Key]:
    """The records that are not as the log has them; if all are, those that changed last."""
    store = workspace.store()
    doubted = [
        each.key for step in consistency.look(store, workspace.replica()) for each in step.findings
    ]
    if keys := [key for key in dict.fromkeys(doubted) if key.record_id]:
        return keys
    page = store.feed(max(0, store.end() - LATEST), LATEST, workspace.areas, "")
    return list(dict.fromkeys(change.key for change in page.changes))


def now(workspace: Workspace, keys: list[Key]) -> Replay:
    """The records as they are, with our log of them; the province is not asked."""
    replica, store = workspace.replica(), workspace.store()
    with store.transaction():
        checkpoint, some = store.checkpoint(), keys[:RECORDS]
        ours = store.history(some)
        notices = replica.notices_of(ours)
        stood = [r for r in store.load([*some, *notices]).values() if r.cells]
        difference = Difference(
            own_digests=store.digests(workspace.areas),
            server_digests={},
            own_fingerprints={key: fingerprint(record) for key, record in store.load(some).items()},
            server_fingerprints={},
            own_records=tuple(stood),
            own_entries=(*ours, *store.history(notices)),
        )
    return replace(_taken(workspace, difference, checkpoint), plan=_plan(workspace))


def _taken(workspace: Workspace, difference: Difference, checkpoint: Checkpoint) -> Replay:
    return replay.capture(workspace.replica(), difference, checkpoint, workspace.wall())


def _pseudonymized(whole: Replay) -> Replay:
    """The replay without what people typed, small enough for a stick or a mail."""
    named = set(whole.difference.keys[:RECORDS])
    difference, more = whole.difference, set(whole.difference.keys[RECORDS:])
    small = replace(
        difference,
        own_fingerprints={
            key: value for key, value in difference.own_fingerprints.items() if key in named
        },
        server_fingerprints={
            key: value for key, value in difference.server_fingerprints.items() if key in named
        },
        own_records=tuple(record for record in difference.own_records if record.key not in more),
        own_entries=tuple(
            entry for entry in difference.own_entries if entry.change.key not in more
        ),
        server_changes=tuple(
            change for change in difference.server_changes if change.key not in more
        ),
    )
    return replay.pseudonymized(replace(whole, difference=small), secrets.token_bytes(16))


def _plan(workspace: Workspace) -> dict[str, object]:
    return {**plan.stored_history(workspace)._asdict(), "next": plan.planned_attempt(workspace)}


def _packed(replays: list[Replay]) -> bytes:
    return gzip.compress(replay.dumps(replays).encode())


def _files(workspace: Workspace) -> list[Path]:
    """The newest first."""
    return sorted((workspace.folder / FOLDER).glob(f"*{ENDING}"), reverse=True)


def _read(path: Path) -> list[Replay]:
    with suppress(OSError, EOFError, ValueError, MessageUnreadable):
        return replay.loads(gzip.decompress(path.read_bytes()).decode())
    return []
