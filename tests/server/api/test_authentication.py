"""A program is known by its token, and reads what the token's unit has and what is published."""

import pytest
from werkzeug.exceptions import Unauthorized

from schemas.record import get
from server.api import authentication
from server.tokens import tokens
from server.tokens.tokens import Scope, Wanted


@pytest.fixture
def asking(app):
    with app.test_request_context():
        yield


def test_a_good_token_names_its_program(db, province, asking):
    secret = tokens.make(db, Wanted("Sở", Scope(), "x"), province.wall())

    assert "Sở" == authentication.bearer(f"Bearer {secret}").name
    assert "Sở" == authentication.bearer(f"bearer  {secret}".replace("  ", " ")).name


@pytest.mark.parametrize("header", ["", "Bearer", "Bearer kh_x", "Basic kh_x"])
def test_without_one_the_answer_is_401(province, asking, header):
    with pytest.raises(Unauthorized):
        authentication.bearer(header)


def test_without_a_unit_all_areas_are_read(province, add_centre, asking):
    one, other = add_centre("04813"), add_centre("04816")

    above = {province.published, province.internal}

    assert {one.area, other.area} | above == authentication.areas_of("")
    assert {province.published} == authentication.areas_of("no such unit")


@pytest.mark.parametrize(
    ("scope", "expected"),
    [
        (Scope(), (True, False)),
        (Scope(types=frozenset({"conference"})), (False, True)),
        (Scope("unit", frozenset({"conference", "activity"})), (True, False)),
    ],
)
def test_what_is_internal_is_read_by_a_token_of_the_whole_province_that_names_it(scope, expected):
    found = get("activity"), get("conference")

    assert expected == tuple(authentication.may_read(scope, schema) for schema in found)
