"""The province's last receipt, and the signed confirmation that it rests on, kept to be shown."""

from __future__ import annotations

from base64 import b64decode, b64encode
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from sync import wire
from sync.check_words import check
from sync.errors import NotSigned, SyncError
from sync.messages import Request, Response
from sync.wire import envelope, seal
from sync.wire.seal import Asked

from ..errors import AgentError
from ..workspace import Workspace

if TYPE_CHECKING:
    from ..transports.ends import Ends
    from ..transports.http import Said

LARGEST = 64 * 1024  # bytes of an answer that are kept
NO_PROOF = ["", "", "", 0, envelope.PLAIN, ""]


class Held(NamedTuple):
    """A receipt as it is shown; ``changes`` and ``records`` of this machine and its centre."""

    wall: int  # when, by the province's clock
    head: int  # changes of this machine that it then held
    words: str  # that are read out over the telephone
    digest: str
    signed: bool  # the province's signature under just this is kept, and good


def fact(said: Said) -> dict[str, object]:
    """What is to be kept of an answer; nothing of one that brought very much."""
    if len(said.answer) > LARGEST:
        return {}
    return {"proof": [*said.asked, said.form, b64encode(said.answer).decode()]}


def last(workspace: Workspace) -> Held | None:
    """The last receipt; None before the first."""
    found = workspace.store().checkpoint().receipt
    if not found.wall:
        return None
    answer = confirmation(workspace)
    said = (answer.wall, answer.head, answer.digest) if answer else ()
    is_signed = said == (found.wall, found.head, found.digest)
    return Held(found.wall, found.head, check(found.digest), f"{found.digest:032x}", is_signed)


def confirmation(workspace: Workspace) -> Response | None:
    """The answer that was kept, if the province signed it."""
    *about, form, text = workspace.state.get("proof", NO_PROOF)
    try:
        asked, ends = Asked(*about), workspace.ends()
        answer = _opened(b64decode(text), ends, seal.response_context(asked))
        body = envelope.unsealed(form, answer, ends.seed)
        request = Request(asked.replica, feed=asked.feed, cursor=asked.cursor)
        return wire.decode(Response, body, request)
    except (SyncError, AgentError, ValueError, TypeError):  # of an older version, or damaged
        return None


def _opened(data: bytes, ends: Ends, context: bytes) -> bytes:
    """What the province signed, by the key of today or, before it was renewed, one of before.

    :raises NotSigned:
    """
    for key in ends.former_keys:
        with suppress(NotSigned):
            return seal.opened(data, key, context)
    return seal.opened(data, ends.server_key, context)
