"""The hub: takes in the centres' changes, shows the province what they amount to."""

from __future__ import annotations

from flask import Flask
from flask_login import LoginManager
from flask_wtf.csrf import CSRFProtect

from sync import wire

from . import admin, api, faults, security, users, web
from .config import Config
from .province import Province

__all__ = ["Config", "Province", "create_app"]


def create_app(config: Config) -> Flask:
    """The server for the province in ``config.folder``.

    :raises NotFounded: if there is none yet
    """
    province = Province(config)
    app = Flask(__name__, static_folder=None)
    app.extensions["province"] = province
    app.config.update(SECRET_KEY=province.secret, MAX_CONTENT_LENGTH=wire.MOST)
    _log_in(app, province)
    security.install(app, config)
    csrf = CSRFProtect(app)
    for blueprint in api.blueprints():
        csrf.exempt(blueprint)  # machines sign what they send, and have no cookies
        app.register_blueprint(blueprint)
    api.install_reading(app)
    _pages(app)
    faults.install(app)
    return app


def _log_in(app: Flask, province: Province) -> None:
    manager = LoginManager(app)
    manager.login_view = "web.login"
    manager.login_message = None
    manager.user_loader(lambda session_id: users.from_session(province.db(), session_id))


def _pages(app: Flask) -> None:
    web.register(app)
    admin.register(app)
