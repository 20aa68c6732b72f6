"""Two devices of one home that meet without the server: what the one has, the other takes over.

A sibling hands over two kinds of changes. What the server is known to hold is the server's
feed, only carried by a sibling: our own feed vouches for it, and our cursor moves on to
where the sibling's stood. What no receipt covers yet becomes ours to carry: it gets a number
of ours, in the order in which it was made, and keeps its timestamp. Whoever of the two comes
to the server first brings it; from the other it is a repeat.

So nothing is set aside for having come this way, no digest differs for it, an edit never
arrives before what its author had seen, and if the sibling is lost, its work is not.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from .changes import ASIDE, Change, Entry, device_of
from .clock import Timestamp
from .errors import MessageUnreadable, StoreBusy
from .messages import Shared
from .ports import Checkpoint
from .replica import Replica

PAGE = 500  # changes in one message


def share(replica: Replica, areas: Collection[str]) -> Iterator[Shared]:
    """All that a sibling can take over from us; ``areas`` is the scope of our feed.

    :raises StoreBusy: if an exchange left the feed meanwhile; nothing was locked for so long
    """
    here = replica.store.checkpoint()
    front = Shared(replica.name, tuple(sorted(areas)), here.feed, here.cursor)
    for known in _known(replica, here, areas):
        yield replace(front, known=_unnumbered(known, areas))
    for waiting in _unsure(replica, here, areas):
        yield replace(front, waiting=_unnumbered(waiting, areas))
    after = replica.store.checkpoint()
    if (after.name, after.feed) != (here.name, here.feed):
        raise StoreBusy("the feed was left meanwhile")
    yield replace(front, last=True)


def take(replica: Replica, pages: Iterable[Shared], areas: Collection[str]) -> int:
    """Take over what a sibling handed us; return how many changes were new to us.

    ``areas`` is the scope of our feed: what lies outside of it never reaches us.

    :raises MessageUnreadable: if the end is missing; then nothing was taken over
    """
    is_whole = False
    with replica.store.transaction():
        before, name = replica.store.end(), replica.name
        for page in pages:
            waiting = _take(replica, page, areas)
            held = replica.store.find({change.at for change in waiting})
            feed = replica.store.checkpoint().feed
            missing = [c for c in waiting if c.at not in held or _is_loose(held[c.at], feed)]
            if missing and replica.name == name:
                replica.start_again()
            _carry(replica, missing, held.keys())
            is_whole = page.last
        if not is_whole:
            raise MessageUnreadable("the end is missing")
        return replica.store.end() - before


def _known(replica: Replica, here: Checkpoint, areas: Collection[str]) -> Iterator[list[Change]]:
    """What the server holds, by the word of our feed or of our receipt, and did not park."""
    for entries in _brought(replica, here, areas):
        sure = [e.change for e in entries if _agreed(here) or not replica.is_ours(e)]
        yield _merged(replica, sure)
    for ours in _ours(replica, 0, _settled(here)):
        yield _merged(replica, ours)


def _unsure(
    replica: Replica, here: Checkpoint, areas: Collection[str]
) -> Iterator[Collection[Change]]:
    """What the server is not known to hold, or may have parked without our having heard of it.

    That is also what this device made as another replica, until the digests agree again: a
    broken history is vouched for by the feed before the notices in the feed have come.
    """
    if not _agreed(here):
        for entries in _brought(replica, here, areas):
            yield _merged(replica, [e.change for e in entries if replica.is_ours(e)])
    yield from _ours(replica, _settled(here))


def _brought(replica: Replica, here: Checkpoint, areas: Collection[str]) -> Iterator[list[Entry]]:
    """What our feed vouches for, in order of arrival."""
    store, place, more = replica.store, 0, True
    while more:
        page = store.feed(place, PAGE, areas, here.name)
        entries = store.find({change.at for change in page.changes})
        found = (entries[change.at] for change in page.changes)
        yield [entry for entry in found if entry.feed == here.feed]
        place, more = page.cursor, page.more


def _settled(here: Checkpoint) -> int:
    """Up to which number our changes were at the server when our digests last agreed."""
    return min(here.sent, here.receipt.head) if _agreed(here) else 0


def _agreed(here: Checkpoint) -> bool:
    """Whether the digests ever agreed since we are this replica and read this feed."""
    return bool(here.feed) and here.receipt.feed == here.feed


def _ours(replica: Replica, after: int, until: int = 1 << 62) -> Iterator[tuple[Change, ...]]:
    name = replica.name
    while ours := replica.store.own(name, after, min(PAGE, until - after)):
        yield ours
        after = ours[-1].number


def _merged(replica: Replica, changes: Collection[Change]) -> list[Change]:
    parked = replica._parked(Entry(change) for change in changes)
    return [change for change in changes if change.at not in parked]


def _unnumbered(changes: Iterable[Change], areas: Collection[str]) -> tuple[Change, ...]:
    return tuple(replace(change, number=0) for change in changes if change.key.area in areas)


def _take(replica: Replica, page: Shared, areas: Collection[str]) -> list[Change]:
    """Merge what our feed can vouch for; return what somebody has to bring to the server."""
    here = replica.store.checkpoint()
    known = [change for change in page.known if change.key.area in areas]
    waiting = [change for change in page.waiting if change.key.area in areas]
    if not here.feed or _hub(page.feed) != _hub(here.feed):
        theirs = device_of(page.replica)  # which server is the newer one, the server will know
        return [*(c for c in known if device_of(c.replica) == theirs), *waiting]
    if page.cursor > here.cursor and set(areas) <= set(page.areas):
        replica.take_in(known, here.feed)
        if page.last:
            replica.store.save_checkpoint(here._replace(cursor=page.cursor))
    return waiting


def _hub(feed: str) -> str:
    """Whose log the feed is a part of."""
    return feed.rpartition("/")[0]


def _is_loose(entry: Entry, feed: str) -> bool:
    """Whether nobody stands for the change here: it was set aside, or shall be at the feed's end.

    The feed will not bring what lies before the cursor that the sibling gave us.
    """
    return entry.held == ASIDE or entry.feed not in ("", feed)


def _carry(replica: Replica, changes: Collection[Change], held: Collection[Timestamp]) -> None:
    """Make those changes ours to send, after what we have to send already."""
    number = replica.store.head(replica.name).number
    entries = [
        Entry(replace(change, replica=replica.name, number=number))
        for number, change in enumerate(changes, number + 1)
    ]
    replica.store.append(entry for entry in entries if entry.change.at not in held)
    replica.store.amend(entry for entry in entries if entry.change.at in held)
    replica.rebuild({change.key for change in changes})
