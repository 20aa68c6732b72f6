"""Which criteria sets there are, what rests on them, and where their years overlap."""

import pytest

from reporting.criteria import meaning, overlaps, standings
from schemas.records.criteria_set import CriteriaSet

SET = CriteriaSet.example()


def standing(land, code, year=2012):
    found = standings(land.db, land.province.published, year)
    return next(one for one in found if one.code == code)


def publish(land, **values):
    land.write(land.province.published, "criteria_set", **{**SET, **values})


def test_the_newest_set_stands_first_and_drafts_too(land):
    publish(land, code="B", year_from=2013, status="draft")

    assert ["B", "TTHTCD-MAU-01"] == [
        one.code for one in standings(land.db, land.province.published, 2012)
    ]


def test_evaluations_that_rest_on_a_set_are_counted_by_year_also_deleted_ones(land):
    publish(land, code="B", year_from=2013)
    for area, year in ((0, 2013), (1, 2013), (0, 2014)):
        made = land.write(land.da_bac[area], "evaluation", year=year, criteria_set="B")
    land.write(land.da_bac[0], "evaluation", made, _deleted=True)

    assert {2013: 2, 2014: 1} == standing(land, "B").years
    assert standing(land, "B").is_used


@pytest.mark.parametrize(
    ("values", "is_used"),
    [
        ({"year_from": 2012}, True),
        ({"year_from": 2013}, False),
        ({"year_from": 2012, "status": "draft"}, False),
    ],
)
def test_a_set_is_used_once_its_first_year_has_begun_unless_it_is_a_draft(land, values, is_used):
    publish(land, code="B", **values)

    assert is_used == standing(land, "B").is_used


def test_wording_and_the_last_year_are_not_the_meaning():
    groups = [{**SET["groups"][0], "name": "Khác", "name_en": "Other"}, *SET["groups"][1:]]
    worded = {**SET, "title": "Khác", "note": "x", "year_to": 2015, "groups": groups}

    assert meaning(SET) == meaning({**worded, "status": "official"})


@pytest.mark.parametrize(
    "change",
    [
        {"year_from": 2013},
        {"step": 1},
        {"status": "draft"},
        {"groups": SET["groups"][:1]},
        {"groups": [{**SET["groups"][0], "code": "9"}, *SET["groups"][1:]]},
        {"thresholds": SET["thresholds"][1:]},
    ],
)
def test_codes_points_ranks_and_first_year_are_the_meaning(change):
    assert meaning(SET) != meaning({**SET, **change})


def test_two_sets_for_one_year_overlap_and_the_later_is_used():
    first = {"code": "A", "year_from": 2008, "status": "official"}
    closed = {**first, "year_to": 2012}
    second = {"code": "B", "year_from": 2013, "year_to": 2014, "status": "official"}
    draft = {"code": "C", "year_from": 2013, "status": "draft"}

    assert [(2013, 2014, "B", "A")] == overlaps([second, first, draft])
    assert [] == overlaps([closed, second, draft])
    assert [(2008, None, "D", "A")] == overlaps([first, {**first, "code": "D"}])
