"""The evidence of a centre's evaluation by criterion, with where a person looks each piece up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any, NamedTuple

from flask import url_for

from schemas.record import fields
from schemas.records.evaluator import Evaluator
from schemas.records.evidence import Cited, Evidence, cited, document
from schemas.typed import shown
from server import auth, language
from server.reports.places import Place
from server.units import DISTRICT
from sync.stores.listing import Listing, find

KIND, MOST = Evidence.record_type, 1000


class Proof(NamedTuple):
    title: str
    address: str
    links: list[tuple[Cited, str]]  # the records that it refers to, and where they are
    document: str


def by_criterion(area: str, year: object) -> dict[str, list[Proof]]:
    """All that the centre has entered for that year."""
    wanted = Listing(areas=[area], equal={"year": year}, order=("title",), limit=MOST)
    found: dict[str, list[Proof]] = defaultdict(list)
    for row in find(auth.province().db(), list(fields(Evidence)), KIND, wanted):
        found[str(row["criterion"])].append(_proof(area, row))
    return found


def team(way: Iterable[Place], year: object) -> list[tuple[str, str]]:
    """Who was appointed to evaluate the centres of that district, and for which organisation."""
    units, province = [place.label.vi for place in way if place.level == DISTRICT], auth.province()
    wanted = Listing(areas=[province.published], equal={"year": year}, limit=MOST)
    columns = ("unit", "name", "organisation")
    rows = find(province.db(), columns, Evaluator.record_type, wanted)
    office, lang = fields(Evaluator)["organisation"], language.current()
    mine = (row for row in rows if row["unit"] in units)
    return sorted((row["name"], shown(office, row["organisation"], lang)) for row in mine)


def _proof(area: str, row: dict[str, Any]) -> Proof:
    links = [(one, _address(area, one.record_type, one.record_id)) for one in cited(row)]
    address = _address(area, KIND, row["_id"])
    return Proof(str(row["title"] or ""), address, links, document(row))


def _address(area: str, record_type: str, record_id: str) -> str:
    told: dict[str, Any] = {"record_type": record_type, "area": area, "record_id": record_id}
    return url_for("web.record", **told, period="all")
