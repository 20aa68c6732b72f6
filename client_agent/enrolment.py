"""Makes this folder a device of a centre: a key pair made here, a code, a certificate.

Nothing is changed before the province has answered. The new key is kept beside the old
one until then, so that an answer lost on its way can be asked for again with the same key
and the same code.
"""

from __future__ import annotations

import hashlib
import logging
import platform
from dataclasses import replace
from typing import TYPE_CHECKING

from sync import seal
from sync.errors import NotEnrolled
from sync.messages import Certificate, Enrolment
from sync.words import plain, words

from . import __version__, config
from .errors import CodeWrong, OtherCentre

if TYPE_CHECKING:
    from .agent import Agent

log = logging.getLogger(__name__)

NEW = "device.key.new"


def enrol(agent: Agent, server: str, code: str) -> Certificate:
    """Enrol with the province at ``server``; unsent work moves along.

    An address without ``http://`` is taken to be a secure one.

    :raises CodeWrong:  :raises OtherCentre:  :raises PeerUnreachable:  :raises Refused:
    """
    from .transports import http

    server = server.strip().rstrip("/")
    server = server if "://" in server else f"https://{server}"
    config.init(agent.folder)
    seed = _new_seed(agent)
    asked = Enrolment(
        code=plain(code),
        device=platform.node()[:100],
        key=config.key_text(seal.public_key(seed)),
        software=__version__,
    )
    try:
        certificate = http.enrol(server, asked, agent.settings.proxy)
    except NotEnrolled as exc:
        raise CodeWrong(exc.code) from exc
    _keep(agent, server, certificate, seed)
    log.info("enrolled as %s for %s", certificate.device, certificate.home)
    return certificate


def check_words(server_key: str) -> str:
    """Three words to compare with the province over the telephone: is it their key we have?"""
    return " ".join(words(hashlib.sha256(config.key_bytes(server_key)).digest(), 3))


def _new_seed(agent: Agent) -> bytes:
    new = agent.folder / NEW
    if not new.exists():
        config.save_device_seed(agent.folder, seal.new_seed(), NEW)
    return new.read_bytes()


def _keep(agent: Agent, server: str, certificate: Certificate, seed: bytes) -> None:
    """Put the key in place, then the settings: with both, we are enrolled."""
    before = agent.settings
    home = before.area or agent.state.get("home", "")  # the settings may be lost, the work not
    if home not in ("", certificate.home):
        raise OtherCentre(certificate.home)
    names = certificate.names
    config.save_device_seed(agent.folder, seed)
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
    agent.state.set(home=certificate.home)
    (agent.folder / NEW).unlink(missing_ok=True)
