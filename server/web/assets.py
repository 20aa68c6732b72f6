"""The style of the pages, from the installed packages: nothing comes from elsewhere."""

from __future__ import annotations

from pathlib import Path

from flask import Flask, Response, abort, send_file

from schemas import html

OWN = Path(__file__).parent / "static"


def install(app: Flask) -> None:
    html.install(app.jinja_env)
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.add_url_rule("/static/<name>", "static", file)


def file(name: str) -> Response:
    files = {**html.files(), **{path.name: path for path in OWN.iterdir()}}
    if name not in files:
        abort(404)
    return send_file(files[name], max_age=3600)
