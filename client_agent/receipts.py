"""The province's last receipt, and the signed answer that it rests on, kept to be proved later."""

from __future__ import annotations

from base64 import b64decode, b64encode
from typing import TYPE_CHECKING, NamedTuple

from sync import seal, wire
from sync.errors import SyncError
from sync.messages import Response
from sync.words import check

from . import config
from .errors import SettingsDamaged

if TYPE_CHECKING:
    from .agent import Agent
    from .transports.http import Said

LARGEST = 64 * 1024  # bytes of an answer that are kept


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
    return {"proof": [said.nonce, b64encode(said.answer).decode()]}


def last(agent: Agent) -> Held | None:
    """The last receipt; None before the first."""
    found = agent.store().checkpoint().receipt
    if not found.wall:
        return None
    answer = proved(agent)
    said = (answer.wall, answer.head, answer.digest) if answer else ()
    is_signed = said == (found.wall, found.head, found.digest)
    return Held(found.wall, found.head, check(found.digest), f"{found.digest:032x}", is_signed)


def proved(agent: Agent) -> Response | None:
    """The answer that was kept, if the province signed it."""
    nonce, text = agent.state.get("proof", ["", ""])
    try:
        key = config.key_bytes(agent.settings.server_key)
        body = seal.opened(b64decode(text), key, seal.response_context(nonce))
        return wire.decode(Response, body)
    except (SyncError, SettingsDamaged, ValueError):
        return None
