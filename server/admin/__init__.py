"""People of the province set up here: centres and codes, devices, users."""

from __future__ import annotations

from flask import Flask


def register(app: Flask) -> None:
    """Add the pages under ``/admin``; their frame is that of the province's other pages."""
    from . import centres, devices, recovery, retention, tokens, users, verifiers  # noqa: F401
    from .pages import pages

    app.register_blueprint(pages)
