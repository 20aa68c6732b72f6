"""Switches to https by itself, once the known province answers there.

A machine that was enrolled with an http address would stay with it for ever, although the server
has a certificate by now. So https is tried once a day, after a successful sync; nobody notices
unless it works. Nothing ever falls back from https to http.
"""

from __future__ import annotations

import logging
from dataclasses import replace
from urllib.parse import urlsplit

from sync.errors import SyncError

from .. import config
from ..transports.ends import Way
from ..workspace import Workspace

log = logging.getLogger(__name__)

EVERY = 24 * 3600 * 1000  # milliseconds
TRIED = "https_tried"  # in the state: when, by this machine's clock


def try_https(workspace: Workspace) -> dict[str, object]:
    """Try https if it is time, and save the address if it works; return the fact to keep.

    The first time is a day after the first sync.
    """
    way, now = workspace.settings.way, workspace.wall()
    if not way.is_open:
        return {}
    tried: int = workspace.state.get(TRIED, 0)
    if tried and 0 <= now - tried < EVERY:
        return {}
    if tried and (address := _answering(workspace, way)):
        config.save(workspace.folder, replace(workspace.settings, server=address))
        log.info("the province answers at %s, which is used from now on", address)
    return {TRIED: now}


def candidates(server: str) -> list[str]:
    """Where an http address may be answered securely: at its own port, or at the usual one."""
    try:
        parts = urlsplit(server)
        host = f"[{parts.hostname}]" if ":" in (parts.hostname or "") else parts.hostname
    except ValueError:
        return []
    return list(dict.fromkeys([f"https://{parts.netloc}", f"https://{host}"]))


def _answering(workspace: Workspace, way: Way) -> str:
    """The https address at which our province names the key that we know; empty: none."""
    from ..transports import http  # not at the top: see ``Workspace.connect``

    for server in candidates(way.server):
        try:
            known = http.greet(way._replace(server=server))
        except SyncError as exc:
            log.info("no https at %s yet: %s", server, exc)
            continue
        if known.server_key == workspace.settings.server_key:
            return server
    return ""
