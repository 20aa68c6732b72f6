"""The province as the pages that both applications share see it."""

from __future__ import annotations

from flask_login import current_user

from schemas.formatting.label import LANGUAGES
from server.texts import TEXTS as OTHERS

from .texts import TEXTS


class ProvinceHost:
    home = "web.dashboard"
    error_frame = "schemas/layout.html"
    texts = OTHERS | TEXTS

    def person(self) -> str:
        return str(current_user.name) if current_user.is_authenticated else ""

    def language(self) -> str:
        return LANGUAGES[0]
