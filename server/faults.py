"""The answer to a person or a program when a page cannot be shown.

Programs (below ``/api/``) get JSON, people get a page: a sentence, and what to do. Nobody
gets a traceback; a defect goes to the log with a code that a person can read out.
"""

from __future__ import annotations

import logging
import sqlite3

from flask import Flask, Response, jsonify, request
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException

from sync.errors import StoreUnusable
from webui import errors
from webui.language import say

from .texts import TEXTS

API = "/api/"
log = logging.getLogger(__name__)

Answer = tuple[Response, int]


def install(app: Flask) -> None:
    app.register_error_handler(CSRFError, _out_of_date)
    app.register_error_handler(HTTPException, _refused)
    app.register_error_handler(StoreUnusable, _unusable)
    app.register_error_handler(sqlite3.DatabaseError, _unusable)
    for ours in (sqlite3.IntegrityError, sqlite3.ProgrammingError):
        app.register_error_handler(ours, _defect)
    app.register_error_handler(Exception, _defect)


def _out_of_date(_error: CSRFError) -> Answer:
    return _answer(400, "fault.form")


def _refused(error: HTTPException) -> Answer | HTTPException:
    if error.code is None or error.code < 400:
        return error  # a redirect
    name = str(error.description)  # of a sentence of our own, or the words of the framework
    key = name if name in TEXTS else f"fault.{error.code}"
    wrong = getattr(error, "data", {}).get("messages", {})  # of a machine's parameters
    body, status = _answer(error.code, key if key in TEXTS else "fault.other", wrong=wrong)
    errors.kept_headers(error, body)
    return body, status


def _unusable(error: Exception) -> Answer:
    log.error("the database cannot be used at %s", request.path, exc_info=error)
    return _answer(503, "fault.store")


def _defect(error: Exception) -> Answer:
    return _answer(500, "fault.500", errors.support_code(error))


def _answer(
    status: int, key: str, code: str = "", wrong: dict[str, object] | None = None
) -> Answer:
    """JSON for programs, a page for people."""
    if request.path.startswith(API):
        vi, en = TEXTS[key]
        answer = {"status": status, "vi": vi, "en": en, "support": code}
        return jsonify(answer | ({"errors": wrong} if wrong else {})), status
    ways = {"/": say("fault.home")}
    page = errors.page(say("fault.title"), say(key), ways, code, say("fault.support"))
    return Response(page), status
