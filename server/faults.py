"""What a person or a program is told when a page cannot be shown.

Programs (below ``/api/``) get JSON, people get a page: a sentence, and what to do. Nobody
gets a traceback; a defect goes to the log with a code that a person can read out.
"""

from __future__ import annotations

import logging
import secrets
import sqlite3

from flask import Flask, Response, current_app, jsonify, render_template_string, request
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException

from sync.errors import StoreUnusable
from webui.language import language

from .language import say
from .texts import TEXTS

API = "/api/"
WORDS = """
<h1>{{ title }}</h1>
<p>{{ sentence }}</p>
{% if code %}<p>{{ support }} <strong class="font-monospace">{{ code }}</strong></p>{% endif %}
<p><a class="btn btn-primary" href="/">{{ home }}</a></p>
"""
FRAMED = (
    '{% extends "schemas/layout.html" %}{% block title %}{{ title }}{% endblock %}'
    "{% block page %}" + WORDS + "{% endblock %}"
)
BARE = (
    '<!doctype html><html lang="{{ lang }}"><meta charset="utf-8"><title>{{ title }}</title>'
    "<body>" + WORDS + "</body></html>"
)
log = logging.getLogger(__name__)

Answer = tuple[Response | str, int]


def install(app: Flask) -> None:
    app.register_error_handler(CSRFError, _out_of_date)
    app.register_error_handler(HTTPException, _refused)
    app.register_error_handler(StoreUnusable, _unusable)
    app.register_error_handler(sqlite3.DatabaseError, _unusable)
    for ours in (sqlite3.IntegrityError, sqlite3.ProgrammingError):
        app.register_error_handler(ours, _defect)
    app.register_error_handler(Exception, _defect)


def _out_of_date(_error: CSRFError) -> Answer:
    return _told(400, "fault.form")


def _refused(error: HTTPException) -> Answer | HTTPException:
    if error.code is None or error.code < 400:
        return error  # a redirect
    said = str(error.description)  # the name of a sentence of our own, or words of the framework
    key = said if said in TEXTS else f"fault.{error.code}"
    wrong = getattr(error, "data", {}).get("messages", {})  # of a machine's parameters
    body, status = _told(error.code, key if key in TEXTS else "fault.other", errors=wrong)
    if isinstance(body, str):
        body = Response(body)
    for name, value in error.get_headers():
        if name.lower() in ("allow", "retry-after", "www-authenticate"):
            body.headers[name] = value
    return body, status


def _unusable(error: Exception) -> Answer:
    log.error("the database cannot be used at %s", request.path, exc_info=error)
    return _told(503, "fault.store")


def _defect(error: Exception) -> Answer:
    code = secrets.token_hex(3).upper()
    log.error("defect %s at %s", code, request.path, exc_info=error)
    return _told(500, "fault.500", code)


def _told(status: int, key: str, code: str = "", errors: dict[str, object] | None = None) -> Answer:
    if request.path.startswith(API):
        vi, en = TEXTS[key]
        told = {"status": status, "vi": vi, "en": en, "support": code}
        return jsonify(told | ({"errors": errors} if errors else {})), status
    said = {"title": say("fault.title"), "sentence": say(key), "home": say("fault.home")}
    shown = {**said, "lang": language(), "code": code, "support": say("fault.support")}
    return _drawn(shown), status


def _drawn(told: dict[str, str]) -> str:
    try:
        return render_template_string(FRAMED, **told)
    except Exception:  # the frame itself may be what failed, or the database behind it
        log.exception("the frame of the page cannot be drawn")
        return current_app.jinja_env.from_string(BARE).render(told)
