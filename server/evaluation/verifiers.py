"""Who verifies evaluations from which day on, and the name and post that an account signs with.

The body in charge is a setting with dates, for offices come and go: districts ended on
01/07/2025, and from then on the Department verifies unless the province says otherwise. The
fields of an evaluation keep the names they were given when districts did it.
"""

from __future__ import annotations

from typing import NamedTuple

from sqlite_utils import Database

from schemas.formatting.label import Label

from ..transaction import at_once
from ..users import users

DISTRICT, PROVINCE, COMMUNE = "district", "province", "commune"
BODIES = {
    DISTRICT: Label("Phòng Giáo dục và Đào tạo", "District education office"),
    PROVINCE: Label("Sở Giáo dục và Đào tạo", "Department of Education and Training"),
    COMMUNE: Label("Cấp xã", "Commune office"),
}
LONGEST = 200  # letters of a name and post


class Rule(NamedTuple):
    """From that day on that body verifies; who set it, and when (ms, 0: it came so)."""

    since: str  # ISO; empty: from the beginning
    body: str
    set_by: str = ""
    set_at: int = 0


USUAL = (Rule("", DISTRICT), Rule("2025-07-01", PROVINCE))


def rules(db: Database) -> list[Rule]:
    """All of them, the earliest first; one that was set replaces the usual one."""
    stored = [Rule(**row) for row in db.table("verifier_rule").rows]
    return sorted({rule.since: rule for rule in (*USUAL, *stored)}.values())


def in_charge(db: Database, day: str) -> str:
    """The body that verifies on that day."""
    return [rule.body for rule in rules(db) if rule.since <= day][-1]


def set_rule(db: Database, rule: Rule) -> None:
    """:raises KeyError: if there is no such body"""
    if rule.body not in BODIES:
        raise KeyError(rule.body)
    with at_once(db):
        db.table("verifier_rule").insert(rule._asdict(), replace=True)


def take_back(db: Database, since: str) -> None:
    """Forget what was set from that day on; the usual rule, if there is one, holds again."""
    with at_once(db):
        db.table("verifier_rule").delete_where("since = ?", [since])


def person_of(db: Database, account: str) -> str:
    """The name and post that the account signs with; empty if they were never entered."""
    rows = db.table("signatory").rows_where("account = ?", [users.plain(account)])
    return next((str(row["person"]) for row in rows), "")


def name_person(db: Database, account: str, person: str) -> None:
    with at_once(db):
        row = {"account": users.plain(account), "person": person.strip()[:LONGEST]}
        db.table("signatory").insert(row, replace=True)


def is_account(db: Database, text: str) -> bool:
    """Whether that is the name of an account, and so of no person."""
    return users.find(db, text) is not None
