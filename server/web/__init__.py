"""People read and decide here."""

from __future__ import annotations

from flask import Flask

from server.province import Province
from server.reports.snapshot import prepare


def register(app: Flask) -> None:
    """Add the pages and their templates."""
    from . import (  # noqa: F401  # each adds its pages to the blueprint
        assets,
        attention,
        bundles,
        choosing,
        consents,
        criteria,
        dashboard,
        deciding,
        devices,
        dictionary,
        evaluations,
        exports,
        intakes,
        login,
        printing,
        records,
        registers,
        surroundings,
        totals,
        verifying,
        writing,
    )
    from .pages import pages

    assets.install(app)
    intakes.install(app)
    app.register_blueprint(pages)


def bind(app: Flask, province: Province) -> None:
    """Add the indexes that the figures lean on, and a list of what is at work."""
    from . import exports, intakes

    prepare(province.db())
    intakes.bind(app)
    exports.bind(app, province)
