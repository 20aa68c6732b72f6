"""The evidence of a year by criterion, with where a person at the centre looks each piece up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flask import url_for

from reporting.query.listing import Window, find
from reporting.query.selection import Selection
from schemas.addresses import marked
from schemas.record import fields
from schemas.records import evidence
from schemas.records.evidence import Evidence, Proof

if TYPE_CHECKING:
    from ...agent import Agent

KIND, MOST = Evidence.record_type, 1000


def by_criterion(agent: Agent, year: int) -> dict[str, list[Proof]]:
    """All that the centre has entered for that year."""
    of_year = Selection(KIND, [agent.area], equal={"year": year})
    rows = find(agent.store().db, of_year, fields(Evidence), ["title"], Window(MOST))
    return evidence.by_criterion(rows, _address)


def new(year: int, code: str) -> str:
    """Where another piece is entered for that criterion."""
    said: dict[str, Any] = {marked("year"): year, marked("criterion"): code}
    return url_for("records.new", kind=KIND, **said)


def _address(record_type: str, record_id: str) -> str:
    return url_for("records.show", kind=record_type, record_id=record_id)
