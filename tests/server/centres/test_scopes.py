"""What a person sees is asked once, however many records are asked about."""

import pytest
from flask_login import login_user

from server import auth
from server.centres import centres, scopes, units
from server.users import users
from server.users.users import Account
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
    mine, others = district

    assert {mine} == scopes.seen(PLAN)
    assert [True, False] == [auth.may_see(area, PLAN) for area in (mine, others)]


def test_it_is_the_same_for_all_of_a_request(district, db):
    before = scopes.seen(PLAN)
    db.table("centre").delete(district[0])

    assert before is scopes.seen(PLAN)
    assert set() == scopes.scope(users.find(db, "da.bac"), PLAN)


def test_a_person_works_for_the_unit_of_their_account(district):
    assert "Huyện Đà Bắc" == scopes.own_unit()
