"""The evidence of a year by criterion, with where a person at the centre looks each piece up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flask import url_for

from schemas.addresses import marked
from schemas.records.evidence import Proof
from webui.evaluation import evidence

if TYPE_CHECKING:
    from ..agent import Agent


def by_criterion(agent: Agent, year: int) -> dict[str, list[Proof]]:
    """All that the centre has entered for that year."""
    return evidence.by_criterion(agent.store().db, agent.area, year, _address)


def new(year: int, code: str) -> str:
    """Where another piece is entered for that criterion."""
    values: dict[str, Any] = {marked("year"): year, marked("criterion"): code}
    return url_for("records.new", record_type=evidence.KIND, **values)


def _address(record_type: str, record_id: str) -> str:
    return url_for("records.show", record_type=record_type, record_id=record_id)
