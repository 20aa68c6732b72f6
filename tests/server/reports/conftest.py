"""The province of the pages' tests, for reports that are asked without a page."""

from ..web.conftest import founded, land

__all__ = ["founded", "land"]
