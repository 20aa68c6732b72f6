from datetime import date

import pytest

from schemas.plausibility import far_off, usual
from schemas.records.activity import Activity
from schemas.records.evaluation import Evaluation

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize("day", ["2026-11-22", "2026-12-23", "1996-11-22", "2012-07-24"])
def test_a_day_of_the_last_thirty_years_or_the_coming_month_is_not_asked_about(day):
    assert None is far_off(Activity, {"held_from": day}, TODAY)


@pytest.mark.parametrize("day", ["2026-12-24", "2090-01-01", "1990-01-01"])
def test_a_day_further_off_is_asked_about(day):
    assert far_off(Activity, {"held_from": day}, TODAY)


def test_the_day_is_named_as_people_write_it():
    asked = far_off(Activity, {"held_from": "2090-01-01"}, TODAY)

    assert "Ngày 01/01/2090 ở xa hôm nay – đúng không?" == asked.vi
    assert "01/01/2090" in asked.en


@pytest.mark.parametrize("values", [{}, {"held_from": None}, {"held_from": 2090}])
def test_no_day_is_no_question(values):
    assert None is far_off(Activity, values, TODAY)


def test_a_type_that_no_day_places_is_not_asked_about():
    assert None is far_off(Evaluation, {"signed_on": "2090-01-01"}, TODAY)


def test_what_is_usual_is_the_same_on_a_leap_day():
    assert (date(1994, 3, 1), date(2024, 3, 31)) == usual(date(2024, 2, 29))
