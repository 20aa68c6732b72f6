"""Makes this folder a device of a centre: a key pair made here, a code, a certificate.

First the server introduces itself with its keys; then the code is sent, sealed for them. Where
the connection proves nothing (http), a person first compares the check words of the keys with the
province. Nothing is changed before the province has answered. Until then the new key is kept
beside the old one, so that a lost answer can be requested again with the same key and code.
"""

from __future__ import annotations

import hashlib
import ipaddress
import logging
import platform
from collections.abc import Callable
from dataclasses import replace
from urllib.parse import urlsplit

from sync.check_words import plain, words
from sync.errors import MessageUnreadable, NotEnrolled, PeerUnreachable, Refused
from sync.messages import Certificate, Enrolment, Introduction
from sync.wire import envelope, seal

from .. import __version__, centre, config
from ..config import Settings
from ..errors import CodeWrong, EnrolmentFailed, KeyUnconfirmed, OtherCentre, OtherProvince
from ..transports.ends import Way
from ..workspace import Workspace

log = logging.getLogger(__name__)

NOBODY = ("connect", "plain")  # reasons after which the other way to write an address is tried


def confirm_nothing(_words: str) -> bool:
    """Return False: there is no person to compare the words."""
    return False


def enrol(
    workspace: Workspace,
    server: str,
    code: str,
    province: str = "",
    confirm: Callable[[str], bool] = confirm_nothing,
) -> Certificate:
    """Enrol with the province at ``server``; unsent work moves along.

    :param province: nothing changes unless that is its key
    :param confirm: asks a person whether these are the words of the province's key; only where
        the way proves nothing, and that key is not known here
    :raises KeyUnconfirmed: if they are not  :raises OtherProvince:  in both cases no code was sent
    :raises CodeWrong:  :raises OtherCentre:
    :raises EnrolmentFailed: if the province cannot be asked, or says no
    """
    config.init(workspace.folder)
    settings, seed = workspace.settings, _new_seed(workspace)
    way, known = _greet([replace(settings, server=url).way for url in addresses(server)])
    if province not in ("", known.server_key):
        raise OtherProvince(way.server)
    is_known = not way.is_open or known.server_key in (province, settings.server_key)
    if not is_known and not confirm(check_words(known.server_key)):
        raise KeyUnconfirmed(way.server)
    certificate = _ask(way, known, _enrolment(code, seed), seed)
    _keep(workspace, replace(settings, server=way.server), certificate, seed)
    log.info("enrolled as %s for %s", certificate.device, certificate.home)
    return certificate


def _enrolment(code: str, seed: bytes) -> Enrolment:
    return Enrolment(
        code=plain(code),
        device=platform.node()[:100],
        key=config.key_text(seal.public_key(seed)),
        software=__version__,
        nonce=envelope.nonce_text(envelope.new_nonce()),
    )


def addresses(typed: str) -> list[str]:
    """The addresses that a person may have meant, the likeliest first.

    An address without ``http://`` means https and nothing else, whoever answers there, except for
    a machine of this office: usually it has no certificate, and no outsider is on the way to it.
    """
    bare = typed.strip().rstrip("/")
    if "://" in bare:
        return [bare]
    ways = ("http", "https") if _is_near(bare) else ("https",)
    return [f"{way}://{bare}" for way in ways]


def _is_near(address: str) -> bool:
    """Whether the address is this computer's, or in its own network. A name may be anybody's."""
    try:
        host = urlsplit(f"//{address}").hostname or ""
    except ValueError:
        return False
    try:
        return ipaddress.ip_address(host).is_private
    except ValueError:
        return host == "localhost"


def _greet(ways: list[Way], tried: str = "") -> tuple[Way, Introduction]:
    """The first way on which a server answered, and its introduction."""
    from ..transports import http  # not at the top: see ``Workspace.connect``

    way, *others = ways
    tried = f"{tried}, {way.server}" if tried else way.server
    try:
        return way, http.greet(way)
    except (PeerUnreachable, Refused, MessageUnreadable) as exc:
        log.warning("greeting at %s: %s: %s", way.server, type(exc).__name__, exc)
        if not others or str(exc) not in NOBODY:
            raise EnrolmentFailed(exc, tried) from exc
    return _greet(others, tried)


def _ask(way: Way, known: Introduction, asked: Enrolment, seed: bytes) -> Certificate:
    from ..transports import http  # not at the top: see ``Workspace.connect``

    try:
        return http.enrol(way, known, asked, seed)
    except NotEnrolled as exc:
        raise CodeWrong(exc.code) from exc
    except (PeerUnreachable, Refused, MessageUnreadable) as exc:
        log.warning("enrolment at %s: %s: %s", way.server, type(exc).__name__, exc)
        raise EnrolmentFailed(exc, way.server) from exc


def check_words(server_key: str) -> str:
    """Three words to compare with the province by telephone, made from its key."""
    return " ".join(words(hashlib.sha256(config.key_bytes(server_key)).digest(), 3))


def _new_seed(workspace: Workspace) -> bytes:
    if not (workspace.folder / config.NEW_SEED).exists():
        workspace.keys.save_seed(seal.new_seed(), config.NEW_SEED)
    return workspace.keys.seed(config.NEW_SEED)


def _keep(workspace: Workspace, before: Settings, certificate: Certificate, seed: bytes) -> None:
    """Write the key, then the settings: with both, the machine is enrolled."""
    home = before.area or workspace.state.get("home", "")  # the settings may be lost, the work not
    if home not in ("", certificate.home):
        raise OtherCentre(certificate.home)
    names = certificate.names
    workspace.keys.save_seed(seed)
    settings = replace(
        before,
        device=certificate.device,
        area=certificate.home,
        published=names.get("published", ""),
        certificate=certificate.certificate,
        server_key=certificate.server_key,
        sealing_key=certificate.sealing_key,
        generation=certificate.generation,
        centre=names.get("centre", ""),
        unit=names.get("unit", ""),
        province=names.get("province", ""),
    )
    config.save(workspace.folder, settings)
    # What failed while we were not enrolled is over: the next attempt is the first.
    workspace.state.set(home=certificate.home, last_error=None, last_attempt=0, failures=0)
    centre.keep_history(workspace.state, names.get("homes", ""))
    (workspace.folder / config.NEW_SEED).unlink(missing_ok=True)
