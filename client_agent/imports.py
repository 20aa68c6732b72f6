"""Tables being imported at the centre, and what is kept to undo an import."""

from __future__ import annotations

import logging

from sync.errors import SyncError
from sync.stores.imports import Imports

from .workspace import Workspace

log = logging.getLogger(__name__)


def of(workspace: Workspace) -> Imports:
    return Imports.below(workspace.folder, workspace.store())


def tidy(workspace: Workspace) -> None:
    """Delete what is no longer needed: it may name a person who has just been erased."""
    try:
        of(workspace).tidy(workspace.wall())
    except (OSError, SyncError):
        log.exception("imports could not be tidied; the next run tries again")
