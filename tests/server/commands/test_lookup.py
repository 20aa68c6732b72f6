import pytest

from server.commands.lookup import centre_named, commune, district, office_unit
from server.commands.speech import Ambiguous, Unknown
from tests.server.conftest import PLAN


def test_a_commune_is_named_by_its_code_or_its_name(db):
    assert "04813" == commune(db, "yên mông", PLAN).code == commune(db, "04813", PLAN).code
    with pytest.raises(Unknown):
        commune(db, "nowhere", PLAN)


def test_a_district_that_is_no_more_is_named_as_it_was(db):
    assert "Huyện Đà Bắc" == district(db, "da bac", "2026-01-01").name


def test_an_office_works_for_a_district_or_for_a_commune_of_today(db):
    assert "Huyện Đà Bắc" == office_unit(db, "da bac", "2026-01-01").name
    assert "Xã Đức Nhàn" == office_unit(db, "đức nhàn", "2026-01-01").name
    with pytest.raises(Unknown):
        office_unit(db, "nowhere", "2026-01-01")


def test_a_centre_is_named_by_its_area_or_by_its_name_if_that_is_enough(db, add_centre):
    one = add_centre("04813")
    assert one == centre_named(db, one.area) == centre_named(db, "yen mong")

    add_centre("04813")
    with pytest.raises(Ambiguous):
        centre_named(db, "yen mong")
    with pytest.raises(Unknown):
        centre_named(db, "nowhere")
