"""The server's sentences outside the province's own pages, in the language of the page."""

from __future__ import annotations

from webui.language import spoken

from .texts import TEXTS


def say(key: str, /, **values: object) -> str:
    """The sentence of that name."""
    return spoken(TEXTS[key], **values)
