"""The language of what the server itself says: the cookie's, Vietnamese first."""

from __future__ import annotations

from flask import request

from .texts import TEXTS

LANGUAGES = ("vi", "en")


def current() -> str:
    lang = request.cookies.get("lang", "")
    return lang if lang in LANGUAGES else LANGUAGES[0]


def say(key: str, **values: object) -> str:
    """The sentence of that name, in the language of the page."""
    return TEXTS[key].filled(**values).say(current())
