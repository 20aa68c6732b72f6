"""Entries that are made once for all: they are answered by a further one, never changed."""

from __future__ import annotations

from flask import abort, flash, redirect, url_for

from sync.merge import Record

from . import filing
from .filing import Schema
from .language import say


def changeable(schema: Schema, found: Record) -> None:
    """Of an entry that stays as it is, say so and show it instead."""
    if filing.is_fixed(schema, found):
        flash(say("record.fixed"), "warning")
        _, kind, name = found.key
        abort(redirect(url_for("records.show", kind=kind, record_id=name)))
