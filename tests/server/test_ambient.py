"""Which areas a person sees on a day; computed once for a request."""

import pytest
from flask_login import login_user

from schemas.formatting.vietnamese import day_of
from server import ambient
from server.auth import permissions
from server.centres import centres, units
from server.users import users
from server.users.users import Account, User
from tests.server.conftest import PLAN

PASSWORD = "một mật khẩu dài"


@pytest.fixture
def district(app, db):
    """A district's user, in the middle of a request."""
    by_code = {unit.code: unit for unit in units.in_force(db, PLAN)}
    users.add(db, Account("da.bac", PASSWORD, users.DISTRICT, by_code["150"].id))
    areas = [centres.add(db, by_code[code], PLAN).area for code in ("04831", "04978")]
    with app.test_request_context():
        login_user(users.find(db, "da.bac"))
        yield areas


def test_a_district_sees_its_own_centres_on_a_day(district):
    own, others = district

    assert {own} == ambient.visible_areas(PLAN)
    assert [True, False] == [permissions.may_see(area, PLAN) for area in (own, others)]


def test_it_is_the_same_for_all_of_a_request(district, db):
    before = ambient.visible_areas(PLAN)
    db.table("centre").delete(district[0])

    assert before is ambient.visible_areas(PLAN)
    assert set() == ambient.scope(users.find(db, "da.bac"), PLAN)


def test_a_person_works_for_the_unit_of_their_account(district):
    assert "Huyện Đà Bắc" == ambient.own_unit()


@pytest.fixture
def land(app, db):
    """Two centres of Đà Bắc and one of Kỳ Sơn, within the application."""
    communes = {unit.code: unit for unit in units.in_force(db, PLAN)}
    added = {code: centres.add(db, communes[code], PLAN) for code in ("04834", "04843", "04897")}
    with app.app_context():
        yield {code: centre.area for code, centre in added.items()}


def district_user(db, code):
    unit = next(unit for unit in units.in_force(db, PLAN) if unit.code == code)
    return User("x", users.DISTRICT, unit.id, "", True)


@pytest.mark.parametrize("role", [users.PROVINCE, users.ASSOCIATION])
def test_the_province_and_its_association_see_every_centre(land, role):
    assert set(land.values()) == ambient.scope(User("x", role, "", "", True), PLAN)


@pytest.mark.parametrize("day", [PLAN, "2020-06-01", "2026-01-01"])
def test_a_district_sees_its_own_centres_also_after_it_has_ended(db, land, day):
    assert {land["04834"], land["04843"]} == ambient.scope(district_user(db, "150"), day)


def test_a_district_that_was_merged_away_still_sees_what_was_its_own(db, land):
    assert {land["04897"]} == ambient.scope(district_user(db, "151"), "2024-12-31")


def test_the_city_sees_a_centre_from_the_day_on_which_it_came(db, land):
    city = district_user(db, "148")

    assert set() == ambient.scope(city, "2019-12-31")
    assert {land["04897"]} == ambient.scope(city, "2020-01-01")


def test_who_works_for_no_unit_sees_nothing(db, land):
    assert set() == ambient.scope(User("x", users.DISTRICT, "gone", "", True), PLAN)


def test_a_day_is_one_of_vietnam():
    before_midnight_in_london = 1_343_148_300_000  # 2012-07-24 16:45 UTC, 23:45 in Hòa Bình

    assert ("2012-07-24", "2012-07-25") == (
        str(day_of(before_midnight_in_london)),
        str(day_of(before_midnight_in_london + 900_000)),
    )
