"""Units are data with dates: three views must come out right, and lead from one to the next."""

from collections import Counter

import pytest

from server.centres import units
from server.centres.units import COMMUNE, DISTRICT, PROVINCE

PLAN, MERGED, NOW = "2012-07-24", "2020-06-01", "2025-07-01"


def communes(db, day):
    return [unit for unit in units.in_force(db, day) if unit.level == COMMUNE]


def named(db, name, day):
    return next(unit for unit in units.in_force(db, day) if unit.name == name)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2005-01-01", {PROVINCE: 1, DISTRICT: 11, COMMUNE: 214}),
        ("2008-12-31", {PROVINCE: 1, DISTRICT: 11, COMMUNE: 210}),
        (PLAN, {PROVINCE: 1, DISTRICT: 11, COMMUNE: 210}),
        (MERGED, {PROVINCE: 1, DISTRICT: 10, COMMUNE: 151}),
        (NOW, {PROVINCE: 1, COMMUNE: 46}),
    ],
)
def test_each_day_has_its_units(db, day, expected):
    assert expected == Counter(unit.level for unit in units.in_force(db, day))


def test_in_2025_the_communes_belong_to_phu_tho_and_there_are_no_districts(db):
    (province,) = units.tree(db, NOW)

    assert ("25", "Tỉnh Phú Thọ", 46) == (
        province.unit.code,
        province.unit.name,
        len(province.branches),
    )


def test_in_2012_every_commune_has_a_district_and_every_district_the_province(db):
    (province,) = units.tree(db, PLAN)

    assert [15, 20, 10, 20, 28, 13, 24, 23, 29, 13, 15] == [
        len(branch.branches) for branch in province.branches
    ]
    assert 210 == sum(len(branch.branches) for branch in province.branches)


@pytest.mark.parametrize(("day", "count"), [(MERGED, 151), ("2022-01-01", 151), (NOW, 46)])
def test_every_commune_of_2012_has_exactly_one_successor(db, day, count):
    land = units.territory(db)
    found = [land.unit_at(unit.id, day) for unit in communes(db, PLAN)]

    assert None not in found
    assert set(communes(db, day)) == set(found)
    assert count == len(set(found))


def test_an_ended_commune_is_continued_by_the_one_it_was_merged_into(db):
    hung_tien = named(db, "Xã Hùng Tiến", PLAN)

    assert "Xã Hùng Sơn" == units.unit_at(db, hung_tien.id, MERGED).name
    assert "Xã Nật Sơn" == units.unit_at(db, hung_tien.id, NOW).name


@pytest.mark.parametrize(
    ("name", "day", "main", "later"),
    [
        ("Phường Chăm Mát", PLAN, "Phường Dân Chủ", MERGED),
        ("Xã Tân Mai", PLAN, "Xã Tân Thành", MERGED),
        ("Xã Vầy Nưa", MERGED, "Xã Tiền Phong", NOW),
        ("Xã Đồng Tân", MERGED, "Xã Mai Châu", NOW),
    ],
)
def test_a_divided_commune_is_continued_by_its_main_part(db, name, day, main, later):
    assert main == units.unit_at(db, named(db, name, day).id, later).name


def test_a_code_is_not_an_identity(db):
    before = next(unit for unit in communes(db, PLAN) if unit.code == "04897")
    after = next(unit for unit in communes(db, MERGED) if unit.code == "04897")

    assert ("Xã Hợp Thịnh", "Xã Thịnh Minh") == (before.name, after.name)
    assert before.id != after.id


def test_a_commune_that_moved_to_another_district_is_followed_there(db):
    before = named(db, "Xã Trung Minh", "2009-01-01")
    after = units.unit_at(db, before.id, PLAN)
    districts = {unit.id: unit.name for unit in units.in_force(db, PLAN)}

    assert "Thành phố Hòa Bình" == districts[after.parent_id]


def test_a_unit_asked_for_before_its_time_is_what_it_was_made_of(db):
    after = named(db, "Xã Hùng Sơn", MERGED)

    assert "Xã Bắc Sơn" == units.unit_at(db, after.id, PLAN).name


def test_what_left_the_province_has_no_successor(db):
    gone = named(db, "Xã Tiến Xuân", "2005-01-01")

    assert units.unit_at(db, gone.id, PLAN) is None


def test_a_district_is_below_itself_with_its_communes(db):
    found = named(db, "Huyện Kỳ Sơn", PLAN)

    assert 11 == len(units.below(units.in_force(db, PLAN), found.id))


def test_the_last_day_of_a_district_is_the_day_before_it_ended(db):
    found = named(db, "Huyện Kỳ Sơn", PLAN)

    assert "2019-12-31" == units.nearest_day(db, found.id, NOW)
    assert PLAN == units.nearest_day(db, found.id, PLAN)


def test_before_a_unit_began_its_first_day_is_nearest(db):
    found = next(unit for unit in units.in_force(db, "2025-07-01") if unit.name == "Xã Đà Bắc")

    assert "2025-07-01" == units.nearest_day(db, found.id, PLAN)
