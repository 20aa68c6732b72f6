"""The hub: takes in the centres' changes, shows the province what they amount to.

Importing the package loads nothing of it, so that ``server.__main__`` can say in a sentence that
this computer has the centre's install only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .app import bind, build, create_app
    from .config import Config
    from .province import Province

__all__ = ["Config", "Province", "bind", "build", "create_app"]


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from . import app

    return getattr(app, name)
