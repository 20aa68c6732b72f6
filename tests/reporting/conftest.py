"""The province of the pages' tests, for reports that are asked without a page."""

from tests.server.conftest import bare, config, province, wall
from tests.server.web.conftest import founded, land

__all__ = ["bare", "config", "founded", "land", "province", "wall"]
