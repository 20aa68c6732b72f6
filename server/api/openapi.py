"""What the API offers, as an OpenAPI document; and whether the server is well."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, current_app

from schemas.export.openapi import components
from server.ambient import province
from sync import wire

from .errors import STATUS

bp = Blueprint("openapi", __name__)
TITLE = "Khuyến Học"
VERSION = "1"  # of the API, as in its paths
OPENAPI = "3.1.0"
MESSAGES = {
    "/api/v1/sync": ("Request", "Response", "Take in changes, hand back those not seen"),
    "/api/v1/sync/rest": (
        "Rest",
        "Response",
        "Go on with an exchange that was cut",
        "How much has arrived",
    ),
    "/api/v1/questions": ("Question", "Reply", "Find out where records differ"),
    "/api/v1/enrol": ("Enrolment", "Certificate", "Enrol a machine that knows a code"),
}


@bp.get("/api/v1/openapi.json")
def document() -> dict[str, Any]:
    reading = current_app.extensions["api"].spec.to_dict()
    known = {**components(), **reading["components"]}
    known["schemas"] = {**components()["schemas"], **reading["components"]["schemas"]}
    return {
        "openapi": OPENAPI,
        "info": {"title": TITLE, "version": VERSION},
        "paths": reading["paths"]
        | {path: {"post": _operation(*message)} for path, message in MESSAGES.items()}
        | {"/healthz": {"get": {"responses": {"200": {"description": "The server is well"}}}}},
        "components": known,
    }


@bp.get("/healthz")
def health() -> dict[str, str]:
    """Answers only if the database does."""
    province().store().checkpoint()
    return {"status": "ok"}


def _operation(asked: str, answered: str, summary: str, accepted: str = "") -> dict[str, Any]:
    refusals = {
        str(status): {"description": f"A signed Refusal: {', '.join(_codes(status))}"}
        for status in sorted(set(STATUS.values()))
    }
    good = {"200": {"description": f"A {answered}, signed by the province", "content": _content()}}
    if accepted:
        good["202"] = {"description": accepted, "content": _content()}
    return {
        "summary": summary,
        "requestBody": {"description": f"A {asked} (docs/protocol.md)", "content": _content()},
        "responses": {**good, **refusals},
    }


def _content() -> dict[str, Any]:
    return {wire.MEDIA_TYPE: {"schema": {"type": "string", "format": "binary"}}}


def _codes(status: int) -> list[str]:
    return [code for code, its in STATUS.items() if its == status]
