"""Goes on with an exchange where the link broke off, as long as each time enough has come.

On a link that is cut every hundred kilobytes, to say a batch of sixteen once more costs one byte
in fourteen. A server that forgot what had come is sent all of it; one that cannot do this says
something else, and the exchange is lost, as it always could be.
"""

from __future__ import annotations

from http import HTTPStatus

from sync import rest
from sync.rest import Rest

from .posting import BrokenOff, Poster

EXCHANGES, RESTS = "sync", "sync/rest"
WORTH = 1024  # bytes of a request; one that is smaller is as quickly said again
LEAST = 512  # bytes that must have come, up or down, to try once more

Patience = tuple[float, float]


def carried(post: Poster, path: str, body: bytes, patience: Patience) -> tuple[int, bytes]:
    """POST it; the status and the bytes of the answer.

    :raises PeerUnreachable: if it broke off, and there was no going on
    """
    try:
        return post(path, body, patience)
    except BrokenOff as exc:
        if path != EXCHANGES or (len(body) < WORTH and not exc.came):
            raise
        return _went_on(post, body, patience, exc)


def _went_on(post: Poster, body: bytes, patience: Patience, broken: BrokenOff) -> tuple[int, bytes]:
    name, came, far = rest.name(body), broken.came, -LEAST
    while True:
        try:
            status, answer = post(RESTS, Rest(name, len(came)).pack(), patience)
        except BrokenOff as exc:
            if len(exc.came) < LEAST:
                raise broken from exc
            came += exc.came
            continue
        if status == HTTPStatus.OK:
            return status, came + answer
        there = int.from_bytes(answer, "big")
        if status != HTTPStatus.ACCEPTED or there < far + LEAST:
            raise broken
        far, start = there, min(there, len(body) - 1)
        try:
            status, answer = post(RESTS, Rest(name, 0, start, body[start:]).pack(), patience)
            if status != HTTPStatus.ACCEPTED:
                return status, answer
            came = b""
        except BrokenOff as exc:
            came = exc.came
