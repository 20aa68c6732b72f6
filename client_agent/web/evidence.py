"""The evidence of a year by criterion, with where a person looks each piece up."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, NamedTuple

from flask import url_for

from schemas.record import fields
from schemas.records.evidence import Cited, Evidence, cited, document
from sync.stores.listing import Listing, find

if TYPE_CHECKING:
    from ..agent import Agent

KIND, MOST = Evidence.record_type, 1000


class Shown(NamedTuple):
    title: str
    address: str
    links: list[tuple[Cited, str]]  # the records that it refers to, and where they are
    document: str


def by_criterion(agent: Agent, year: int) -> dict[str, list[Shown]]:
    """All that the centre has entered for that year."""
    wanted = Listing(areas=[agent.area], equal={"year": year}, order=("title",), limit=MOST)
    found: dict[str, list[Shown]] = defaultdict(list)
    for row in find(agent.store().db, list(fields(Evidence)), KIND, wanted):
        found[str(row["criterion"])].append(_shown(row))
    return found


def _shown(row: dict[str, Any]) -> Shown:
    address = url_for("records.show", kind=KIND, record_id=row["_id"])
    links = [
        (one, url_for("records.show", kind=one.record_type, record_id=one.record_id))
        for one in cited(row)
    ]
    return Shown(str(row["title"] or ""), address, links, document(row))
