"""Exchanges carried in files: all that waits in one journey, and all that is new in one journey.

Nobody can be asked again until somebody has travelled, so one journey settles everything: as many
requests as all that waits needs, and the pages of the feed to its end.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace

from . import damaged_rows, wire
from .clock import Timestamp
from .exchange import ask
from .messages import Request, Response
from .replica import Replica

BUDGET = 16 * 1024  # packed bytes of one message: what both ends hold of a bundle at a time
LEAST = 1  # packed bytes of a page that nobody reads


def requests(
    replica: Replica, budget: int = BUDGET, wanted: Collection[Timestamp] = ()
) -> Iterator[Request]:
    """The requests that together have all our changes that the server has not confirmed.

    Nothing is locked meanwhile. If the replica is renamed, the rest of the requests is left out:
    its changes travel next time, under their new numbers.

    :param budget: packed bytes of one request
    :param wanted: changes that the server cannot read any more; the first request has them, too
    """
    _pass_over(replica)
    checkpoint = replica.store.checkpoint()
    owed = damaged_rows.readable_changes(replica.store, wanted)
    more = True
    while more:
        request = ask(replica, budget, checkpoint)
        yield replace(request, restored=owed[: wire.fitting(owed, budget)])
        owed = ()
        checkpoint = checkpoint._replace(sent=request.sent + len(request.changes))
        more = request.waiting > 0 and replica.name == checkpoint.name


def _pass_over(replica: Replica) -> None:
    """Read all that waits, and set aside what cannot be read: the rest goes without it."""
    checkpoint = replica.store.checkpoint()
    after = checkpoint.sent
    while ours := replica.store.own(checkpoint.name, after, replica.page_size):
        after = ours[-1].number
    with replica.store.transaction():
        replica.pass_over()


def responses(
    exchange: Callable[[Request], Response], requests: Iterable[Request], budget: int = BUDGET
) -> Iterator[Response]:
    """Take in all requests of a bundle; return the pages that bring its device to the feed's end.

    :param exchange: takes in one request and returns its response
    :param budget: packed bytes of one page
    """
    last: Request | None = None
    for request in requests:
        if last:
            exchange(replace(last, budget=LEAST))
        last = request
    while last:
        response = exchange(replace(last, budget=budget))
        yield response
        last = _next(last, response) if response.more else None


def _next(request: Request, response: Response) -> Request:
    """What the device would ask once it has taken in that response."""
    return replace(
        request,
        sent=response.head,
        newest=response.newest,
        changes=(),
        feed=response.feed,
        cursor=response.cursor,
        mac=response.mac,
        ahead=0,
    )
