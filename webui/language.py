"""The language of a page: chosen once, kept in a cookie, Vietnamese first; its sentences."""

from __future__ import annotations

from flask import Blueprint, Flask, abort, g, redirect, request, url_for
from werkzeug.wrappers import Response

from schemas.formatting.label import LANGUAGES, Label

from .host import host
from .redirects import local_path

COOKIE, SECONDS = "lang", 365 * 24 * 3600

pages = Blueprint("language", __name__)


def install(app: Flask) -> None:
    app.register_blueprint(pages)
    app.context_processor(lambda: {"lang": language(), "spoken": spoken, "say": say})


def language() -> str:
    """The language of this page; one that there is, whatever the cookie says."""
    if "lang" not in g:
        wanted = request.cookies.get(COOKIE) or host().language()
        g.lang = wanted if wanted in LANGUAGES else LANGUAGES[0]
    return str(g.lang)


def spoken(label: Label, /, **values: object) -> str:
    """``label`` in the language of the page."""
    return (label.filled(**values) if values else label).say(language())


def say(key: str, /, **values: object) -> str:
    """The sentence of that name, in the language of the page."""
    return spoken(label_of(key), **values)


def label_of(key: str) -> Label:
    """The sentence of that name, in both languages."""
    return host().texts[key]


@pages.post("/language/<lang>")
def choose(lang: str) -> Response:
    if lang not in LANGUAGES:
        abort(404)
    answer = redirect(local_path(request.form.get("next", "")) or url_for(host().home))
    answer.set_cookie(COOKIE, lang, max_age=SECONDS, samesite="Lax")
    return answer
