"""The evidence of a centre's evaluation by criterion, with where a person looks each piece up."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Any

from flask import url_for

from reporting.places import Place
from reporting.query.listing import Window, find
from reporting.query.selection import Selection
from schemas.forms.text import shown
from schemas.record import fields
from schemas.records import evidence
from schemas.records.evaluator import Evaluator
from schemas.records.evidence import Evidence, Proof
from server import ambient
from server.centres.units import DISTRICT
from webui.language import language

KIND, MOST = Evidence.record_type, 1000


def by_criterion(area: str, year: object) -> dict[str, list[Proof]]:
    """All that the centre has entered for that year."""
    of_year = Selection(KIND, [area], equal={"year": year})
    rows = find(ambient.province().db(), of_year, fields(Evidence), ["title"], Window(MOST))
    return evidence.by_criterion(rows, partial(_address, area))


def team(way: Iterable[Place], year: object) -> list[tuple[str, str]]:
    """Who was appointed to evaluate the centres of that district, and for which organisation."""
    province = ambient.province()
    units = [place.label.vi for place in way if place.level == DISTRICT]
    of_year = Selection(Evaluator.record_type, [province.published], equal={"year": year})
    columns = ("unit", "name", "organisation")
    rows = find(province.db(), of_year, columns, window=Window(MOST))
    office, lang = fields(Evaluator)["organisation"], language()
    mine = (row for row in rows if row["unit"] in units)
    told = ((row["name"], shown(office, row["organisation"], lang)) for row in mine)
    return sorted(told, key=str)


def _address(area: str, record_type: str, record_id: str) -> str:
    told: dict[str, Any] = {"record_type": record_type, "area": area, "record_id": record_id}
    return url_for("web.record", **told, period="all")
