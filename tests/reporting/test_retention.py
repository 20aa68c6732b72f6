"""What is known of persons and was kept as long as it may be."""

from datetime import date

import pytest

from reporting import retention
from schemas.record import get
from sync.changes import DELETED, Key

STAFF = get("staff_member")
TODAY, LATER = date(2012, 7, 24), date(2017, 7, 24)


def names(found, field="name"):
    return [one.record.values["name"] for one in found if field in one.names]


def test_what_changed_last_longest_ago_comes_first_and_the_young_not_at_all(land):
    for years, name in ((0, "Một"), (2, "Hai"), (5, "Ba")):
        land.wall.now += years * 366 * 86_400_000
        told = {**STAFF.example(), "name": name, "phone": "0987654321"}
        land.write(land.da_bac[0], "staff_member", **told)
    areas = {land.da_bac[0]}

    assert [] == retention.due(land.db, areas, TODAY)
    assert ["Một"] == names(retention.due(land.db, areas, LATER))
    assert ["Một", "Hai"] == names(retention.due(land.db, areas, date(2020, 1, 1)))
    assert ["Một", "Hai"] == names(retention.due(land.db, areas, LATER), "phone")
    assert [] == retention.due(land.db, {land.kim_boi[0]}, LATER)


def test_what_was_deleted_is_still_kept_and_due_too(land):
    made = land.write(land.da_bac[0], "staff_member", **STAFF.example())
    key = Key(land.da_bac[0], "staff_member", made)
    land.province.hub().write(key, {DELETED: True}, "Lan")
    (one,) = retention.due(land.db, {land.da_bac[0]}, LATER)

    assert (key, TODAY) == (one.record.key, one.last)
    assert "name" in one.names
    assert STAFF.example()["name"] == one.title


@pytest.mark.parametrize("millis", [10**18, 253_370_736_000_000])
def test_what_a_clock_dated_in_ages_to_come_is_not_due(land, millis):
    land.wall.now = millis
    land.write(land.da_bac[0], "staff_member", **STAFF.example())

    assert [] == retention.due(land.db, {land.da_bac[0]}, LATER)


def test_what_is_called_by_a_code_has_no_title_of_its_own(land):
    land.write(land.da_bac[0], "role_assignment", **get("role_assignment").example())
    (one,) = retention.due(land.db, {land.da_bac[0]}, LATER)

    assert ("role_assignment", "") == (one.schema.record_type, one.title)
