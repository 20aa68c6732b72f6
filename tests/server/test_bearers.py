"""A program is known by its token, and reads what the token's unit has and what is published."""

import pytest
from werkzeug.exceptions import Unauthorized

from server import bearers, tokens
from server.tokens import Scope, Wanted


@pytest.fixture
def asking(app):
    with app.test_request_context():
        yield


def test_a_good_token_names_its_program(db, province, asking):
    secret = tokens.make(db, Wanted("Sở", Scope(), "x"), province.wall())

    assert "Sở" == bearers.bearer(f"Bearer {secret}").name
    assert "Sở" == bearers.bearer(f"bearer  {secret}".replace("  ", " ")).name


@pytest.mark.parametrize("header", ["", "Bearer", "Bearer kh_x", "Basic kh_x"])
def test_without_one_the_answer_is_401(province, asking, header):
    with pytest.raises(Unauthorized):
        bearers.bearer(header)


def test_without_a_unit_all_areas_are_read(province, add_centre, asking):
    one, other = add_centre("04813"), add_centre("04816")

    assert {one.area, other.area, province.published} == bearers.areas_of("")
    assert {province.published} == bearers.areas_of("no such unit")
