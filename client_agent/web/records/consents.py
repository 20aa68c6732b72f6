"""A consent that is taken back: one action at the record, and what rested on it is erased."""

from __future__ import annotations

from flask import Blueprint, Flask, flash, redirect, url_for
from werkzeug.wrappers import Response

from schemas.privacy import consents
from sync.merge import Record
from webui.language import say

from ... import imports
from ..context import agent, me
from . import services
from .history import labels
from .services import Schema
from .views import existing, ours

pages = Blueprint("consents", __name__, url_prefix="/records/<record_type>")


def install(app: Flask) -> None:
    app.register_blueprint(pages)
    app.context_processor(lambda: {"resting": resting})


@pages.post("/<record_id>/withdraw")
def withdraw(record_type: str, record_id: str) -> Response:
    """Erase what rested on the consent, whatever came to be there meanwhile."""
    schema = ours(record_type)
    _, record = existing(record_type, record_id)
    names = resting(schema, record)
    if names:
        services.write(agent(), record, consents.withdrawn(schema, record.values), me())
        imports.tidy(agent())
        flash(say("record.consent_gone", fields=names), "saved")
    return redirect(url_for("records.show", record_type=record_type, record_id=record_id))


def resting(schema: Schema, record: Record) -> str:
    """What is erased when the consent is taken back, in words; empty: there is none."""
    return ", ".join(labels(schema, consents.withdrawn(schema, record.values)))
