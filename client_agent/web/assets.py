"""The style and the scripts, from the installed packages: nothing comes from elsewhere."""

from __future__ import annotations

from pathlib import Path

from flask import Blueprint, Flask, abort, send_file
from werkzeug.wrappers import Response

from schemas import html

pages = Blueprint("assets", __name__)
OWN = Path(__file__).parent / "static"


def install(app: Flask) -> None:
    app.register_blueprint(pages)
    html.install(app.jinja_env)
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True


@pages.get("/static/<name>")
def file(name: str) -> Response:
    files = {**html.files(), **{path.name: path for path in OWN.iterdir()}}
    if name not in files:
        abort(404)
    return send_file(files[name])  # asked again each time: an upgrade shows at once
