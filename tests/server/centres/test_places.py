from datetime import date

from server.centres import centres
from server.centres.places import eras, places


def names(place):
    return [inner.label.vi for inner in place.inside]


def test_2012_has_districts_with_communes_and_2026_has_communes_alone(land):
    areas = land.da_bac + land.kim_boi
    then, now = (places(land.db, day, areas) for day in (date(2012, 7, 24), date(2026, 1, 1)))

    assert ["Huyện Đà Bắc", "Huyện Kim Bôi"] == names(then)
    assert then.has_districts
    assert not now.has_districts
    assert set(areas) == then.areas == now.areas


def test_who_sees_one_district_begins_there(land):
    mine = places(land.db, date(2012, 7, 24), land.da_bac)

    assert "Huyện Đà Bắc" == mine.label.vi
    assert [land.units["150"].id] == [place.key for place in mine.way(land.units["150"].id)]


def test_a_district_that_is_no_more_still_gives_its_users_places_their_name(land):
    district = land.units["150"].id
    now = places(land.db, date(2026, 1, 1), land.da_bac, district)

    assert "Địa bàn cũ của Huyện Đà Bắc" == now.label.vi
    assert set(land.da_bac) == now.areas


def test_the_way_leads_from_the_province_to_a_centre(land):
    top = places(land.db, date(2012, 7, 24), land.da_bac + land.kim_boi)
    way = top.way(land.kim_boi[0])

    assert ["province", "district", "commune", "centre"] == [place.level for place in way]
    assert {land.kim_boi[0]} == way[-1].areas
    assert [] == top.way("nowhere")


def test_a_centre_without_a_unit_on_that_day_is_listed_apart_and_not_lost(land):
    founded = centres.Centre("lost", "TTHTCĐ không rõ", "no such unit", "2008-01-01")
    land.db["centre"].insert(founded._asdict())
    top = places(land.db, date(2012, 7, 24), [*land.da_bac, *land.kim_boi, "lost"])

    assert "Chưa gắn với đơn vị nào" == names(top)[-1]
    assert "lost" in top.areas


def test_the_days_on_which_units_changed_tell_how_many_there_were(land):
    found = {era.day: (era.districts, era.communes) for era in eras(land.db)}

    assert (11, 210) == found["2009-07-15"]
    assert (10, 151) == found["2020-01-01"]
    assert (0, 46) == found["2025-07-01"]
