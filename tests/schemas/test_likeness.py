"""Which records look like one that was entered twice."""

from schemas.likeness import alike, likeness
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


def test_what_has_no_name_or_one_record_by_nature_looks_like_nothing():
    assert likeness(ACTIVITY, {"held_from": "2012-07-24"}) is None
    assert likeness(PROFILE, PROFILE.example()) is None
