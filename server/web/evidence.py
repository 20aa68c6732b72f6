"""The evidence of a centre's evaluation by criterion, with where a person looks each piece up."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from flask import url_for

from reporting.places import Place
from reporting.query.listing import Window, find
from reporting.query.selection import Selection
from schemas.forms.text import shown
from schemas.record import fields
from schemas.records.evaluator import Evaluator
from schemas.records.evidence import Proof
from server import ambient
from server.centres.units import DISTRICT
from webui.evaluation import evidence
from webui.language import language

MOST = 1000  # evaluators of a district that are listed


def by_criterion(area: str, year: object) -> dict[str, list[Proof]]:
    """All that the centre has entered for that year."""
    db = ambient.province().db()
    return evidence.by_criterion(db, area, year, partial(_address, area))


def team(way: Iterable[Place], year: object) -> list[tuple[str, str]]:
    """Who was appointed to evaluate the centres of that district, and for which organisation."""
    province = ambient.province()
    units = [place.label.vi for place in way if place.level == DISTRICT]
    of_year = Selection(Evaluator.record_type, [province.published], equal={"year": year})
    columns = ("unit", "name", "organisation")
    rows = find(province.db(), of_year, columns, window=Window(MOST))
    office, lang = fields(Evaluator)["organisation"], language()
    members = (row for row in rows if row["unit"] in units)
    names = ((row["name"], shown(office, row["organisation"], lang)) for row in members)
    return sorted(names, key=str)


def _address(area: str, record_type: str, record_id: str) -> str:
    return url_for(
        "web.record", record_type=record_type, area=area, record_id=record_id, period="all"
    )
