"""The Flask application of the hub, put together from its blueprints."""

from __future__ import annotations

from copy import copy
from functools import cache

from flask import Flask
from flask_login import LoginManager
from flask_wtf.csrf import CSRFProtect

from sync import wire

from . import admin, ambient, api, faults, security, web
from .config import Config
from .province import Province
from .sync.resume_cache import ResumeCache
from .users import users


def create_app(config: Config) -> Flask:
    """The server for the province in ``config.folder``.

    :raises NotFounded: if there is none yet
    """
    return bind(_built(), Province(config))


def bind(built: Flask, province: Province) -> Flask:
    """The pages of ``built`` for one province, with settings and a state of their own."""
    app = copy(built)
    app.extensions = {**built.extensions, "province": province, "resume_cache": ResumeCache()}
    app.config = copy(built.config)
    app.config["SECRET_KEY"] = province.secret
    security.bind(app, province.config)
    web.bind(app, province)
    return app


def build() -> Flask:
    """All that can be asked for, of no province yet: ``bind`` gives it one."""
    app = Flask(__package__, static_folder=None)
    app.config["MAX_CONTENT_LENGTH"] = wire.MOST
    _log_in(app)
    security.install(app)
    csrf = CSRFProtect(app)
    for blueprint in api.blueprints():
        csrf.exempt(blueprint)  # machines sign what they send, and have no cookies
        app.register_blueprint(blueprint)
    api.install_reading(app)
    _pages(app)
    faults.install(app)
    return app


# Hundreds of addresses and templates are compiled once a process, for however many provinces.
_built = cache(build)


def _log_in(app: Flask) -> None:
    manager = LoginManager(app)
    manager.login_view = "web.login"
    manager.login_message = None
    manager.user_loader(lambda session_id: users.from_session(ambient.province().db(), session_id))


def _pages(app: Flask) -> None:
    web.register(app)
    admin.register(app)
