"""In which language a page speaks, and how it says things."""

from __future__ import annotations

from flask import Blueprint, Flask, abort, current_app, g, redirect, request, url_for
from werkzeug.wrappers import Response

from schemas.formatting.label import LANGUAGES, Label
from webui.redirects import local_path

from .texts import TEXTS

A_YEAR = 365 * 24 * 3600

pages = Blueprint("language", __name__)


def install(app: Flask) -> None:
    app.register_blueprint(pages)
    app.context_processor(lambda: {"lang": language(), "say": say, "spoken": spoken})


def language() -> str:
    if "lang" not in g:
        wanted = request.cookies.get("lang") or current_app.extensions["agent"].settings.language
        g.lang = wanted if wanted in LANGUAGES else "vi"
    return str(g.lang)


def spoken(label: Label, /, **values: object) -> str:
    """``label`` in the language of the page."""
    return (label.filled(**values) if values else label).say(language())


def say(key: str, /, **values: object) -> str:
    return spoken(TEXTS[key], **values)


@pages.post("/language/<lang>")
def choose(lang: str) -> Response:
    if lang not in LANGUAGES:
        abort(404)
    answer = redirect(local_path(request.form.get("next", "")) or url_for("home.show"))
    answer.set_cookie("lang", lang, max_age=A_YEAR, samesite="Lax")
    return answer
