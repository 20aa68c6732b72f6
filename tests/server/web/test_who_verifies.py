"""Somebody can always verify: the district, and once there is none, the Department."""

import pytest

from server.centres import units
from server.evaluation import verifiers
from server.evaluation.verifiers import COMMUNE, PROVINCE, Rule
from server.users import users
from server.users.users import Account

from .conftest import PASSWORD
from .evaluation.test_verifying import BY, Verifier

IN_2025 = 1_764_300_000_000  # 28/11/2025
THROUGH = ("da.bac", "tinh", "hoi")


@pytest.fixture
def later(land):
    land.wall.now = IN_2025
    return land


def statuses(land, *names):
    return [Verifier(land, land.da_bac[0], name).status for name in names]


def test_before_the_districts_ended_theirs_alone_verifies(land):
    assert [200, 403, 403] == statuses(land, *THROUGH)


def test_since_the_districts_ended_the_department_does_and_the_association_notes(later):
    assert [403, 200, 200] == statuses(later, *THROUGH)


def test_the_department_verifies_to_the_end_and_the_history_says_who(later):
    verifier = Verifier(later, later.da_bac[0], "tinh")
    verifier.press("fill").press("finish", verified_by=BY)
    page = verifier.get(f"/records/evaluation/{verifier.area}/{verifier.record_id}").text

    assert ("verified", BY) == tuple(
        verifier.values[name] for name in ("verification", "verified_by")
    )
    assert "<b>tinh</b>" in page[page.index("Ai đã ghi") :] if "Ai đã ghi" in page else page
    assert "tinh" in page


def test_the_provinces_association_adds_its_view_and_no_score(later):
    verifier = Verifier(later, later.da_bac[0], "hoi")
    verifier.press("note", association_note="Hội nhất trí", **{"verified_score.1.1": "1"})

    assert "Hội nhất trí" == verifier.values["association_note"]
    assert "verified_score.1.1" not in verifier.values


def test_a_setting_by_date_says_otherwise(land):
    verifiers.set_rule(land.db, Rule("2012-07-01", PROVINCE, "tinh", 1))

    assert [403, 200, 200] == statuses(land, *THROUGH)


def test_commune_offices_verify_the_centres_of_their_commune_if_that_is_set(later):
    there = {unit.name: unit.id for unit in units.in_force(later.db, "2025-11-28")}
    for name, unit in (("xa.db", "Xã Đà Bắc"), ("xa.kb", "Xã Kim Bôi")):
        users.add(later.db, Account(name, PASSWORD, users.DISTRICT, there[unit]))
    assert [403, 403] == statuses(later, "xa.db", "xa.kb")

    verifiers.set_rule(later.db, Rule("2025-08-01", COMMUNE, "tinh", 1))
    assert [200, 403, 403] == statuses(later, "xa.db", "xa.kb", "tinh")


def test_the_list_leads_to_the_page_for_who_may_verify_alone(later):
    Verifier(later, later.da_bac[0], "tinh")
    listed = {
        name: later.logged_in(name).get("/evaluations?year=2012").text for name in ("tinh", "hoi")
    }

    assert [True, True] == ["/verify" in page for page in listed.values()]
    later.wall.now = IN_2025 - 365 * 86_400_000  # districts are in charge
    assert "/verify" not in later.logged_in("tinh").get("/evaluations?year=2012").text
