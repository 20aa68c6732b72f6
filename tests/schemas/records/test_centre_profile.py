"""The rules of a centre's profile."""

import pytest
from marshmallow import ValidationError

from schemas import measures
from schemas.record import check
from schemas.records.centre_profile import CentreProfile


def test_no_more_villages_have_a_club_than_there_are():
    with pytest.raises(ValidationError) as caught:
        check(CentreProfile, {**CentreProfile.example(), "village_club_count": 10})

    assert ["village_club_count"] == list(caught.value.messages)


def test_not_knowing_differs_from_having_none():
    checked = check(CentreProfile, {"name": "A", "has_seal": False, "computer_count": 0})

    assert (False, 0) == (checked["has_seal"], checked["computer_count"])
    assert (None, None) == (checked["has_account"], checked["village_count"])


def test_the_facts_that_the_province_publishes_add_up():
    assert {
        "has_own_premises",
        "has_seal",
        "has_account",
        "has_internet",
        "has_bookcase",
        "has_loudspeaker_tv",
        "is_linked_to_culture_house",
    } <= measures.sums(CentreProfile).keys()
