"""Logging in and out."""

from __future__ import annotations

from flask import redirect, render_template, request, session, url_for
from flask_login import current_user, login_user, logout_user
from werkzeug.wrappers import Response

from schemas.throttle import duration
from server import ambient
from server.attempts import TooManyAttempts
from server.users import users
from server.users.users import WrongPassword
from webui.language import say
from webui.redirects import local_path

from .pages import pages

Refusal = tuple[str, int] | tuple[str, int, dict[str, str]]


@pages.get("/login")
def login() -> str | Response:
    if current_user.is_authenticated:
        return redirect(_wanted())
    return _form("")


@pages.post("/login")
def log_in() -> Response:
    name, password = request.form.get("name", ""), request.form.get("password", "")
    province = ambient.province()
    address = request.remote_addr or ""
    user = users.check(province.db(), name, password, address, province.wall())
    session.permanent = True  # so that it ends after the hours that the settings say
    login_user(user)
    return redirect(_wanted())


@pages.post("/logout")
def logout() -> Response:
    logout_user()
    session.clear()
    return redirect(url_for("web.login"))


@pages.errorhandler(WrongPassword)
def wrong(_error: WrongPassword) -> Refusal:
    return _form(say("login.wrong")), 401


@pages.errorhandler(TooManyAttempts)
def too_many(error: TooManyAttempts) -> Refusal:
    sentence = say("login.too_many", wait=duration(error.seconds))
    return _form(sentence), 429, {"Retry-After": str(error.seconds)}


def _form(complaint: str) -> str:
    name = request.form.get("name", "")
    return render_template("web/login.html", name=name, complaint=complaint, next=_next())


def _wanted() -> str:
    return _next() or url_for("web.dashboard")


def _next() -> str:
    return local_path(request.values.get("next", ""))
