"""What rests on a consent, and what is erased when it or its time is over."""

from datetime import date

import pytest

from schemas.privacy import consents
from schemas.record import DELETED, get

AWARD, STAFF = get("award"), get("staff_member")
NAMED = {**AWARD.example(), "consented_on": "2012-09-30", "recipient": "Bùi Thị Hoa"}


def test_what_rests_on_a_consent_goes_with_it_and_the_figures_stay():
    gone = consents.withdrawn(AWARD, NAMED)

    assert {"consented_on": None, "recipient": None} == gone
    assert {} == consents.withdrawn(AWARD, {**NAMED, **gone})


def test_a_name_that_came_in_while_the_consent_was_taken_back_can_be_erased_too():
    crossed = {**NAMED, "consented_on": None}

    assert {"consented_on", "recipient"} == consents.withdrawn(AWARD, crossed).keys()


def test_a_name_without_consent_does_not_leave():
    crossed = {**NAMED, "consented_on": None}

    assert NAMED == consents.lawful(AWARD, NAMED)
    assert {**crossed, "recipient": None} == consents.lawful(AWARD, crossed)


def test_what_was_erased_is_not_shown_again():
    assert set() == consents.hidden(AWARD, NAMED)
    assert {"recipient"} == consents.hidden(AWARD, {**NAMED, "consented_on": None})
    assert "phone" in consents.hidden(STAFF, {**STAFF.example(), "phone": None})
    assert "name" not in consents.hidden(STAFF, STAFF.example())


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"recipient": None, "consented_on": None}, True),
        ({"recipient": "Bùi Thị Lan"}, False),
        ({"recipient": None, "total_amount": None}, False),
        ({"recipient": None, DELETED: True}, False),
    ],
)
def test_an_erasure_sets_what_is_known_of_a_person_to_nothing_and_no_more(change, expected):
    assert expected == consents.is_erasure(AWARD, change)


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2022, 10, 1), []),
        (date(2022, 10, 2), ["recipient"]),
        (date(2023, 1, 1), ["recipient"]),
    ],
)
def test_a_field_is_due_when_its_years_are_over(today, expected):
    assert expected == consents.due(AWARD, NAMED, date(2012, 10, 2), today)


def test_a_leap_day_is_over_too():
    assert ["recipient"] == consents.due(AWARD, NAMED, date(2012, 2, 29), date(2022, 2, 28))


def test_what_is_empty_is_not_due():
    assert [] == consents.due(AWARD, AWARD.example(), date(1999, 1, 1), date(2026, 1, 1))


def test_a_record_that_is_nothing_without_the_name_is_deleted():
    assert {"name": None, DELETED: True} == consents.erased(STAFF, STAFF.example(), ["name"])
    assert {"recipient": None, "consented_on": None} == consents.erased(AWARD, NAMED, ["recipient"])
