"""Peer-to-peer sync: two devices of one home meet without the server (siblings).

A sibling hands over two kinds of changes. What the server is known to hold is the server's
feed, only carried by a sibling: our own feed vouches for it, and our cursor moves on to
where the sibling's stood. What no receipt covers yet becomes ours to carry: it gets a number
of ours, in the order in which it was made, and keeps its timestamp. Whoever of the two comes
to the server first brings it; from the other it is a repeat.

So nothing is set aside for having come this way, no digest differs for it, an edit never
arrives before what its author had seen, and if the sibling is lost, its work is not.

A sibling is believed only what a machine of the home may write. What the province alone
writes (directives, decisions, which machines there are) waits for the province itself:
the file says that it has it, but a damaged or stolen machine can say so too.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from . import bounds, damaged_rows, wire
from .changes import ASIDE, Change, Entry, device_of
from .clock import COUNTER, Timestamp
from .errors import MessageUnreadable, StoreBusy
from .merge import Record, is_same
from .messages import Shared
from .ports import Checkpoint, Device, May
from .replica import Replica
from .review import reason_to_park

PAGE = 500  # changes in one message


class Taken(NamedTuple):
    new: int  # changes that we did not have
    left: int  # changes that we do not have either, and take from the server alone


def share(replica: Replica, areas: Collection[str]) -> Iterator[Shared]:
    """All that a sibling can take over from us; ``areas`` is the scope of our feed.

    :raises StoreBusy: if an exchange left the feed meanwhile; nothing was locked for so long
    """
    checkpoint = replica.store.checkpoint()
    front = Shared(replica.name, tuple(sorted(areas)), checkpoint.feed, checkpoint.cursor)
    for known in _known(replica, checkpoint, areas):
        for some in _fitting(_unnumbered(known, areas)):
            yield replace(front, known=some)
    for waiting in _unsure(replica, checkpoint, areas):
        for some in _fitting(_unnumbered(waiting, areas)):
            yield replace(front, waiting=some)
    after = replica.store.checkpoint()
    if (after.name, after.feed) != (checkpoint.name, checkpoint.feed):
        raise StoreBusy("the feed was left meanwhile")
    yield replace(front, last=True)


def take(replica: Replica, pages: Iterable[Shared], areas: Collection[str], may: May) -> Taken:
    """Take over what a sibling handed us.

    :param areas: the scope of our feed; nothing outside of it reaches us
    :param may: the permissions by which the server judges

    :raises MessageUnreadable: if the end is missing; then nothing was taken over
    """
    is_whole, left, is_believed = False, 0, True
    with replica.store.transaction():
        before, name = replica.store.end(), replica.name
        for page in pages:
            known, doubted = _believed(replica, page.known, areas, may)
            waiting, unfit = _believed(replica, page.waiting, areas, may)
            left += len(doubted) + len(unfit)
            is_believed = is_believed and not doubted
            known, waiting = _readable(replica, known), _readable(replica, waiting)
            front = replace(page, known=known, waiting=waiting)
            waiting = _take(replica, front, areas, is_believed)
            existing = replica.store.find({change.at for change in waiting})
            feed = replica.store.checkpoint().feed
            missing = [
                c for c in waiting if c.at not in existing or _is_loose(existing[c.at], feed)
            ]
            if missing and replica.name == name:
                replica.become_new_replica()
            _carry(replica, missing, existing.keys())
            is_whole = page.last
        if not is_whole:
            raise MessageUnreadable("the end is missing")
        return Taken(replica.store.end() - before, left)


def _readable(replica: Replica, changes: Collection[Change]) -> tuple[Change, ...]:
    """The changes but those of which our own row is damaged and cannot be put back by them."""
    existing = replica.store.find({change.at for change in changes})
    replica.put_back([change for change in changes if change.at not in existing])
    return tuple(damaged_rows.intact_changes(changes, replica.store))


def _believed(
    replica: Replica, changes: Collection[Change], areas: Collection[str], may: May
) -> tuple[tuple[Change, ...], list[Change]]:
    """The changes of our scope that we take from a sibling, and those we leave to the server."""
    inside = [change for change in changes if change.key.area in areas]
    existing = replica.store.find({change.at for change in inside})
    feed = replica.store.checkpoint().feed
    believed, left = [], []
    for change in inside:
        entry = existing.get(change.at)
        if entry and not is_same(entry.change, change):
            left.append(change)  # the server decides which of the two has the timestamp
        elif _is_a_machines(replica, change, may):
            believed.append(change)
        elif entry is None or _is_loose(entry, feed):
            left.append(change)
    return tuple(believed), left


def _is_a_machines(replica: Replica, change: Change, may: May) -> bool:
    """Whether a machine of our home may write that, whatever the record holds."""
    met = Record(change.key)
    if change.at.counter >= COUNTER:  # almost never: it must go on from what we hold
        met = replica.store.load([change.key])[change.key]
    if bounds.fault(met, change):
        return False
    device = Device(
        device_of(change.replica), frozenset({replica.notice_area}), replica.notice_area
    )
    return not reason_to_park(may, device, Record(change.key), change)


def _known(
    replica: Replica, checkpoint: Checkpoint, areas: Collection[str]
) -> Iterator[list[Change]]:
    """What the server has, as our feed or our receipt proves, and did not park."""
    for entries in _brought(replica, checkpoint, areas):
        sure = [e.change for e in entries if _agreed(checkpoint) or not replica.is_ours(e)]
        yield _merged(replica, sure)
    for ours in _ours(replica, 0, _settled(checkpoint)):
        yield _merged(replica, ours)


def _unsure(
    replica: Replica, checkpoint: Checkpoint, areas: Collection[str]
) -> Iterator[Collection[Change]]:
    """What the server is not known to hold, or may have parked without our having heard of it.

    That is also what this device made as another replica, until the digests agree again: a
    broken history is vouched for by the feed before the notices in the feed have come.
    """
    if not _agreed(checkpoint):
        for entries in _brought(replica, checkpoint, areas):
            yield _merged(replica, [e.change for e in entries if replica.is_ours(e)])
    yield from _ours(replica, _settled(checkpoint))


def _brought(
    replica: Replica, checkpoint: Checkpoint, areas: Collection[str]
) -> Iterator[list[Entry]]:
    """What our feed vouches for, in order of arrival."""
    store, place, more = replica.store, 0, True
    while more:
        page = store.feed(place, PAGE, areas, checkpoint.name)
        entries = store.find({change.at for change in page.changes})
        entries_in_order = (entries[change.at] for change in page.changes)
        yield [entry for entry in entries_in_order if entry.feed == checkpoint.feed]
        place, more = page.cursor, page.more


def _settled(checkpoint: Checkpoint) -> int:
    """Up to which number our changes were at the server when our digests last agreed."""
    return min(checkpoint.sent, checkpoint.receipt.head) if _agreed(checkpoint) else 0


def _agreed(checkpoint: Checkpoint) -> bool:
    """Whether the digests ever agreed since we are this replica and read this feed."""
    return bool(checkpoint.feed) and checkpoint.receipt.feed == checkpoint.feed


def _ours(replica: Replica, after: int, until: int = 1 << 62) -> Iterator[tuple[Change, ...]]:
    name = replica.name
    while ours := replica.store.own(name, after, min(PAGE, until - after)):
        yield ours
        after = ours[-1].number


def _merged(replica: Replica, changes: Collection[Change]) -> list[Change]:
    parked = replica.parked_among(Entry(change) for change in changes)
    return [change for change in changes if change.at not in parked]


def _unnumbered(changes: Iterable[Change], areas: Collection[str]) -> tuple[Change, ...]:
    return tuple(replace(change, number=0) for change in changes if change.key.area in areas)


def _fitting(changes: tuple[Change, ...]) -> Iterator[tuple[Change, ...]]:
    """The changes in parts that a message can hold."""
    while changes:
        count = wire.fitting(changes, wire.MOST // 2)
        yield changes[:count]
        changes = changes[count:]


def _take(
    replica: Replica, page: Shared, areas: Collection[str], is_believed: bool
) -> tuple[Change, ...]:
    """Merge what our feed can vouch for; return what somebody has to bring to the server.

    The cursor moves only if all that comes before it ``is_believed``: else the feed must bring it.
    Nor does it while a former feed is still to be settled: what a sibling's cursor passes over,
    by error or on purpose, would be set aside.
    """
    checkpoint = replica.store.checkpoint()
    if not checkpoint.feed or _hub(page.feed) != _hub(checkpoint.feed):
        sibling = device_of(page.replica)  # which server is the newer one, the server will know
        known = tuple(c for c in page.known if device_of(c.replica) == sibling)
        return known + page.waiting
    if page.cursor > checkpoint.cursor and set(areas) <= set(page.areas):
        replica.take_in(page.known, checkpoint.feed)
        if page.last and is_believed and not replica.store.strays(checkpoint.feed):
            moved = checkpoint._replace(cursor=page.cursor, mac="", vouched=0)
            replica.store.save_checkpoint(moved)
    return page.waiting


def _hub(feed: str) -> str:
    """Whose log the feed is a part of."""
    return feed.rpartition("/")[0]


def _is_loose(entry: Entry, feed: str) -> bool:
    """Whether neither the feed nor we vouch for the change: it is, or will be, set aside.

    The feed will not bring what comes before the cursor that the sibling gave us.
    """
    return entry.reason == ASIDE or entry.feed not in ("", feed)


def _carry(replica: Replica, changes: Collection[Change], existing: Collection[Timestamp]) -> None:
    """Make those changes ours to send, after what we have to send already."""
    number = replica.store.head(replica.name).number
    entries = [
        Entry(replace(change, replica=replica.name, number=number))
        for number, change in enumerate(changes, number + 1)
    ]
    replica.store.append(entry for entry in entries if entry.change.at not in existing)
    replica.store.amend(entry for entry in entries if entry.change.at in existing)
    replica.rebuild({change.key for change in changes})
