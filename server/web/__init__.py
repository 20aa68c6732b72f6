"""People read and decide here."""

from __future__ import annotations

from pathlib import Path

from flask import Flask

import webui
from reporting.snapshot import prepare
from server.province import Province
from webui.imports import views as import_views


def register(app: Flask) -> None:
    """Add the pages and their templates."""
    # Each module adds its pages to the blueprint when it is imported.
    from . import devices, dictionary, form_context, login  # noqa: F401
    from .conflicts import views as conflicts  # noqa: F401
    from .evaluation import criteria, verifying  # noqa: F401
    from .evaluation import views as evaluations  # noqa: F401
    from .figures import dashboard, totals  # noqa: F401
    from .files import bundles  # noqa: F401
    from .files.exports import export_pages
    from .host import ProvinceHost
    from .imports.views import imports as import_pages
    from .pages import pages
    from .records import consents, printing, registers, writing  # noqa: F401
    from .records import views as records  # noqa: F401
    from .summaries import views as summaries  # noqa: F401

    webui.install(app, ProvinceHost(), Path(__file__).parent / "static", max_age=3600)
    form_context.install(app)
    app.register_blueprint(pages)
    app.register_blueprint(import_pages)
    app.register_blueprint(export_pages)


def bind(app: Flask, province: Province) -> None:
    """Add the indexes that the figures lean on, and a list of what is at work."""
    from .files import exports

    prepare(province.db())
    import_views.bind(app)
    exports.bind(app, province)
