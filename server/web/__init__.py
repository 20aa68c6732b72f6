"""People read and decide here."""

from __future__ import annotations

from flask import Flask

from server.reports.snapshot import prepare


def register(app: Flask) -> None:
    """Add the pages, their templates, and the indexes that their figures lean on."""
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
    prepare(app.extensions["province"].db())
    app.register_blueprint(pages)
