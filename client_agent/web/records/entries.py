"""Entries that are made once for all: they are answered by a further one, never changed."""

from __future__ import annotations

from flask import abort, flash, redirect, url_for

from sync.merge import Record
from webui.language import say

from . import services
from .services import Schema


def changeable(schema: Schema, record: Record) -> None:
    """Of an entry that stays as it is, say so and show it instead."""
    if services.is_fixed(schema, record):
        flash(say("record.fixed"), "warning")
        _, record_type, name = record.key
        abort(redirect(url_for("records.show", record_type=record_type, record_id=name)))
