"""Tables being imported by the offices, and what is kept to undo an import."""

from __future__ import annotations

from sync.stores.imports import Imports

from .province import Province


def of(province: Province) -> Imports:
    return Imports.below(province.config.folder, province.store())


def tidy(province: Province) -> None:
    """Delete what is no longer needed: it may name a person who has just been erased."""
    of(province).tidy(province.wall())
