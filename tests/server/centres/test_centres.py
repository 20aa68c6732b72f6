from server.centres import centres, units
from server.centres.centres import Centre
from tests.server.conftest import PLAN


def test_a_centre_is_named_after_its_commune(add_centre):
    assert "TTHTCĐ Xã Yên Mông" == add_centre().name


def test_one_centre_in_every_commune_of_2012(db):
    for unit in centres.communes_without(db, PLAN):
        centres.add(db, unit, PLAN)
    found = centres.centre_units(db, PLAN)

    assert 210 == len({unit.id for unit in found.values()})
    assert [] == centres.communes_without(db, PLAN)


def test_a_centre_of_2012_is_found_in_the_right_commune_on_later_days(db, add_centre):
    centre = add_centre("04993")  # Xã Hùng Tiến
    days = (PLAN, "2020-06-01", "2025-07-01")

    assert ["Xã Hùng Tiến", "Xã Hùng Sơn", "Xã Nật Sơn"] == [
        centres.centre_units(db, day)[centre.area].name for day in days
    ]


def test_a_centre_of_a_commune_that_left_the_province_lies_nowhere(db):
    gone = next(u for u in units.in_force(db, "2005-01-01") if u.name == "Xã Tiến Xuân")
    centres.add(db, gone, "2005-01-01")

    assert {} == centres.centre_units(db, PLAN)


def test_areas_say_nothing_of_the_place(add_centre):
    one, other = add_centre(), add_centre()

    assert one.area != other.area
    assert "04813" not in one.area


def test_a_centre_is_open_from_its_founding_until_it_closes():
    centre = Centre("a", "A", "u", PLAN, "2025-07-01")

    assert [False, True, False] == [
        centre.open_on(day) for day in ("2012-07-23", PLAN, "2025-07-01")
    ]


def test_an_unknown_area_is_no_centre(db):
    assert centres.centre(db, "nowhere") is None
