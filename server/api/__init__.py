"""Machines talk here."""

from __future__ import annotations

from flask import Blueprint, Flask
from flask_smorest import Api

from schemas.record import record_types


class _Api(Api):  # type: ignore[misc]  # flask_smorest has no types
    """Leaves errors to ``server.faults``.

    flask-smorest would answer those of pages, too, and drop the headers that say how to go on.
    """

    def _register_error_handlers(self) -> None:
        pass


def blueprints() -> tuple[Blueprint, ...]:
    from . import enrol, openapi, sync

    return (sync.bp, enrol.bp, openapi.bp)


def install_reading(app: Flask) -> None:
    """Add what programs with a token may read, and what the document says of it."""
    from . import documentation, openapi, places, reading, summaries

    about = {"API_TITLE": openapi.TITLE, "API_VERSION": openapi.VERSION}
    app.config.update(about, OPENAPI_VERSION=openapi.OPENAPI)
    api = _Api(app)
    app.extensions["api"] = api
    api.spec.components.schema("problem", documentation.PROBLEM)
    for schema in record_types().values():
        api.spec.components.schema(f"{schema.record_type}.read", documentation.values(schema))
    api.spec.components.security_scheme("token", {"type": "http", "scheme": "bearer"})
    api.register_blueprint(reading.bp)
    api.register_blueprint(places.bp)
    api.register_blueprint(summaries.bp)
