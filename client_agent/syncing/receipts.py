"""The province's last receipt, and the signed answer that proves it, kept to be shown."""

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
from ..transports.ends import Ends
from ..workspace import Workspace

if TYPE_CHECKING:
    from ..transports.http import SignedAnswer

LARGEST = 64 * 1024  # bytes of an answer that are kept
NO_PROOF = ["", "", "", 0, envelope.PLAIN, ""]


class ShownReceipt(NamedTuple):
    """A receipt as it is shown."""

    wall: int  # when, by the province's clock
    head: int  # changes of this machine that the province had then
    words: str  # to be read out over the telephone
    digest: str
    signed: bool  # the province's valid signature under exactly this is kept


def fact(signed: SignedAnswer) -> dict[str, object]:
    """The fact to keep of an answer; nothing of a very long one."""
    if len(signed.answer) > LARGEST:
        return {}
    return {"proof": [*signed.asked, signed.form, b64encode(signed.answer).decode()]}


def last(workspace: Workspace) -> ShownReceipt | None:
    """The last receipt; None before the first."""
    receipt = workspace.store().checkpoint().receipt
    if not receipt.wall:
        return None
    answer = confirmation(workspace)
    signed = (answer.wall, answer.head, answer.digest) if answer else ()
    is_signed = signed == (receipt.wall, receipt.head, receipt.digest)
    digest = receipt.digest
    return ShownReceipt(receipt.wall, receipt.head, check(digest), f"{digest:032x}", is_signed)


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
    """What the province signed with its key, or with a former one.

    :raises NotSigned:
    """
    for key in ends.former_keys:
        with suppress(NotSigned):
            return seal.opened(data, key, context)
    return seal.opened(data, ends.server_key, context)
