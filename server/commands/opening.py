"""Opens the province for a command, and reports what opening it noticed."""

from __future__ import annotations

from server.config import Config
from server.province import Province

from .speech import tell


def open_province(config: Config) -> Province:
    """The province of the folder.

    :raises NotFounded:  :raises SecretsUnusable:
    """
    province = Province(config)
    tell_if_put_back(province)
    return province


def tell_if_put_back(province: Province) -> None:
    """A database that went back is noticed once; the command that notices it says so."""
    if province.was_put_back:
        tell("cli.put_back", name=province.hub().name)
