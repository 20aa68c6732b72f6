"""The evidence of a centre's evaluation by criterion, with where a person looks each piece up."""

from __future__ import annotations

from collections.abc import Callable

from reporting.database import Database
from reporting.query.listing import Window, find
from reporting.query.selection import Selection
from schemas.record import fields
from schemas.records import evidence
from schemas.records.evidence import Evidence, Proof

KIND = Evidence.record_type
MOST = 1000  # pieces of a year that are shown


def by_criterion(
    db: Database, area: str, year: object, address: Callable[[str, str], str]
) -> dict[str, list[Proof]]:
    """All pieces that the centre entered for that year, by the code of the criterion.

    :param address: where a record of that type and id is shown
    """
    of_year = Selection(KIND, [area], equal={"year": year})
    rows = find(db, of_year, fields(Evidence), ["title"], Window(MOST))
    return evidence.by_criterion(rows, address)
