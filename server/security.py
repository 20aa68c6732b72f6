"""What every page is sent with, so that a browser keeps others out of it."""

from __future__ import annotations

from datetime import timedelta

from flask import Flask, Response, request, session
from flask.sessions import SecureCookieSessionInterface, SessionMixin
from flask_login import current_user

from webui.headers import harden

from .bundles.checking import MOST_UPLOAD
from .config import IDLE_HOURS, Config

STATIC, API, UPLOADS = "/static/", "/api/", "/bundles"
RECORDS, TABLES = "/records/", "/intake/"
MOST_TABLE = 16 << 20  # bytes of a table that an office brings in


class PageSessions(SecureCookieSessionInterface):
    """Sessions are for people: a machine's answer carries nothing of them."""

    def save_session(self, app: Flask, session: SessionMixin, response: Response) -> None:
        if not request.path.startswith(API):
            super().save_session(app, session, response)


def install(app: Flask) -> None:
    app.config.update(
        PERMANENT_SESSION_LIFETIME=timedelta(hours=IDLE_HOURS),
        SESSION_COOKIE_NAME="khuyenhoc",
        SESSION_COOKIE_SAMESITE="Lax",
        WTF_CSRF_TIME_LIMIT=None,  # a form may lie open all day; the session is what ends
    )
    app.session_interface = PageSessions()
    app.before_request(_lasting)
    app.before_request(_larger)
    app.after_request(_guarded)


def bind(app: Flask, config: Config) -> None:
    app.config["SESSION_COOKIE_SECURE"] = config.https


def _lasting() -> None:
    """Let the session end by its idle time, and not only with the browser."""
    if request.path.startswith((API, STATIC)):
        return
    if current_user.is_authenticated:
        session.permanent = True


def _larger() -> None:
    """Files from sticks are larger than forms; who sends them is known before they are read."""
    if request.path == UPLOADS and current_user.is_authenticated:
        request.max_content_length = MOST_UPLOAD
    is_table = request.path.startswith(RECORDS) and request.path.endswith(TABLES)
    if is_table and current_user.is_authenticated:
        request.max_content_length = MOST_TABLE


def _guarded(response: Response) -> Response:
    if request.path.startswith(API):
        return response  # no browser reads it, and on a slow link every header costs
    return harden(response)
