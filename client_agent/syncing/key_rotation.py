"""The province's newer keys, once it hands them over: checked, kept, and used from then on."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import replace

from sync import key_rotation
from sync.errors import NotSigned, StoreUnusable

from .. import config
from ..config import Settings
from ..workspace import Workspace

log = logging.getLogger(__name__)

FORMER = 3  # keys that are remembered, for receipts and for answers that are still on a stick


def take(workspace: Workspace, offered: Mapping[str, str]) -> bool:
    """Keep the newer keys that an answer brought; return whether there were any.

    Keys that the known key did not sign are ignored. Keys that cannot be written now come
    again with the next answer.
    """
    if not offered:
        return False
    settings = workspace.settings
    try:
        known = config.key_bytes(settings.server_key)
        newer = key_rotation.accepted(offered, known, settings.generation)
        if newer:
            config.save(workspace.folder, _with(settings, newer))
    except NotSigned as exc:
        log.warning("keys that were handed over are not taken: %s", exc)
        return False
    except StoreUnusable as exc:
        log.warning("newer keys cannot be kept now: %s", exc)
        return False
    if newer:
        log.info("the province's keys of generation %d are known", newer.generation)
    return newer is not None


def _with(settings: Settings, newer: key_rotation.Keys) -> Settings:
    former = [*settings.former_keys.split(), settings.server_key]
    return replace(
        settings,
        server_key=config.key_text(newer.signing),
        sealing_key=config.key_text(newer.sealing),
        generation=newer.generation,
        former_keys=" ".join(former[-FORMER:]),
    )
