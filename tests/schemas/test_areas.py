"""Where records live, and which way they go from there."""

import pytest

from schemas.areas import AREAS, DIRECTIONS
from schemas.record import direction, get, record_types


def test_every_record_type_lives_in_one_of_the_three_kinds_of_area():
    assert {*AREAS} == {schema.lives_in for schema in record_types().values()}


@pytest.mark.parametrize(
    ("record_type", "expected"),
    [
        ("activity", "up"),
        ("obstacle", "both"),
        ("directive", "down"),
        ("review_report", "internal"),
    ],
)
def test_a_type_goes_the_way_of_its_area_and_both_ways_if_others_fill_in_a_part(
    record_type, expected
):
    assert expected == direction(get(record_type))
    assert expected in DIRECTIONS
