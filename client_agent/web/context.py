"""The agent behind the pages, and what every page says about it."""

from __future__ import annotations

import logging
import sqlite3
from datetime import date
from typing import TYPE_CHECKING

from flask import Flask, current_app, g, session, url_for

from schemas.formatting.label import Label
from schemas.formatting.vietnamese import day_of
from schemas.record import record_types
from sync.errors import SyncError

from ..errors import AgentError
from ..syncing.status import now as corrected
from ..texts import clock_warning

if TYPE_CHECKING:
    from ..agent import Agent
    from ..syncing.status import Status

log = logging.getLogger(__name__)


def install(app: Flask) -> None:
    shared = {"status": status, "centre": centre, "everyday_types": everyday_types, "clock": clock}
    app.context_processor(lambda: {**shared, "enrolled": agent().enrolled})


def agent() -> Agent:
    agent: Agent = current_app.extensions["agent"]
    return agent


def me() -> str:
    """Who is logged in; the author of what is saved."""
    return str(session.get("staff", ""))


def status() -> Status | None:
    """The state of the work; None if the store cannot be read: every page works without it."""
    if "status" not in g:
        try:
            g.status = agent().status()
        except (SyncError, AgentError, sqlite3.Error):
            log.warning("the state of the work cannot be read", exc_info=True)
            g.status = None
    status: Status | None = g.status
    return status


def clock() -> Label | None:
    """What to say of a clock that is far from the province's."""
    now = status()
    return clock_warning(now.clock_offset) if now else None


def today() -> date:
    """The day in Vietnam, by the province's clock as far as it is known."""
    return day_of(now())


def now() -> int:
    """The time by the province's clock, as far as it is known, in ms; else by this computer's."""
    if "now" not in g:
        try:
            g.now = corrected(agent())
        except (SyncError, AgentError, sqlite3.Error):
            g.now = agent().wall()
    now: int = g.now
    return now


def centre() -> str:
    return agent().settings.centre


def everyday_types() -> list[tuple[str, str, Label]]:
    """What people need every day: type, address and label of each such record type."""
    return [
        (name, url_for("lists.show", record_type=name), schema.label)
        for name, schema in record_types().items()
        if schema.everyday
    ]
