"""Styles and scripts, from the installed packages: nothing comes from another site."""

from __future__ import annotations

from pathlib import Path

from flask import Flask, Response, abort, send_file

from schemas import html


def install(app: Flask, folder: Path, max_age: int | None = None) -> None:
    """Serve what all pages use and the files of ``folder`` as ``/static/<name>``.

    :param max_age: seconds for which a browser need not ask again; by default it asks each
        time, so that an upgrade shows at once
    """
    html.install(app.jinja_env)
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True

    def file(name: str) -> Response:
        files = {**html.files(), **{path.name: path for path in folder.iterdir()}}
        if name not in files:
            abort(404)
        return send_file(files[name], max_age=max_age)

    app.add_url_rule("/static/<name>", "static", file)
