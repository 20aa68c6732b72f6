"""Makes this folder a device of a centre: a key pair made here, a code, a certificate.

Nothing is changed before the province has answered. The new key is kept beside the old
one until then, so that an answer lost on its way can be asked for again with the same key
and the same code.
"""

from __future__ import annotations

import hashlib
import ipaddress
import logging
import platform
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from sync import seal
from sync.changes import device_of
from sync.errors import MessageUnreadable, NotEnrolled, PeerUnreachable, Refused
from sync.messages import Certificate, Enrolment
from sync.words import plain, words

from . import __version__, config, homes
from .errors import CodeWrong, EnrolmentFailed, OtherCentre

if TYPE_CHECKING:
    from sync.replica import Replica

    from .agent import Agent
    from .state import State

log = logging.getLogger(__name__)

NEW = "device.key.new"
NOBODY = ("connect", "plain")  # reasons after which the other way to write an address is tried


def enrol(agent: Agent, server: str, code: str, province: str = "") -> Certificate:
    """Enrol with the province at ``server``; unsent work moves along.

    If ``province`` is given, nothing changes unless that is its key.

    :raises CodeWrong:  :raises OtherCentre:
    :raises EnrolmentFailed: if the province cannot be asked, or says no
    """
    config.init(agent.folder)
    seed = _new_seed(agent)
    asked = Enrolment(
        code=plain(code),
        device=platform.node()[:100],
        key=config.key_text(seal.public_key(seed)),
        software=__version__,
    )
    address, certificate = _ask(addresses(server), asked, agent.settings.proxy)
    if province not in ("", certificate.server_key):
        raise OtherCentre(certificate.home)
    _keep(agent, address, certificate, seed)
    log.info("enrolled as %s for %s", certificate.device, certificate.home)
    return certificate


def under_its_name(replica: Replica, state: State) -> Replica:
    """The replica as the device is called now: what waits moves along, and what was made under
    a former name stays this machine's own.
    """
    formerly, before = state.get("formerly", []), device_of(replica.name)
    if before != replica.device:  # enrolled anew
        formerly = [*formerly, before]
        with replica.store.transaction():
            replica.start_again()
            state.set(formerly=formerly)
    replica.formerly = formerly
    return replica


def addresses(typed: str) -> list[str]:
    """What a person may have meant, the likeliest first.

    Without ``http://`` a name is a secure address, if anybody answers there; a machine of this
    office, which has no certificate as a rule, is not.
    """
    bare = typed.strip().rstrip("/")
    if "://" in bare:
        return [bare]
    ways = ("http", "https") if _is_near(bare) else ("https", "http")
    return [f"{way}://{bare}" for way in ways]


def _is_near(address: str) -> bool:
    """Whether that is this computer, or one of its own network."""
    try:
        host = urlsplit(f"//{address}").hostname or ""
    except ValueError:
        return False
    try:
        return ipaddress.ip_address(host).is_private
    except ValueError:
        return "." not in host


def _ask(
    addresses: list[str], asked: Enrolment, proxy: str, tried: str = ""
) -> tuple[str, Certificate]:
    """The address that answered, and its certificate; the next is tried if nobody is at one."""
    from .transports import http

    address, *others = addresses
    tried = f"{tried}, {address}" if tried else address
    try:
        return address, http.enrol(address, asked, proxy)
    except NotEnrolled as exc:
        raise CodeWrong(exc.code) from exc
    except (PeerUnreachable, Refused, MessageUnreadable) as exc:
        log.warning("enrolment at %s: %s: %s", address, type(exc).__name__, exc)
        if not others or str(exc) not in NOBODY:
            raise EnrolmentFailed(exc, tried) from exc
    return _ask(others, asked, proxy, tried)


def check_words(server_key: str) -> str:
    """Three words to compare with the province over the telephone: is it their key we have?"""
    return " ".join(words(hashlib.sha256(config.key_bytes(server_key)).digest(), 3))


def _new_seed(agent: Agent) -> bytes:
    if not (agent.folder / NEW).exists():
        agent.keys.save_seed(seal.new_seed(), NEW)
    return agent.keys.seed(NEW)


def _keep(agent: Agent, server: str, certificate: Certificate, seed: bytes) -> None:
    """Put the key in place, then the settings: with both, we are enrolled."""
    before = agent.settings
    home = before.area or agent.state.get("home", "")  # the settings may be lost, the work not
    if home not in ("", certificate.home):
        raise OtherCentre(certificate.home)
    names = certificate.names
    agent.keys.save_seed(seed)
    settings = replace(
        before,
        server=server,
        device=certificate.device,
        area=certificate.home,
        published=names.get("published", ""),
        certificate=certificate.certificate,
        server_key=certificate.server_key,
        centre=names.get("centre", ""),
        unit=names.get("unit", ""),
        province=names.get("province", ""),
    )
    config.save(agent.folder, settings)
    # What failed while we were not enrolled is over: the next attempt is the first.
    agent.state.set(home=certificate.home, last_error=None, last_attempt=0, failures=0)
    homes.keep(agent.state, names.get("homes", ""))
    (agent.folder / NEW).unlink(missing_ok=True)
