"""The evidence of a centre's evaluation by criterion, with where a person looks each piece up."""

from __future__ import annotations

from collections import defaultdict
from typing import Any, NamedTuple

from flask import url_for

from schemas.record import fields
from schemas.records.evidence import Cited, Evidence, cited, document
from server import auth
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


def _proof(area: str, row: dict[str, Any]) -> Proof:
    links = [(one, _address(area, one.record_type, one.record_id)) for one in cited(row)]
    address = _address(area, KIND, row["_id"])
    return Proof(str(row["title"] or ""), address, links, document(row))


def _address(area: str, record_type: str, record_id: str) -> str:
    told: dict[str, Any] = {"record_type": record_type, "area": area, "record_id": record_id}
    return url_for("web.record", **told, period="all")
