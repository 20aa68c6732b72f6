"""The province of the pages' tests, for what is asked without a page."""

from ..web.conftest import founded, land

__all__ = ["founded", "land"]
