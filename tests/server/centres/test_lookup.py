"""Which centre people mean, however they call it."""

from datetime import date

import pytest

from schemas.fields.checks import Unclear
from server.centres import centres, lookup, units

DAY = date(2012, 7, 24)


@pytest.fixture
def add(db):
    by_code = {unit.code: unit for unit in units.in_force(db, DAY)}

    def add(code, name=""):
        return centres.add(db, by_code[code], DAY, name).area

    return add


@pytest.fixture
def known(db):
    return lambda day=DAY: lookup.all_centres(db, day)


@pytest.mark.parametrize(
    "text",
    [
        "TTHTCĐ Xã Cao Sơn",
        "Xã Cao Sơn",
        "cao son",
        "XÃ CAO SƠN ",
        "TTHTCĐ Cao Sơn",
        "Xã Cao Sơn, Huyện Đà Bắc",
        "Cao Sơn Đà Bắc",
        "04876",
        "4876",
    ],
)
def test_a_centre_is_called_by_its_name_its_commune_or_its_code(add, known, text):
    add("04831")
    area = add("04876")

    assert area == known().meant(text)


def test_communes_of_one_name_are_distinguished_by_their_district(add, known):
    kim_boi, tan_lac = add("04987"), add("05179")
    names = ("TTHTCĐ Xã Bắc Sơn, Huyện Kim Bôi", "TTHTCĐ Xã Bắc Sơn, Huyện Tân Lạc")

    assert Unclear("Xã Bắc Sơn", names) == known().meant("Xã Bắc Sơn")
    assert [kim_boi, tan_lac] == [known().meant(name) for name in names]
    assert tan_lac == known().meant("Bắc Sơn, Tân Lạc")


def test_what_is_no_centre_is_unclear_and_like_none(add, known):
    add("04876")

    assert Unclear("Xã Sao Hỏa", ()) == known().meant("Xã Sao Hỏa")


def test_a_centre_is_known_by_its_commune_of_old_when_that_went_into_another(add, known):
    area = add("04876")
    later = known(date(2026, 1, 1))

    assert area == later.meant("Xã Cao Sơn")
    assert area == later.meant("04876")


def test_a_centre_is_shown_with_its_district_while_there_are_districts(add, known):
    area = add("04876")

    assert "TTHTCĐ Xã Cao Sơn, Huyện Đà Bắc" == known().name(area)
    assert "TTHTCĐ Xã Cao Sơn" == known(date(2026, 1, 1)).name(area)
