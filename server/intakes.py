"""Where the tables lie that offices bring in, and all that is kept to take them back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sync.stores.intakes import Intakes

if TYPE_CHECKING:
    from .province import Province

FOLDER = "intakes"


def desk(province: Province) -> Intakes:
    return Intakes(province.store(), province.config.folder / FOLDER)


def tidy(province: Province) -> None:
    """Keep nothing of them that is of no use any more: somebody may just have been erased."""
    desk(province).tidy(province.wall())
