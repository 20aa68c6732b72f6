"""Choosing the language of the pages."""

from __future__ import annotations

from flask import abort, redirect, request, url_for
from werkzeug.wrappers import Response

from server import language
from webui.redirects import local_path

from .pages import pages

YEAR = 365 * 24 * 3600


@pages.post("/language/<lang>")
def choose_language(lang: str) -> Response:
    if lang not in language.LANGUAGES:
        abort(404)
    answer = redirect(local_path(request.form.get("next", "")) or url_for("web.dashboard"))
    answer.set_cookie("lang", lang, max_age=YEAR, samesite="Lax")
    return answer
