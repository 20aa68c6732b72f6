"""Which records look like one that was entered twice."""

from schemas.importing.duplicates import alike, likeness, to_look_for
from schemas.record import get

ACTIVITY, PROFILE = get("activity"), get("centre_profile")


def test_two_of_one_name_day_and_category_look_alike_whatever_else_they_say():
    one = ACTIVITY.example()
    other = {**one, "title": " kỹ thuật  trồng CAM Cao Phong theo VietGAP", "attendance_count": 1}

    assert ("title", "held_from", "category") == alike(ACTIVITY)
    assert likeness(ACTIVITY, one) == likeness(ACTIVITY, other)


def test_another_day_or_another_category_makes_another_record():
    one = ACTIVITY.example()

    assert likeness(ACTIVITY, one) != likeness(ACTIVITY, {**one, "held_from": "2012-07-25"})
    assert likeness(ACTIVITY, one) != likeness(ACTIVITY, {**one, "category": "xmc"})


def test_two_people_in_one_role_are_not_alike_nor_one_in_two_committees():
    role, member = get("role_assignment"), get("committee_member")

    assert ("role", "started_on", "person") == alike(role)
    assert ("name", "committee") == alike(member)


def test_a_name_that_is_typed_is_looked_for_by_its_words_and_a_code_by_itself():
    role = get("role_assignment")

    assert ("Đào", {"held_from": None, "category": None}) == (
        to_look_for(ACTIVITY, {"title": "Đào"})
    )
    assert "" == to_look_for(role, role.example())[0]
    assert role.example()["role"] == to_look_for(role, role.example())[1]["role"]


def test_what_has_no_name_or_one_record_by_nature_looks_like_nothing():
    assert likeness(ACTIVITY, {"held_from": "2012-07-24"}) is None
    assert likeness(PROFILE, PROFILE.example()) is None
