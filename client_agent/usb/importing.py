"""Imports the province's answers from a stick: searched for, checked as a whole, then taken in.

A folder may contain files of many people and many days; only those for this machine count.
The order and the number of times make no difference.
"""

from __future__ import annotations

import logging
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from schemas.formatting.label import Label
from schemas.formatting.vietnamese import number
from sync.errors import NotSigned, SyncError
from sync.exchange import Outcome, accept
from sync.stores import bundles
from sync.stores.bundles import Bundle, Part

from ..database import damaged_rows
from ..errors import AgentError, BundleDamaged, BundleForeign, BundleOurs, NoAnswer, StickGone
from ..syncing import key_rotation, rollback_notices
from ..texts import say
from ..transports import bundle
from ..transports.ends import Ends
from ..workspace import Workspace
from .exporting import ends
from .files import MOST_FILES, Fault, searched

log = logging.getLogger(__name__)

OTHERS = (BundleForeign, BundleOurs)  # no fault in a folder with many people's files


@dataclass(frozen=True)
class Taken:
    """The result of an import."""

    answers: int  # of the province that were taken in
    sent: int = 0  # changes that it newly confirms
    received: int = 0  # others' changes that we did not have
    waiting: int = 0  # changes that it does not confirm yet
    settled: bool = False  # both ends have the same records: the digests were compared
    differs: bool = False
    missing: tuple[int, ...] = ()  # parts of an answer that no file had
    parts: int = 0  # that it should have
    damaged: tuple[str, ...] = ()  # files that were left out
    cut_off: bool = False  # there were more files than are looked at


def take_in(workspace: Workspace, places: Collection[Path]) -> Taken:
    """Take in the province's answers in those files and folders, as if they came by network.

    :raises BundleDamaged:  :raises BundleForeign:  :raises BundleOurs:  :raises NotSetUp:
    :raises NoAnswer: if there is none for this machine in the folder
    :raises MessageUnreadable: if a newer version made it
    """
    our_ends = ends(workspace)
    with searched(places, our_ends, workspace.folder) as search:
        parts, faults = _sorted_out(search.paths, our_ends)
        named = set(places)
        faults += search.faults
        faults = [(p, e) for p, e in faults if p in named or not isinstance(e, OTHERS)]
        if not parts:
            raise faults[0][1] if faults else NoAnswer(", ".join(map(str, places)))
        taken = _taken(workspace, bundles.gathered(parts), our_ends)
    names = tuple(path.name for path, _ in faults)
    return replace(taken, damaged=names, cut_off=search.cut_off)


def _taken(workspace: Workspace, answers: list[Bundle], our_ends: Ends) -> Taken:
    store = workspace.store()
    before, end = store.checkpoint(), store.end()
    outcomes = [
        _accepted(workspace, each, our_ends) for each in _in_turn(workspace, answers, our_ends)
    ]
    taken = Taken(
        answers=len(answers),
        sent=max(0, store.checkpoint().sent - before.sent),
        received=store.end() - end,
        waiting=store.change_counts().waiting,
        settled=Outcome.SETTLED in outcomes,
        differs=outcomes[-1] is Outcome.DIFFERS,
        missing=answers[-1].missing,
        parts=answers[-1].header.parts,
    )
    if whose := rollback_notices.detect(before, store.checkpoint(), store.damage()):
        workspace.state.set(**rollback_notices.fact(whose, workspace.wall()))
    log.info("imported %d answers: %d confirmed, %d new", len(answers), taken.sent, taken.received)
    return taken


def messages(taken: Taken) -> Iterator[Label]:
    """The result in sentences for a person."""
    count = {"sent": number(taken.sent), "received": number(taken.received)}
    yield say("import.done", answers=taken.answers, **count)
    if taken.damaged:
        yield say("import.damaged", names=", ".join(taken.damaged))
    if taken.cut_off:
        yield say("import.cut_off", count=number(MOST_FILES))
    if taken.missing:
        missing = ", ".join(map(str, taken.missing))
        yield say("import.missing", missing=missing, parts=taken.parts)
    if taken.differs:
        yield say("import.differs")
    elif taken.waiting:
        yield say("import.waiting", count=number(taken.waiting))
    elif taken.settled:
        yield say("import.settled")
    elif not taken.missing and not taken.sent and not taken.received:
        yield say("import.old")


def _sorted_out(paths: Iterable[Path], ends: Ends) -> tuple[list[Part], list[Fault]]:
    """Our answers, and what is wrong with each of the other files."""
    parts: list[Part] = []
    faults: list[Fault] = []
    for path in paths:
        try:
            parts.append(bundle.checked(path, ends))
        except (AgentError, SyncError) as exc:
            faults.append((path, exc))
    return parts, faults


def _in_turn(workspace: Workspace, answers: list[Bundle], ends: Ends) -> Iterator[Bundle]:
    """The newest answer that fits our checkpoint, and again, until none is newer.

    An older one would only take back what a newer one confirms. An answer that fits no checkpoint
    is taken in alone: it shows whether our history was broken.
    """
    left, turns = list(answers), 0
    while left:
        feed = workspace.store().checkpoint().feed
        asked = [next(bundle.responses(each.parts[0], ends)).asked for each in left]
        fits = [n for n, each in enumerate(asked) if each == feed]
        if turns and not fits:
            return
        turns += 1
        chosen = fits[-1] if fits else len(left) - 1
        yield left[chosen]
        left = left[chosen + 1 :]


def _accepted(workspace: Workspace, answer: Bundle, ends: Ends) -> Outcome:
    """Take in an answer, one message after the other; what became of the last."""
    outcome = Outcome.MORE
    try:
        for part in answer.parts:
            for response in bundle.responses(part, ends):
                outcome = accept(workspace.replica(), response)
                key_rotation.take(workspace, response.handover)
                damaged_rows.keep_wanted(workspace, response)
    except NotSigned as exc:  # it was complete a moment ago
        raise BundleDamaged(str(exc)) from exc
    except OSError as exc:
        raise StickGone(f"{exc.filename}: {exc.strerror}") from exc
    return outcome
