import datetime as dt
from random import Random

import pytest

from demo import plausible
from demo.phrases import OPENINGS
from demo.subjects import SUBJECTS
from schemas.record import check
from schemas.records import activity


def filled(values):
    return {name: value for name, value in values.items() if value is not None}


@pytest.fixture(scope="module")
def years():
    """A year of records of each of 40 centres."""
    found = []
    for seed in range(40):
        random = Random(seed)
        at = plausible.place(random, "Tây Phong")
        found.append(list(plausible.activities(random, at, 2012, 120)))
    return found


def test_every_activity_is_what_a_form_would_have_saved(years):
    for values in [values for year in years for values in year]:
        assert values == filled(check(activity.Activity, values))


def test_the_same_seed_gives_the_same_records():
    def once():
        random = Random(7)
        return list(plausible.activities(random, plausible.place(random, "Pà Cò"), 2011, 5))

    assert once() == once()


def test_there_are_subjects_for_every_category_and_openings_for_every_form():
    assert set(activity.CATEGORIES) == set(SUBJECTS) == set(plausible.WEIGHTS)
    assert set(activity.FORMS) - {"khac"} == set(OPENINGS) == set(plausible.TURNOUT)


def test_activities_stay_in_their_year(years):
    days = [dt.date.fromisoformat(values["held_to"]) for year in years for values in year]

    assert {2012} == {day.year for day in days}


def test_the_figures_are_those_of_the_province(years):
    records = [values for year in years for values in year]

    def share(name):
        return sum(r[name] for r in records) / sum(r["attendance_count"] for r in records)

    assert 55 < sum(r["attendance_count"] for r in records) / len(records) < 65
    assert 0.50 < share("female_count") < 0.55
    assert 0.62 < share("ethnic_minority_count") < 0.76


def test_titles_are_many(years):
    assert 1_000 < len({values["title"] for year in years for values in year})
