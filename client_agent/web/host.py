"""The centre as the pages that both applications share see it."""

from __future__ import annotations

from .context import agent, me
from .texts import TEXTS


class CentreHost:
    home = "home.show"
    error_frame = "agent/base.html"
    texts = TEXTS

    def person(self) -> str:
        return me()

    def language(self) -> str:
        return agent().settings.language
