"""Which day a cell of a register can mean."""

from datetime import date

import pytest

from schemas.importing.days import DAY_FIRST, MONTH_FIRST, days

MARCH, MAY = date(2024, 3, 5), date(2024, 5, 3)


@pytest.mark.parametrize(
    "text",
    [
        "2024-03-05",
        "2024/3/5",
        "2024-03-05 00:00:00",
        "2024-03-05T08:30:00Z",
        "45356",
        "45356,5",
        "ngày 5 tháng 3 năm 2024",
        "5-Mar-2024",
        "5 March 2024",
    ],
)
def test_a_day_that_can_be_read_in_one_way_is_certain(text):
    assert {MARCH} == set(days(text).readings.values())


@pytest.mark.parametrize("text", ["5/3/2024", "05.03.2024", "5-3-24", "05032024", "5/3/2024 08:30"])
def test_a_day_that_can_also_be_a_month_has_two_readings(text):
    assert {DAY_FIRST: MARCH, MONTH_FIRST: MAY} == days(text).readings


def test_a_day_beyond_twelve_says_which_comes_first():
    assert [DAY_FIRST, MONTH_FIRST, ""] == [
        days(text).evidence for text in ("25/3/2024", "3/25/2024", "3/5/2024")
    ]


def test_a_day_without_a_year_needs_one_and_is_no_evidence_of_the_order():
    assert days("5/3").needs_year
    assert MARCH == days("5/3", 2024).by(DAY_FIRST)
    assert "" == days("5/24", 2024).evidence  # May 2024, too


@pytest.mark.parametrize(("text", "year"), [("1/9/95", 1995), ("5/3/98", 1998), ("5/3/24", 2024)])
def test_two_digits_of_a_year_lie_from_1950_to_2049(text, year):
    found = days(text)

    assert (year, True) == (found.by(DAY_FIRST).year, found.has_short_year)


@pytest.mark.parametrize(
    "text", ["", "hôm qua", "31/2/2012", "3/2024", "5-7/3/2024", "5324", "99999", "1²/3/2024"]
)
def test_what_is_no_day_is_none(text):
    assert days(text) is None
