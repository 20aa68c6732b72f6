"""Where each centre lay on a day, by the units of that day."""

from schemas.context import Home
from server.centres import centres, units
from server.centres.homes import Homes

TOAN_SON = "04879"


def centre_of(db, code=TOAN_SON, day="2012-07-24"):
    unit = next(unit for unit in units.in_force(db, day) if unit.code == code)
    return centres.add(db, unit, "2008-01-01")


def test_a_centre_lies_in_the_units_of_the_day(db):
    area = centre_of(db).area
    homes = Homes(db)

    of_2012, of_2026 = (homes.home(area, day) for day in ("2012-07-24", "2026-01-01"))
    assert ("TTHTCĐ Xã Toàn Sơn", "Xã Toàn Sơn, Huyện Đà Bắc") == (of_2012.centre, of_2012.place)
    assert ("Tỉnh Hòa Bình", "Tỉnh Phú Thọ") == (of_2012.province, of_2026.province)
    assert 2 == len(of_2026.units)


def test_the_last_day_before_a_merger_is_of_the_old_units(db):
    area = centre_of(db).area
    homes = Homes(db)

    assert "Tỉnh Hòa Bình" == homes.home(area, "2025-06-30").province
    assert "Tỉnh Phú Thọ" == homes.home(area, "2025-07-01").province


def test_what_is_no_centre_s_lies_nowhere(db):
    assert Homes(db).home("cong-bo", "2012-07-24") is None


def test_a_heading_follows_the_province_s_name_and_leaves_another_title_alone(db):
    homes = Homes(db)

    assert "Tỉnh Hòa Bình" == homes.heading("Tỉnh Hòa Bình", "2025-06-30")
    assert "Tỉnh Phú Thọ" == homes.heading("Tỉnh Hòa Bình", "2025-07-01")
    assert "Tỉnh Mẫu" == homes.heading("Tỉnh Mẫu", "2025-07-01")


def test_the_history_of_a_centre_names_each_change_once(db):
    area = centre_of(db).area
    history = Homes(db).history(area)

    assert [line[1:] for line in history] == list(dict.fromkeys(line[1:] for line in history))
    assert Home("", ("Xã Toàn Sơn", "Huyện Đà Bắc", "Tỉnh Hòa Bình")).units == history[0][1:]
    assert "2025-07-01" == history[-1][0]
