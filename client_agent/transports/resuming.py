"""Resumes an exchange where the link was cut, as long as enough bytes come each time.

On a link that is cut every hundred kilobytes, sending a batch of sixteen again costs one byte in
fourteen. A server that has dropped what had come is sent all of it; one that cannot resume answers
something else, and the exchange fails, as it always could. It also fails after a while: a request
carries the time at which it was made, and a portal that sends fewer bytes than it announces would
keep us for ever.
"""

from __future__ import annotations

from http import HTTPStatus
from time import monotonic

from sync.wire import resume
from sync.wire.resume import Rest

from .posting import BrokenOff, Poster

EXCHANGES, RESTS = "sync", "sync/rest"
LEAST = 512  # bytes that must have come, up or down, to try once more
TIMES, WITHIN = 8, 30.0  # cuts; seconds since the request was sent

Patience = tuple[float, float]


def carried(post: Poster, path: str, body: bytes, patience: Patience) -> tuple[int, bytes]:
    """POST it; the status and the bytes of the answer.

    :raises PeerUnreachable: if the link was cut, and there was no going on
    """
    until = monotonic() + WITHIN
    try:
        return post(path, body, patience)
    except BrokenOff as exc:
        if path != EXCHANGES or (len(body) < resume.WORTH and not exc.came):
            raise
        return _went_on(post, body, patience, exc, until)


def _went_on(
    post: Poster, body: bytes, patience: Patience, broken: BrokenOff, until: float
) -> tuple[int, bytes]:
    name, came, far = resume.name(body), broken.came, -LEAST
    for _ in range(TIMES):
        if monotonic() > until:
            break
        was_there = far
        try:
            status, answer = post(RESTS, Rest(name, len(came)).pack(), patience)
            if status == HTTPStatus.OK:
                return status, came + answer
            there = int.from_bytes(answer, "big")
            if status != HTTPStatus.ACCEPTED or there < far + LEAST:
                break
            came, far, start = b"", there, min(there, len(body) - 1)
            status, answer = post(RESTS, Rest(name, 0, start, body[start:]).pack(), patience)
            if status != HTTPStatus.ACCEPTED:
                return status, answer
        except BrokenOff as exc:
            if far == was_there and len(exc.came) < LEAST:
                break
            came += exc.came
    raise broken
