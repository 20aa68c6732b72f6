"""Which counts could point to a person when they are small."""

import pytest

from schemas.fields import Count
from schemas.privacy.small_counts import FEW, LEGEND, is_small, sensitive, withheld
from schemas.record import fields, get, record_types

ACTIVITY = get("activity")


@pytest.mark.parametrize(
    ("value", "whole", "expected"),
    [
        (None, None, False),
        (0, None, False),
        (1, None, True),
        (4, 90, True),
        (5, 90, False),
        (0, 90, False),
        (0, 3, True),
        (0, 0, False),
    ],
)
def test_a_few_are_small_and_none_of_a_few(value, whole, expected):
    assert expected == is_small(value, whole)


def test_of_a_record_the_sensitive_counts_are_withheld_and_no_others():
    values = {
        "attendance_count": 40,
        "female_count": 3,
        "ethnic_minority_count": 38,
        "disabled_count": 2,
        "poor_household_count": True,
    }

    assert ["disabled_count"] == withheld(ACTIVITY, values)


def test_a_part_of_what_is_sensitive_is_too():
    found = sensitive(get("retention_count"))

    assert {"at_risk_count", "dropped_count", "returned_count"} < found.keys()
    assert "pupil_count" not in found


@pytest.mark.parametrize("schema", record_types().values(), ids=lambda one: one.record_type)
def test_counts_of_origin_health_and_need_are_sensitive_in_every_type(schema):
    words = ("ethnic", "disabled", "poor", "at_risk", "dropped", "repeated", "party")
    counts = [name for name, field in fields(schema).items() if isinstance(field, Count)]

    assert {name for name in counts if name.startswith(words)} <= sensitive(schema).keys()


def test_what_the_marks_mean_is_reported():
    assert all(FEW in text for text in LEGEND)
